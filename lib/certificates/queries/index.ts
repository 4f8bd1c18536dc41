export { type Completion, type CompletionPerson, completionOf } from "./completion";
export { certificateDocument, preparedSheets, validSheets } from "./document";
export { doubtsOf } from "./doubts";
export { type CertificateDraft, certificateDrafts } from "./drafts";
export { type Verification, verify } from "./verify";
