import * as trainers from "../../access/trainerGate";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { courseMoved } from "../../admission/commands/moved";
import { detailsOf } from "../../audit/store";
import { allows } from "../../courses/rules";
import { trainsIn } from "../../courses/store";
import { fault } from "../../faults";
import { groupRow } from "../../groups/store";
import { refuse, refuseAt } from "../../result";
import { keepChange, leaveTeam, type Standing, standingOf } from "../../timetable/commands/change";
import { putSessions } from "../../timetable/commands/put";
import { keptParams } from "../../timetable/queries/inTheWay";
import { acceptanceBy, type ChangeRow, markUndone } from "../../timetable/store/changes";
import { ownWord } from "../ownWord";
import { withoutTrainer } from "../rules";
import { heardAnswerSchema, requestSchema } from "../schema";
import { answered, takeIn, toAnswer } from "./answered";
import { letWait } from "./manage";

/** Takes somebody in as they accepted, so that it can be undone: which sessions became theirs is kept as a change of the timetable. */
function takeInAsKept(
  cx: Context,
  before: Standing,
  asked: ReturnType<typeof toAnswer>,
  groupId: number | null,
): void {
  const { personId, id: accepted } = asked.request;
  const joined = trainsIn(cx, before.course.id, personId) ? null : personId;
  takeIn(cx, asked, groupId);
  keepChange(cx, before, "edit", { left: null, joined, accepted }, ownWord(cx, personId));
}

/** True where somebody came to the team of a course by accepting this request. */
const joinedBy = (cx: Context, courseId: number, requestId: number): boolean =>
  detailsOf(cx, { subject: "course", subjectId: courseId, action: "request.answered" }).find(
    (answer) => answer.requestId === requestId,
  )?.joins === true;

/**
 * Whoever may ask for a course enters what a trainer answered them, by telephone or in person: who has neither mail nor an account
 * answers no other way. It counts as their answer, and says who entered it.
 */
export const enterAnswer = command(
  "trainers.ask",
  heardAnswerSchema,
  (cx, { requestId, answer, reason, groupId }) => {
    const request = trainers.heardRequest(cx, "trainers.ask", requestId);
    if (request.state !== "waiting") refuse("requestChanged");
    if (groupId && !groupRow(cx, request.courseId, groupId)) refuseAt({ groupId: fault("groupGone") });
    const asked = toAnswer(cx, request);
    const answeredBy = cx.viewer.personId;
    // Before they answered they were asked: what they knew is compared with what they train.
    const before = standingOf(cx, request.course);
    answered(cx, asked, { state: answer, answeredBy, reason: answer === "declined" ? reason : null });
    if (answer === "accepted") takeInAsKept(cx, before, asked, groupId ?? null);
    return { courseId: request.courseId, requestId, personId: request.personId, answer };
  },
);

/**
 * Takes somebody out of the sessions that became theirs by an acceptance, whoever else came to these since; refused once one of
 * them has begun. Within the open transaction.
 */
function takeOut(cx: Context, before: Standing, change: ChangeRow, personId: number): void {
  const { course, timetable, agreed } = before;
  const given = change.after.map(({ id }) => id);
  const theirs = timetable.filter((s) => given.includes(s.id) && s.trainerIds.includes(personId));
  const begun = theirs.find((s) => s.startInstant <= cx.now);
  if (begun) refuse("undoBegun", { params: keptParams(cx, begun) });
  putSessions(
    cx,
    course,
    theirs.map((s) => withoutTrainer(s, personId)),
  );
  if (change.before[0]?.team?.joined === personId) leaveTeam(cx, before, personId);
  markUndone(cx, change.id);
  courseMoved(cx, agreed, ownWord(cx, personId));
  happened(cx, { kind: "timetable.undone", courseId: course.id, change: change.id });
}

/**
 * Takes an answer back that was entered for somebody: the request waits again, and whoever accepted trains by it no longer. Refused
 * once something of what they took has begun, and where the same was asked anew.
 */
export const takeBackAnswer = command("trainers.ask", requestSchema, (cx, { requestId }) => {
  const { course, state, answeredBy, personId } = trainers.heardRequest(cx, "trainers.ask", requestId);
  if (answeredBy === null || (state !== "accepted" && state !== "declined")) refuse("requestChanged");
  if (!allows(course.state, "plan")) refuse("courseStateForbids");
  const change = state === "accepted" ? acceptanceBy(cx, course.id, answeredBy, requestId) : undefined;
  // Before it waits again they were not asked: what they knew is compared with what they train then.
  const before = standingOf(cx, course);
  if (!letWait(cx, course, requestId)) refuse("undoAskedAnew");
  if (change) takeOut(cx, before, change, personId);
  else if (state === "accepted" && joinedBy(cx, course.id, requestId)) leaveTeam(cx, before, personId);
  happened(cx, { kind: "request.answer-taken-back", courseId: course.id, requestId, personId });
  return { courseId: course.id, requestId };
});
