import type * as z from "zod";
import type { OwnRequest } from "../../access/trainerGate";
import * as trainers from "../../access/trainerGate";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { moveInDoubt, yearDays } from "../../courses/rules/workshops";
import { fault } from "../../faults";
import { personNames } from "../../people/store";
import { holdsTrainerRoleIn } from "../../programmes/store/roles";
import { refuseAt } from "../../result";
import { minutesOf } from "../../time/civil";
import { dayAt } from "../../time/zone";
import { placeFrom, plannedMinutes } from "../../timetable/rules/sessions";
import { cannotSignIn } from "../../trainers/signsIn";
import { trainsAsked } from "../queries";
import { proposesFirstDay } from "../rules";
import { acceptRequestSchema, declineSchema, proposeInsteadSchema } from "../schema";
import type { RequestRow } from "../store";
import { type Asked, answered, takeIn, toAnswer } from "./answered";

/** One's own request that can still be answered. */
const ownToAnswer = (cx: Context, requestId: number): Asked<OwnRequest> =>
  toAnswer(cx, trainers.ownRequest(cx, "request.answer", requestId));

/**
 * A trainer accepts: they train the session that they were asked for, of a whole course all to come that they can; of groups
 * at one time the one that they choose. Refused where they teach elsewhere at the time of all of them.
 */
export const acceptRequest = command("request.answer", acceptRequestSchema, (cx, { requestId, groupId }) => {
  const asked = ownToAnswer(cx, requestId);
  // Whether they come to the team by it is said before they are in it.
  const done = answered(cx, asked, { state: "accepted" });
  takeIn(cx, asked, groupId ?? null);
  return done;
});

/** A trainer says that they cannot, and why. */
export const declineRequest = command("request.answer", declineSchema, (cx, { requestId, reason }) =>
  answered(cx, ownToAnswer(cx, requestId), { state: "declined", reason }),
);

/** Refuses to name oneself, or somebody who is no trainer there, trains it already or can no longer sign in. */
function demandOther(cx: Context, { request }: Asked<OwnRequest>, other: number | null): void {
  if (other === null) return;
  const trainer = { person: personNames(cx, other) ?? { name: "", latinName: null } };
  if (other === request.personId) refuseAt({ otherPersonId: fault("chooseSomebodyElse") });
  if (!holdsTrainerRoleIn(cx, other, [request.course.programmeId]))
    refuseAt({ otherPersonId: fault("trainerNotInProgramme") });
  const disabled = cannotSignIn(cx, [other]);
  if (disabled) refuseAt({ otherPersonId: disabled });
  if (trainsAsked(cx, request).includes(other))
    refuseAt({ otherPersonId: fault("askedTeaches", { params: { trainer } }) });
}

/**
 * Refuses a day that is over, and a time at which the session would not end on its day. Of all of a course that is to come it is
 * another first day, near enough to be meant; else one of the course's days.
 */
function demandTime(
  cx: Context,
  { request, sessions }: Asked<OwnRequest>,
  { otherDay, otherTime }: Pick<RequestRow, "otherDay" | "otherTime">,
): void {
  if (otherDay === null) return;
  const { startsOn, endsOn, zone } = request.course;
  const today = dayAt(cx.now, zone);
  if (otherDay < today) refuseAt({ otherDay: fault("answerByPast") });
  if (proposesFirstDay(request, request.course, today)) {
    if (otherDay === startsOn) refuseAt({ otherDay: fault("moveNowhere") });
    if (moveInDoubt(otherDay, startsOn ?? today, today))
      refuseAt({ otherDay: fault("yearInDoubt", { params: { day: { day: otherDay }, days: yearDays } }) });
    return;
  }
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
    const asked = ownToAnswer(cx, requestId);
    demandOther(cx, asked, instead.otherPersonId);
    demandTime(cx, asked, instead);
    return answered(cx, asked, { state: "proposed", ...instead });
  },
);
