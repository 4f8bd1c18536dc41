import type { TrainerRole } from "../../../db/values/timetable";
import type { GrantedCourse } from "../../access/gate";
import * as gate from "../../access/gate";
import type { Context } from "../../acts/context";
import { recount } from "../../attendance/commands/recount";
import { restoreMarks } from "../../attendance/store/kept";
import { type CourseRow, trainersIn } from "../../courses/store";
import { type FieldFault, fault } from "../../faults";
import { Refusal } from "../../result";
import { busyFault, roomFault } from "../queries/inTheWay";
import { type Span, spanOf } from "../rules/conflicts";
import { firstTrainer, roleOf, withRoles } from "../rules/roles";
import { plannedMinutes } from "../rules/sessions";
import { addTrainers, insertSession, type KeptSession } from "../store";
import { removeTrainers, setSession, setTrainerRoles, timetableOf } from "../store/kept";
import { engagements, roomsTaken } from "../store/taken";
import { withoutPlanningGuards } from "../store/times";

/** A session as it is to be; without a key where it is new. */
export type WantedSession = Pick<
  KeptSession,
  "kind" | "moduleId" | "title" | "day" | "startsAt" | "endsAt" | "roomId" | "placedByHand" | "trainerIds"
> &
  Partial<
    Pick<
      KeptSession,
      | "id"
      | "activityId"
      | "groupId"
      | "version"
      | "renamed"
      | "marks"
      | "coTrainerIds"
      | "apprenticeIds"
      | "online"
      | "link"
      | "interpretedInto"
      | "interpreter"
    >
  >;

/** Why a session cannot be where it is wanted: the field of its form that this is about, and what is said there. */
type Clash = { field: "endsAt" | "roomId" | (typeof fieldOf)[TrainerRole]; fault: FieldFault };

/** Tells of a clash, with the others of the same session: its trainer and its room may both be taken. */
type Refuses = (clash: Clash, ...others: Clash[]) => never;

/** The field of a session's form in which whoever trains it in a role is ticked. */
const fieldOf = { lead: "trainerIds", co_trainer: "coTrainerIds", apprentice: "apprenticeIds" } as const;

/** Tells of a clash at the top of a form that has no field for it. */
const refuseAtTop: Refuses = (clash) => {
  throw new Refusal(clash.fault);
};

/** What a session keeps that is put where it was: its time, its room and those of its trainers who stay. */
type Stays = { inRoom: boolean; trainerIds: readonly number[] };

/** A session that was put, with what it was and what it keeps of that. */
type Put = {
  id: number;
  session: WantedSession;
  before: KeptSession | undefined;
  span: Span;
  stays: Stays;
};

/** True of sessions that one which is put back shared its trainers or its room with before. */
type Stood = (other: { sessionId: number; updatedAt: number }) => boolean;

/** A version beyond any that the session had: as one that was taken out it counted on once more. */
const versionAfter = (before: KeptSession | undefined, { id, version = 0 }: WantedSession): number =>
  before ? Math.max(before.version, version) + 1 : id === undefined ? 1 : version + 2;

/** What a session keeps that it has at that time already: whatever overlaps it, that was so before. */
function staying(session: WantedSession, before: KeptSession | undefined, span: Span): Stays {
  if (before?.startInstant !== span.startsAt || before.endInstant !== span.endsAt)
    return { inRoom: false, trainerIds: [] };
  return {
    inRoom: before.roomId === session.roomId,
    trainerIds: before.trainerIds.filter((id) => session.trainerIds.includes(id)),
  };
}

/**
 * Writes one session, under its own key where it had one, and counts its roll again where its length is another one. It
 * has a room only where it stays in it.
 */
function write(cx: Context, course: CourseRow, { session, before, span, stays }: Omit<Put, "id">): number {
  const { kind, moduleId, title, day, startsAt, endsAt, placedByHand } = session;
  const minutes = plannedMinutes(session);
  const columns = {
    ...{ kind, moduleId, title, day, startsAt, endsAt, placedByHand, minutes },
    roomId: stays.inRoom ? session.roomId : null,
    activityId: session.activityId ?? null,
    groupId: session.groupId ?? null,
    online: session.online ?? false,
    link: session.link ?? null,
    interpretedInto: session.interpretedInto ?? null,
    interpreter: session.interpreter ?? null,
    zone: course.zone,
    startInstant: span.startsAt,
    endInstant: span.endsAt,
    updatedAt: cx.now,
    version: versionAfter(before, session),
  };
  if (before === undefined) {
    const { id: key, renamed } = session;
    const row = { ...columns, id: key, renamed, courseId: course.id };
    const id = insertSession(cx, row, { trainerIds: [] });
    restoreMarks(cx, id, session.marks ?? []);
    return id;
  }
  const countAgain = () => recount(cx, gate.session(cx, "timetable.edit", before.id), minutes);
  if (minutes < before.minutes) countAgain();
  setSession(cx, before.id, columns);
  if (minutes > before.minutes) countAgain();
  return before.id;
}

