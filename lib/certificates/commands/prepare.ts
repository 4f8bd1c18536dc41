import { isDeepStrictEqual } from "node:util";
import type { GrantedCourse } from "../../access/gate";
import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { namesAlone } from "../../i18n/rules";
import { refuse } from "../../result";
import { addDays } from "../../time/civil";
import { dayAt } from "../../time/zone";
import { courseFacts, factsFor } from "../facts";
import { completionOf } from "../queries";
import { mayPrepare, prepareDays } from "../rules/preparing";
import { prepareSchema } from "../schema";
import { makeValid, makeVoid } from "../store";
import { demandApproved, makeCertificate } from "./make";

/**
 * Sheets to print and sign before the closing, for everyone who will pass if they come to all sessions that have no
 * entry for them yet. They become valid when the course ends. Doing it again leaves what is still right as it is,
 * puts new sheets in the place of those that would say something else now, and takes out who can no longer pass.
 * @returns how many sheets are new and how many were taken out, and whose name cannot be printed.
 */
export const prepareCertificates = command("certificates.issue", prepareSchema, (cx, input) => {
  const course = gate.course(cx, "certificates.issue", input.courseId);
  const { endsOn } = course;
  demandApproved(course);
  if (course.state !== "running" || endsOn === null) refuse("prepareWhenRunning");
  if (!mayPrepare(course, dayAt(cx.now, course.zone)))
    refuse("prepareFrom", { params: { day: { day: addDays(endsOn, -prepareDays) } } });
  const { toPrepare, prepared, toMend } = completionOf(cx, course);
  const facts = courseFacts(cx, course);
  const wanted = new Map(
    toPrepare.map((p) => [
      p.registrationId,
      { ...p, facts: factsFor(facts, p, p.minutesAtBest, p.language) },
    ]),
  );
  const stale = prepared.filter(({ person, certificate }) => {
    const sheet = wanted.get(person.registrationId);
    const right =
      sheet?.language === certificate.language &&
      certificate.issuedOn === endsOn &&
      isDeepStrictEqual(sheet.facts, certificate.facts);
    if (right) wanted.delete(person.registrationId);
    return !right;
  });
  for (const { certificate } of stale) makeVoid(cx, certificate.id);
  for (const { registrationId, language, facts: said, prepared: before } of wanted.values())
    makeCertificate(cx, {
      registrationId,
      kind: "participation",
      language,
      facts: said,
      issuedOn: endsOn,
      validFrom: null,
      // Whoever verifies a sheet that was made anew is led to the one in its place.
      replacesId: before?.id ?? null,
    });
  const done = { courseId: course.id, made: wanted.size, takenOut: stale.length };
  happened(cx, { kind: "certificates.prepared", ...done });
  return { ...done, leftOut: toMend.filter((p) => p.canPass && p.mayHave).map(namesAlone) };
});

/**
 * What becomes of the sheets of a course that has just ended or been cancelled: valid for those who meet the rule, void
 * for the others. Within the open transaction, after everybody's attendance is settled.
 * @param course as it is now.
 */
export function settlePrepared(cx: Context, course: GrantedCourse<"course.run">): void {
  const { prepared } = completionOf(cx, course);
  if (prepared.length === 0) return;
  const passed = prepared.filter(({ person }) => course.state === "closed" && person.lacks.length === 0);
  for (const one of prepared) (passed.includes(one) ? makeValid : makeVoid)(cx, one.certificate.id);
  happened(cx, {
    kind: "certificates.settled",
    courseId: course.id,
    registrations: passed.map(({ person: { registrationId, personId } }) => ({ registrationId, personId })),
    sheets: prepared.length,
  });
}
