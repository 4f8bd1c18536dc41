import type { GrantedCourse } from "../../access/gate";
import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { allows } from "../../courses/rules";
import { type FieldFault, fault } from "../../faults";
import { groupRow } from "../../groups/store";
import { notReached } from "../../messages/tell";
import { personNames } from "../../people/store";
import { holdsTrainerRoleIn } from "../../programmes/store/roles";
import { refuse, refuseAt } from "../../result";
import { sessionRow } from "../../timetable/store";
import { cannotSignIn } from "../../trainers/signsIn";
import { type AskInput, askSchema } from "../schema";
import { insertRequest, waitingIn, waitingRequest } from "../store";
import { trainWhatIsAsked } from "../taking";
import { demandDay, type MayAsk } from "./answerBy";
import { withdrawRequest } from "./manage";

type Course = GrantedCourse<MayAsk>;
type Asked = Pick<AskInput, "sessionId" | "role" | "answerBy" | "message"> & { groupId: number | null };

/** Why somebody cannot be asked; null where they can. */
function whyNot(
  cx: Context,
  course: Course,
  asked: Pick<Asked, "sessionId" | "groupId">,
  { personId, train }: { personId: number; train: readonly number[] },
): FieldFault | null {
  const trainer = { person: personNames(cx, personId) ?? { name: "", latinName: null } };
  if (!holdsTrainerRoleIn(cx, personId, [course.programmeId])) return fault("trainerNotInProgramme");
  const disabled = cannotSignIn(cx, [personId]);
  if (disabled) return disabled;
  if (train.includes(personId)) return fault("askedTeaches", { params: { trainer } });
  const { sessionId, groupId } = asked;
  if (waitingRequest(cx, { courseId: course.id, sessionId, groupId, personId }))
    return fault("askedAlready", { params: { trainer } });
  return null;
}

/** Takes back what somebody was asked of the groups of a course, who is asked for all of it now: one answer is enough. */
function askedForAll(cx: Context, course: Course, personId: number): void {
  for (const one of waitingIn(cx, course.id))
    if (one.id === personId && one.groupId !== null)
      withdrawRequest(cx, course, { requestId: one.requestId, personId }, false);
}

/**
 * Asks trainers for a course or one session of it, each by a request of their own, and tells them. Within the open
 * transaction.
 */
export function askThem(cx: Context, course: Course, trainerIds: readonly number[], asked: Asked): number[] {
  const train = trainWhatIsAsked(cx, course.id, asked);
  const requests = trainerIds.map((personId) => {
    const wrong = whyNot(cx, course, asked, { personId, train });
    if (wrong) refuseAt({ trainerIds: wrong });
    if (asked.sessionId === null && asked.groupId === null) askedForAll(cx, course, personId);
    return { requestId: insertRequest(cx, { courseId: course.id, personId, ...asked }), personId };
  });
  if (requests.length > 0)
    happened(cx, {
      kind: "request.sent",
      courseId: course.id,
      requests,
      said: { answerBy: asked.answerBy, note: asked.message ?? "" },
    });
  return requests.map(({ requestId }) => requestId);
}

/** Those of them whom there is no need to ask: they train it already, or were asked and have not answered. */
function leftOut(cx: Context, course: Course, trainerIds: readonly number[], asked: Asked) {
  const train = trainWhatIsAsked(cx, course.id, asked);
  const codes = new Map(
    trainerIds.map((personId) => [personId, whyNot(cx, course, asked, { personId, train })?.code]),
  );
  const by = (code: FieldFault["code"]) => trainerIds.filter((personId) => codes.get(personId) === code);
  return { leftTraining: by("askedTeaches"), leftWaiting: by("askedAlready") };
}

/**
 * A coordinator, or whose own workshop it is, asks trainers of the programme, with a day to answer by. They count as
 * provisional until they answer. Of several whoever need not be asked is left out (`leftTraining`, `leftWaiting`); refused where
 * that is all of them.
 */
export const askTrainers = command("trainers.ask", askSchema, (cx, input) => {
  const course = gate.course(cx, "trainers.ask", input.courseId);
  if (!allows(course.state, "plan")) refuse("courseStateForbids");
  const { sessionId, role, answerBy, message } = input;
  if (sessionId !== null && sessionRow(cx, sessionId)?.courseId !== course.id) refuse("sessionGone");
  // Whose session it is says the session itself.
  const groupId = sessionId === null ? (input.groupId ?? null) : null;
  if (groupId !== null && !groupRow(cx, course.id, groupId)) refuseAt({ groupId: fault("groupGone") });
  demandDay(cx, course, { sessionId, groupId }, answerBy);
  const wanted = { sessionId, groupId, role, answerBy, message };
  const needless = leftOut(cx, course, input.trainerIds, wanted);
  const asks = input.trainerIds.filter((id) => !Object.values(needless).flat().includes(id));
  const trainerIds = asks.length > 0 ? asks : input.trainerIds;
  const asked = askThem(cx, course, trainerIds, wanted);
  return { courseId: course.id, asked: asked.length, byHand: notReached(cx, trainerIds), ...needless };
});
