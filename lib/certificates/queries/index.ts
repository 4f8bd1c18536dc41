export { type Completion, type CompletionPerson, completionOf } from "./completion";
export { certificateDocument, certificateSheets, isSheetKind } from "./document";
export { type CertificateDraft, certificateDrafts } from "./drafts";
export { doubtsOf } from "./doubts";
export { type Printed, typedSerial, type Verification, verify } from "./verify";
