import type { GrantedCourse } from "../access/gate";
import * as gate from "../access/gate";
import { command } from "../acts/command";
import type { Context } from "../acts/context";
import { happened } from "../acts/happened";
import { keepReason } from "../audit/store";
import { allows } from "../courses/rules";
import { fault } from "../faults";
import { rosterOf } from "../registrations/store/roster";
import { refuse, refuseAt } from "../result";
import { dayOwedReason, earlyScores } from "./queries";
import { type Score, type ScoresInput, scoresSchema } from "./schema";
import { putScore, scoresIn } from "./store";

/**
 * Enters scores of tests and micro-teachings; those that stay as they are keep who entered them. One over which
 * somebody else has entered another since is refused as `stale`, with all that came with it. Before the first day of
 * the course a reason is owed, once.
 */
export const enterScores = command("assessments.enter", scoresSchema, (cx, input) => {
  const course = gate.course(cx, "assessments.enter", input.courseId);
  if (!allows(course.state, "roll")) refuse("rollNotOpen");
  owesReasonForEarly(cx, course, input);
  const roster = new Set(rosterOf(cx, course.id).map((person) => person.registrationId));
  if (input.scores.some(({ registrationId }) => !roster.has(registrationId))) refuse("notOnRoll");
  const kept = new Map(scoresIn(cx, course.id).map((s) => [`${s.registrationId}:${s.kind}`, s.score]));
  const standing = ({ registrationId, kind }: Score) => kept.get(`${registrationId}:${kind}`) ?? null;
  // What its sender left as it was says nothing: somebody else may have entered another one since.
  const touched = input.scores.filter(({ score, was }) => score !== was);
  const changed = touched.filter((score) => score.score !== standing(score));
  if (changed.some((score) => score.was !== standing(score))) refuse("stale");
  for (const { registrationId, kind, score } of changed) putScore(cx, registrationId, kind, score);
  happened(cx, { kind: "assessments.entered", courseId: course.id, saved: changed.length });
  const of = [...new Set(changed.map(({ registrationId }) => registrationId))];
  return { courseId: course.id, saved: changed.length, of };
});

/** Before the first day of the course, scores need a reason; it is kept once for that day. */
function owesReasonForEarly(
  cx: Context,
  course: GrantedCourse<"assessments.enter">,
  { scores, reason }: ScoresInput,
): void {
  const day = dayOwedReason(cx, course);
  if (day === null || scores.every(({ score }) => score === null)) return;
  if (!reason) refuseAt({ reason: fault("scoresEarly", { params: { day: { day } } }) });
  keepReason(cx, earlyScores(course.id, day), reason);
}
