export { type Completion, type CompletionPerson, completionOf } from "./completion";
export { certificateDocument, certificateSheets, isSheetKind } from "./document";
export { doubtsOf } from "./doubts";
export { type CertificateDraft, certificateDrafts } from "./drafts";
export { type Printed, type Verification, verify } from "./verify";
