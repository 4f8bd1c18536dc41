import type { CertificateKind } from "@/db/values/certificates";
import type { Said, Touched } from "./events";

/** What happens to certificates, by kind. `of`: what was certified. */
export type CertificateEvents = {
  "certificates.issued": { courseId: number; registrations: readonly Touched[] };
  "certificates.prepared": { courseId: number; made: number; takenOut: number };
  "certificates.settled": { courseId: number; registrations: readonly Touched[]; sheets: number };
  "certificate.trainer-certified": { courseId: number; registration: Touched; said: Said };
  "certificate.revoked": {
    courseId: number;
    certificateId: number;
    of: CertificateKind;
    registration: Touched;
    said: Said;
  };
  "certificate.reissued": {
    courseId: number;
    certificateId: number;
    of: CertificateKind;
    registration: Touched;
    said: Said;
  };
  "certificate.allowed-again": { courseId: number; certificateId: number };
  "certificate.kept": { courseId: number; certificateId: number };
};
