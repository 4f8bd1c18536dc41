import type { Answerable } from "../../access/trainerGate";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { allows } from "../../courses/rules";
import { addTrainer, trainsIn } from "../../courses/store";
import { forgetAboutCourse, untoldOfTraining } from "../../messages/tell";
import { personNames } from "../../people/store";
import { holdsTrainerRoleIn } from "../../programmes/store/roles";
import { Refusal, refuse } from "../../result";
import { putSessions } from "../../timetable/commands/put";
import type { KeptSession } from "../../timetable/store";
import { cannotSignIn } from "../../trainers/signsIn";
import { withTrainer } from "../rules";
import { type RequestRow, updateRequest } from "../store";
import { replyMadeNeedless } from "../store/needless";
import { isOver, sessionsAsked, takenBy } from "../taking";

/** A request that can still be answered, with the sessions that it is for. */
export type Asked<Request extends Answerable = Answerable> = {
  request: Request;
  sessions: KeptSession[];
};

/** A request with its sessions, to be answered by whoever was asked; says why not where it cannot be. */
export function toAnswer<Request extends Answerable>(cx: Context, request: Request): Asked<Request> {
  const { state, course, personId, sessionId } = request;
  if (course.state === "cancelled") refuse("askedCancelled");
  if (state === "taken_back") refuse("requestTakenBack");
  if (state !== "waiting") refuse("requestAnsweredAlready");
  if (!allows(course.state, "plan")) refuse("askedOver");
  if (!holdsTrainerRoleIn(cx, personId, [course.programmeId])) refuse("askedNoTrainer");
  const sessions = sessionsAsked(cx, request);
  if (sessionId === null && isOver(cx, course.id, request)) refuse("askedAllOver");
  if (sessionId !== null && sessions.length === 0) refuse("askedSessionGone");
  if (sessionId !== null && sessions.some((s) => s.startInstant <= cx.now)) refuse("askedTooLate");
  return { request, sessions };
}

/**
 * Keeps what somebody answered, and tells whoever asked, unless they entered it. Where somebody accepts who was asked after another
 * had declined the same, nothing is to be done about that one any more.
 */
export function answered(
  cx: Context,
  { request }: Asked,
  answer: Partial<RequestRow> & { state: "accepted" | "declined" | "proposed" },
) {
  updateRequest(cx, request.id, { ...answer, answeredAt: cx.now });
  const { id: requestId, courseId, personId, askedBy } = request;
  // That they do not train in it any more is not true any more either.
  if (answer.state === "accepted" && untoldOfTraining(cx, personId, courseId)?.message === "trainingEnded")
    forgetAboutCourse(cx, personId, courseId, "training");
  if (answer.state === "accepted")
    for (const id of replyMadeNeedless(cx, request)) updateRequest(cx, id, { settledAt: cx.now });
  happened(cx, {
    kind: "request.answered",
    courseId,
    requestId,
    personId,
    askedBy: askedBy === cx.viewer.personId ? null : askedBy,
    answer: answer.state,
    joins: answer.state === "accepted" && !trainsIn(cx, courseId, personId),
    said: { trainer: personNames(cx, personId)!.name, reason: answer.reason ?? "" },
  });
  return { requestId };
}

/** Puts somebody who accepted into the course and those of its sessions that they can train; says where they teach elsewhere if that is none. */
export function takeIn(cx: Context, { request, sessions }: Asked, groupId: number | null): void {
  const { personId, role, sessionId, course } = request;
  const disabled = cannotSignIn(cx, [personId]);
  if (disabled) throw new Refusal(disabled);
  if (!trainsIn(cx, course.id, personId)) addTrainer(cx, course.id, personId);
  const coming = sessions.filter((s) => !s.trainerIds.includes(personId));
  const taken = takenBy(cx, request, coming, groupId);
  const wanted = taken.length > 0 ? taken : coming;
  putSessions(
    cx,
    course,
    wanted.map((s) => withTrainer(s, personId, role, sessionId === null)),
  );
}
