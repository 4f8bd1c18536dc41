import type * as z from "zod";
import type { GrantedCourse } from "../../access/gate";
import * as trainers from "../../access/trainerGate";
import { disabledAmong } from "../../accounts/store";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { allows } from "../../courses/rules";
import { addTrainer, trainsIn } from "../../courses/store";
import { fault } from "../../faults";
import { personNames } from "../../people/store";
import { holdsTrainerRoleIn } from "../../programmes/store/roles";
import { refuse, refuseAt } from "../../result";
import { minutesOf } from "../../time/civil";
import { dayAt } from "../../time/zone";
import { putSessions } from "../../timetable/commands/put";
import { placeFrom, plannedMinutes } from "../../timetable/rules/sessions";
import { trainsAsked } from "../queries";
import { withTrainer } from "../rules";
import { acceptRequestSchema, declineSchema, proposeInsteadSchema } from "../schema";
import { type RequestRow, updateRequest } from "../store";
import { isOver, sessionsAsked, takenBy } from "../taking";

type Answerable = ReturnType<typeof toAnswer>;

/** One's own request that can still be answered, with the sessions that it is for; says why not where it cannot. */
function toAnswer(cx: Context, requestId: number) {
  const request = trainers.ownRequest(cx, "request.answer", requestId);
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

/** Keeps what somebody answered, and tells whoever asked. */
function answered(
  cx: Context,
  { request }: Answerable,
  answer: Partial<RequestRow> & { state: "accepted" | "declined" | "proposed" },
) {
  updateRequest(cx, request.id, { ...answer, answeredAt: cx.now });
  const { id: requestId, courseId, personId, askedBy } = request;
  happened(cx, {
    kind: "request.answered",
    courseId,
    requestId,
    personId,
    askedBy,
    answer: answer.state,
    said: { trainer: personNames(cx, personId)!.name, reason: answer.reason ?? "" },
  });
  return { requestId };
}

/** Puts somebody who accepted into the course and those of its sessions that they can train; says where they teach elsewhere if that is none. */
function takeIn(cx: Context, { request, sessions }: Answerable, groupId: number | null): void {
  const course: GrantedCourse<"request.answer"> = request.course;
  const { personId, role, sessionId } = request;
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

/**
 * A trainer accepts: they train the session that they were asked for, of a whole course all to come that they can; of groups
 * at one time the one that they choose. Refused where they teach elsewhere at the time of all of them.
 */
export const acceptRequest = command("request.answer", acceptRequestSchema, (cx, { requestId, groupId }) => {
  const asked = toAnswer(cx, requestId);
  takeIn(cx, asked, groupId ?? null);
  return answered(cx, asked, { state: "accepted" });
});

/** A trainer says that they cannot, and why. */
export const declineRequest = command("request.answer", declineSchema, (cx, { requestId, reason }) =>
  answered(cx, toAnswer(cx, requestId), { state: "declined", reason }),
);

/** Refuses to name oneself, or somebody who is no trainer there, trains it already or can no longer sign in. */
function demandOther(cx: Context, { request }: Answerable, other: number | null): void {
  if (other === null) return;
  const trainer = { person: personNames(cx, other) ?? { name: "", latinName: null } };
  if (other === request.personId) refuseAt({ otherPersonId: fault("chooseSomebodyElse") });
  if (!holdsTrainerRoleIn(cx, other, [request.course.programmeId]))
    refuseAt({ otherPersonId: fault("trainerNotInProgramme") });
  if (disabledAmong(cx, [other]).length > 0)
    refuseAt({ otherPersonId: fault("trainerDisabled", { params: { trainer } }) });
  if (trainsAsked(cx, request).includes(other))
    refuseAt({ otherPersonId: fault("askedTeaches", { params: { trainer } }) });
}

/** Refuses a day that is over or outside the course, and a time at which the session would not end on its day. */
function demandTime(
  cx: Context,
  { request, sessions }: Answerable,
  { otherDay, otherTime }: Pick<RequestRow, "otherDay" | "otherTime">,
): void {
  if (otherDay === null) return;
  const { startsOn, endsOn, zone } = request.course;
  if (otherDay < dayAt(cx.now, zone)) refuseAt({ otherDay: fault("answerByPast") });
  if (startsOn && endsOn && (otherDay < startsOn || otherDay > endsOn)) {
    const params = { from: { day: startsOn }, to: { day: endsOn } };
    refuseAt({ otherDay: fault("proposeOutside", { params }) });
  }
  const [session] = request.sessionId === null ? [] : sessions;
  if (otherTime && session && !placeFrom(otherDay, minutesOf(otherTime), plannedMinutes(session)))
    refuseAt({ otherTime: fault("proposeMidnight") });
}

/** A trainer names another trainer, or another day and time, instead; nothing of the plan changes by it. */
export const proposeInstead = command(
  "request.answer",
  proposeInsteadSchema,
  (cx, { requestId, ...instead }: z.output<typeof proposeInsteadSchema>) => {
    const asked = toAnswer(cx, requestId);
    demandOther(cx, asked, instead.otherPersonId);
    demandTime(cx, asked, instead);
    return answered(cx, asked, { state: "proposed", ...instead });
  },
);
