import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import { happened } from "../../acts/happened";
import { keepReason } from "../../audit/store";
import { allows } from "../../courses/rules";
import { namesAlone } from "../../i18n/rules";
import { refuse } from "../../result";
import { dayAt } from "../../time/zone";
import { courseFacts, factsFor } from "../facts";
import { completionOf } from "../queries";
import { batchWord } from "../rules/batch";
import { issueSchema } from "../schema";
import { demandApproved, makeCertificate, reasonIfEarly } from "./make";

/**
 * Certificates of participation for everyone who meets the course's completion rule, has none and was not refused one
 * by a revocation, each in the person's language. Issuing twice makes none twice. Before the course's last day it takes
 * a reason, which is kept. Where those who are ready are no longer those that the form says were shown, nothing is issued.
 * @returns how many were issued, which one where it is one, and who was left out because their name cannot be printed.
 */
export const issueCertificates = command("certificates.issue", issueSchema, (cx, input) => {
  const course = gate.course(cx, "certificates.issue", input.courseId);
  demandApproved(course);
  if (!allows(course.state, "certify")) refuse("certifyWhenClosed");
  const { ready, toMend } = completionOf(cx, course);
  demandForeseen(
    input.foreseen,
    ready.map((person) => person.registrationId),
  );
  const reason = ready.length > 0 ? reasonIfEarly(cx, course, input.reason) : null;
  if (reason) keepReason(cx, { kind: "certificate.early", courseId: course.id }, reason);
  const facts = courseFacts(cx, course);
  const issuedOn = dayAt(cx.now, course.zone);
  const made = ready.map((person) =>
    makeCertificate(cx, {
      registrationId: person.registrationId,
      kind: "participation",
      language: person.language,
      facts: factsFor(facts, person, person.minutes, person.language),
      issuedOn,
      validFrom: cx.now,
    }),
  );
  happened(cx, {
    kind: "certificates.issued",
    courseId: course.id,
    registrations: ready.map(({ registrationId, personId }) => ({ registrationId, personId })),
  });
  const leftOut = toMend.filter((p) => p.mayHave && p.lacks.length === 0).map(namesAlone);
  const certificateId = made.length === 1 ? made[0]!.id : null;
  return { courseId: course.id, slug: course.slug, issued: made.length, certificateId, leftOut };
});

/** Refuses a batch for others than those whom its page showed: issued by a colleague meanwhile, or somebody more is ready. */
function demandForeseen(foreseen: string | null | undefined, ready: readonly number[]): void {
  if (foreseen && foreseen !== batchWord(ready)) refuse("batchChanged", { params: { count: ready.length } });
}
