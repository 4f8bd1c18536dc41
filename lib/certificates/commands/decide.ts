import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import { happened } from "../../acts/happened";
import { keepReason } from "../../audit/store";
import { refuse } from "../../result";
import { completionOf } from "../queries";
import { allowAgainSchema, keepSchema } from "../schema";

/**
 * Lets somebody whose certificate was taken back have one again, for a reason that is kept. It names that certificate: what a page
 * from before says is not taken for one that was taken back since.
 */
export const allowAgain = command("certificates.issue", allowAgainSchema, (cx, input) => {
  const certificate = gate.certificate(cx, "certificates.issue", input.certificateId);
  const { registrationId } = certificate;
  const { course } = certificate.registration;
  if (!completionOf(cx, course).takenBack.some((taken) => taken.certificate.id === certificate.id))
    refuse("notTakenBack");
  const about = { courseId: course.id, certificateId: certificate.id };
  keepReason(cx, { kind: "certificate.again", registrationId, ...about }, input.reason);
  happened(cx, { kind: "certificate.allowed-again", ...about });
  return { ...about, registrationId };
});

/**
 * Keeps a certificate although its person no longer meets the rule or attended other hours than it says, for a reason
 * that is kept. When what was looked at changes, it is to be decided again.
 */
export const keepCertificate = command("certificates.issue", keepSchema, (cx, input) => {
  const certificate = gate.certificate(cx, "certificates.issue", input.certificateId);
  const { course } = certificate.registration;
  const { ruleLost, hoursDiffer } = completionOf(cx, course);
  const doubt = [...ruleLost, ...hoursDiffer].find((d) => d.certificate.id === certificate.id);
  if (!doubt) refuse("nothingToDecide");
  const about = { courseId: course.id, certificateId: certificate.id };
  const { registrationId } = certificate;
  keepReason(cx, { kind: "certificate.keep", registrationId, ground: doubt.ground, ...about }, input.reason);
  happened(cx, { kind: "certificate.kept", ...about });
  return about;
});