/** Who or what is in the way of a session that was put: of its trainers who come to it, and of its room where it comes there. */
function inTheWayOf(cx: Context, { id, session, span, stays }: Put) {
  const others = (other: { sessionId: number }) => other.sessionId !== id;
  const coming = session.trainerIds.filter((trainer) => !stays.trainerIds.includes(trainer));
  const rooms = session.roomId === null || stays.inRoom ? [] : [session.roomId];
  return {
    coming,
    busy: engagements(cx, coming, span).filter(others),
    taken: roomsTaken(cx, rooms, span).filter(others),
  };
}

/**
 * Gives a session that was put its trainers and its room; says why it cannot have them. What stays in its place may, and so
 * may what had them together with another one before (`stood`).
 */
function takePlace(cx: Context, one: Put, course: CourseRow, clash: Refuses, stood: Stood): void {
  const { coming, busy, taken } = inTheWayOf(cx, one);
  // What is of another course is told of first: whoever plans does not see it.
  const first = <T extends { courseId: number }>(found: readonly T[]): T | undefined =>
    found.find((other) => other.courseId !== course.id) ?? found[0];
  const engaged = first(busy.filter((other) => !stood(other)));
  const full = first(taken.filter((other) => !stood(other)));
  const { session, stays, id } = one;
  const [clashes, ...others]: Clash[] = [
    ...(engaged
      ? [{ field: fieldOf[roleOf(session, engaged.trainerId)], fault: busyFault(cx, engaged, course) }]
      : []),
    ...(full ? [{ field: "roomId" as const, fault: roomFault(cx, full, course) }] : []),
  ];
  if (clashes) clash(clashes, ...others);
  const take = () => {
    addTrainers(cx, id, { ...session, trainerIds: coming });
    setTrainerRoles(cx, id, { ...session, trainerIds: stays.trainerIds });
    if (session.roomId !== null && !stays.inRoom) setSession(cx, id, { roomId: session.roomId });
  };
  if (busy.length + taken.length > 0) withoutPlanningGuards(cx, take);
  else take();
}

/**
 * Puts sessions where they are wanted: adds those that are not there (under their own key where they had one), changes
 * the others and counts their rolls again. Each version is higher than any that the session had. Those whose trainers
 * meet somebody else's session, or whose room is taken, are told of by `clash`, but for those that `stood` is true of.
 * Within the open transaction.
 * @returns their keys, in order.
 */
export function putSessions(
  cx: Context,
  course: GrantedCourse<"timetable.edit" | "request.answer">,
  asked: readonly WantedSession[],
  clash: Refuses = refuseAtTop,
  stood: Stood = () => false,
): number[] {
  const first = firstTrainer(course, trainersIn(cx, course.id));
  const wanted = asked.map((session) => withRoles(session, first));
  const there = new Map(timetableOf(cx, course.id).map((s) => [s.id, s]));
  const spans = wanted.map((session) => spanOf(session, course.zone));
  const stays = wanted.map((session, i) => staying(session, there.get(session.id ?? 0), spans[i]!));
  // What does not stay leaves all of them first, so that two sessions can change places.
  for (const [i, { id }] of wanted.entries()) {
    if (id === undefined || !there.has(id)) continue;
    removeTrainers(cx, id, stays[i]!.trainerIds);
    if (!stays[i]!.inRoom) setSession(cx, id, { roomId: null });
  }
  const put = wanted.map((session, i): Put => {
    const span = spans[i]!;
    if (span.endsAt <= span.startsAt) clash({ field: "endsAt", fault: fault("endBeforeStart") });
    const before = session.id === undefined ? undefined : there.get(session.id);
    const one = { session, before, span, stays: stays[i]! };
    return { id: write(cx, course, one), ...one };
  });
  for (const one of put) takePlace(cx, one, course, clash, stood);
  return put.map(({ id }) => id);
}
