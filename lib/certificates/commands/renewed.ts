import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { courseRow } from "../../courses/store";
import { registrationRow } from "../../registrations/store";
import { dayAt } from "../../time/zone";
import { certificateRow, takeBack } from "../store";
import { makeCertificate } from "./make";

/**
 * Puts a trainer certification that is valid until another civil day in the place of the one that somebody holds, which can be
 * verified as replaced from then on; what stands on it is the same but for its days. Its holder is told. Within the open
 * transaction of whoever decided it.
 * @param reason why, as whoever verifies the old one reads it.
 * @returns the key of the new one.
 */
export function renewDocument(cx: Context, certificateId: number, until: string, reason: string): number {
  const old = certificateRow(cx, certificateId)!;
  const registration = registrationRow(cx, old.registrationId)!;
  const course = courseRow(cx, registration.courseId)!;
  takeBack(cx, old.id, reason);
  const { registrationId, kind, language, facts } = old;
  const { id } = makeCertificate(cx, {
    ...{ registrationId, kind, language, facts },
    issuedOn: dayAt(cx.now, course.zone),
    validFrom: cx.now,
    expiresOn: until,
    replacesId: old.id,
  });
  happened(cx, {
    kind: "certificate.reissued",
    courseId: course.id,
    certificateId: old.id,
    registration: { registrationId, personId: registration.personId },
  });
  return id;
}
