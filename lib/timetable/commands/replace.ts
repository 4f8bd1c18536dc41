import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { replaceTrainers, trainersIn } from "../../courses/store";
import { fault } from "../../faults";
import { holdsTrainerRoleIn } from "../../programmes/store/roles";
import { withdrawRequest, withdrawRequests } from "../../requests/commands/manage";
import { waitingIn } from "../../requests/store";
import { trainsAllAsked } from "../../requests/taking";
import { refuse, refuseAt } from "../../result";
import { cannotSignIn } from "../../trainers/signsIn";
import { planIssues } from "../queries/issues";
import { replacedBy } from "../rules/replace";
import { replaceTrainerSchema } from "../schema";
import { insertAcceptance } from "../store/accepted";
import { keepChange, leaveTeam, type Standing, timetableToChange, withHeld } from "./change";
import { putSessions } from "./put";

/** Refuses whoever is no trainer there, can no longer sign in, or is the one who is replaced. */
function demandCanCome(cx: Context, { course }: Standing, personId: number, byPersonId: number): void {
  if (byPersonId === personId) refuseAt({ byPersonId: fault("chooseSomebodyElse") });
  if (!holdsTrainerRoleIn(cx, byPersonId, [course.programmeId]))
    refuseAt({ byPersonId: fault("trainerNotInProgramme") });
  const disabled = cannotSignIn(cx, [byPersonId]);
  if (disabled) refuseAt({ byPersonId: disabled });
}

/** Who is away, or leads what they have neither completed nor taught, as it is open in the plan. */
const softIn = (cx: Context, { course }: Standing) =>
  planIssues(cx, course).open.flatMap(({ kind, about }) =>
    kind === "away" || kind === "not_qualified" ? [{ kind, about } as const] : [],
  );

/** Accepts with the reason what the change brought that is not as it should be; asks for one where there is none. */
function acceptWhatCame(
  cx: Context,
  before: Standing,
  was: ReturnType<typeof softIn>,
  reason: string | null,
): void {
  const came = softIn(cx, before).filter(
    (one) => !was.some(({ about, kind }) => about === one.about && kind === one.kind),
  );
  if (came.length === 0) return;
  if (reason === null) refuseAt({ reason: fault("replaceReason", { params: { count: came.length } }) });
  for (const { kind, about } of came) {
    const acceptance = insertAcceptance(cx, { courseId: before.course.id, kind, about, reason });
    happened(cx, { kind: "timetable.issue-accepted", courseId: before.course.id, issue: kind, acceptance });
  }
}

/**
 * Takes back what the one who goes was asked, who hears it, and what the one who comes need not answer any more: they train all of
 * it. Gives the keys of these.
 */
function settleRequests(cx: Context, { course }: Standing, personId: number, byPersonId: number): number[] {
  const asks = gate.courseFor(cx, "trainers.ask", course);
  const waiting = waitingIn(cx, course.id);
  const ofLeft = waiting.filter(({ id }) => id === personId);
  withdrawRequests(cx, asks, ofLeft);
  const needless = waiting.filter(
    ({ id, ...asked }) => id === byPersonId && trainsAllAsked(cx, course.id, { ...asked, personId: id }),
  );
  for (const { requestId, id } of needless) withdrawRequest(cx, asks, { requestId, personId: id }, false);
  return [...ofLeft, ...needless].map(({ requestId }) => requestId);
}

/**
 * Puts a trainer in another one's place, in the same roles, in all sessions that have not begun and of which no attendance was
 * taken. Whoever has no session left leaves the course, and is asked for nothing in it any more. Refused where the new one
 * teaches something else at the time of one; where they are away, or have neither completed nor taught a module, that is accepted with a
 * reason.
 */
export const replaceTrainer = command("timetable.edit", replaceTrainerSchema, (cx, input) => {
  const before = timetableToChange(cx, input.courseId, input);
  const { course, timetable } = before;
  const { personId, byPersonId, reason } = input;
  const team = trainersIn(cx, course.id);
  if (course.scheduledBy === personId) refuse("notFound");
  if (!team.includes(personId)) refuse("replacedMeanwhile");
  demandCanCome(cx, before, personId, byPersonId);
  const own = timetable.filter((s) => s.trainerIds.includes(personId));
  const coming = withHeld(cx, own).filter((s) => s.startInstant > cx.now && !s.held);
  if (own.length > 0 && coming.length === 0) refuse("replaceNothing");
  const was = softIn(cx, before);
  // Whoever comes is of the team before their sessions are theirs.
  const joined = team.includes(byPersonId) ? null : byPersonId;
  if (joined !== null) replaceTrainers(cx, course.id, [...team, joined]);
  putSessions(
    cx,
    course,
    coming.map(({ held: _, ...session }) => replacedBy(session, personId, byPersonId)),
    ({ fault: said }) => refuseAt({ byPersonId: said }),
  );
  const requestIds = settleRequests(cx, before, personId, byPersonId);
  const left = leaveTeam(cx, before, personId) ? personId : null;
  acceptWhatCame(cx, before, was, reason);
  const changed = keepChange(cx, before, "edit", {
    ...{ left, joined, requestIds },
    replaced: { personId, byPersonId },
  });
  happened(cx, {
    kind: "timetable.trainer-replaced",
    courseId: course.id,
    ...{ personId, byPersonId, sessions: coming.length },
  });
  return { ...changed, personId, byPersonId, sessions: coming.length };
});
