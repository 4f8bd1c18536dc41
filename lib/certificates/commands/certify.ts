import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import { happened } from "../../acts/happened";
import { keepReason } from "../../audit/store";
import { refuse } from "../../result";
import { addMonths, dayAt } from "../../time/zone";
import { courseFacts, factsFor } from "../facts";
import { type Completion, completionOf } from "../queries";
import { stands, trainerCertificationMonths } from "../rules";
import { certifySchema } from "../schema";
import { demandApproved, makeCertificate, reasonIfEarly } from "./make";

/**
 * Certifies a trainer who completed a training of trainers, on an expert's recommendation. Valid for 36 months. Refused
 * while what it rests on is in doubt, and after a revocation until somebody allows it again.
 */
export const certifyTrainer = command("certificates.issue", certifySchema, (cx, input) => {
  const course = gate.course(cx, "certificates.issue", input.courseId);
  demandApproved(course);
  if (course.kind !== "tot") refuse("onlyTrainers");
  const { registrationId } = input;
  const { person, participation } = whoMayBeCertified(completionOf(cx, course), registrationId);
  const reason = reasonIfEarly(cx, course, input.reason);
  if (reason) keepReason(cx, { kind: "certificate.early", courseId: course.id, registrationId }, reason);
  const issuedOn = dayAt(cx.now, course.zone);
  const minutes = person.minutes ?? participation.facts.minutes;
  const facts = courseFacts(cx, course);
  const { id, serial } = makeCertificate(cx, {
    registrationId,
    kind: "trainer_certification",
    language: person.language,
    facts: factsFor(facts, person, minutes, person.language, input.recommendedBy),
    issuedOn,
    validFrom: cx.now,
    expiresOn: addMonths(issuedOn, trainerCertificationMonths),
  });
  happened(cx, {
    kind: "certificate.trainer-certified",
    courseId: course.id,
    registration: { registrationId, personId: person.personId },
  });
  return { courseId: course.id, slug: course.slug, certificateId: id, serial };
});

/** The person of a registration with the participation on which their certification will rest, or a refusal. */
function whoMayBeCertified({ issued }: Completion, registrationId: number) {
  const person = issued.find((p) => p.registrationId === registrationId);
  const participation = person?.certificates.find((c) => c.kind === "participation" && stands(c));
  if (!person || !participation) refuse("participationFirst");
  if (person.certificates.some((c) => c.kind === "trainer_certification" && stands(c)))
    refuse("alreadyCertified");
  if (person.doubtful.participation) refuse("ruleLost");
  if (person.takenBack.some((c) => c.kind === "trainer_certification")) refuse("certificationRevoked");
  return { person, participation };
}
