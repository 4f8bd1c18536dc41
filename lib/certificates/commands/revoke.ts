import type { GrantedCertificate } from "../../access/gate";
import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { refuse } from "../../result";
import { stands } from "../rules";
import { saidOf } from "../said";
import { revocationSchema } from "../schema";
import { takeBack } from "../store";

/** Takes a certificate back that stands. Within the open transaction. */
export function revoke(
  cx: Context,
  certificate: GrantedCertificate<"certificates.issue">,
  reason: string,
): void {
  if (certificate.revokedAt !== null) refuse("alreadyRevoked");
  if (!stands(certificate)) refuse("neverValid");
  takeBack(cx, certificate.id, reason);
}

/** Takes a certificate back, with a reason. Its holder is told, and whoever verifies it; no other comes by itself. */
export const revokeCertificate = command("certificates.issue", revocationSchema, (cx, input) => {
  const certificate = gate.certificate(cx, "certificates.issue", input.certificateId);
  const { id: registrationId, personId, courseId } = certificate.registration;
  revoke(cx, certificate, input.reason);
  happened(cx, {
    kind: "certificate.revoked",
    courseId,
    certificateId: certificate.id,
    of: certificate.kind,
    registration: { registrationId, personId },
    said: { ...saidOf(certificate), reason: input.reason },
  });
  return { courseId, certificateId: certificate.id };
});
