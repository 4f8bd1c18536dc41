import type { GrantedCertificate } from "../../access/gate";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { documentDay } from "../days";
import { saidOf } from "../said";
import { makeCertificate } from "./make";
import { revoke } from "./revoke";

/**
 * Puts a trainer certification that is valid until another civil day in the place of the one that somebody holds, which can be
 * verified as replaced from then on; what stands on it is the same but for its days. Its holder is told. Within the open
 * transaction of whoever decided it.
 * @param reason why, in the words of whoever decided it.
 * @returns the key of the new one.
 */
export function renewDocument(
  cx: Context,
  old: GrantedCertificate<"certificates.issue">,
  until: string,
  reason: string,
): number {
  const { registrationId, kind, toolId, language, facts } = old;
  const { course, personId } = old.registration;
  revoke(cx, old, reason);
  const document = {
    ...{ registrationId, kind, toolId, language, facts },
    issuedOn: documentDay(cx, kind, course),
    validFrom: cx.now,
    expiresOn: until,
    replacesId: old.id,
  };
  const { id, serial } = makeCertificate(cx, document);
  happened(cx, {
    kind: "certificate.reissued",
    courseId: course.id,
    certificateId: old.id,
    of: kind,
    registration: { registrationId, personId },
    said: saidOf({ ...document, serial }),
  });
  return id;
}
