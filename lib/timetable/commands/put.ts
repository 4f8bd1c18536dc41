import type { GrantedCourse } from "../../access/gate";
import * as gate from "../../access/gate";
import type { Context } from "../../acts/context";
import { recount } from "../../attendance/commands/recount";
import { restoreMarks } from "../../attendance/store/kept";
import { type CourseRow, trainersIn } from "../../courses/store";
import { type FieldFault, fault } from "../../faults";
import { Refusal } from "../../result";
import { busyFault, roomFault } from "../queries/inTheWay";
import { type Span, spanOf, trainerConflict } from "../rules/conflicts";
import { firstTrainer, withRoles } from "../rules/roles";
import { plannedMinutes } from "../rules/sessions";
import { addTrainers, insertSession, type KeptSession } from "../store";
import { removeTrainers, setSession, timetableOf } from "../store/kept";
import { engagements, roomsTaken } from "../store/taken";

/** A session as it is to be; without a key where it is new. */
export type WantedSession = Pick<
  KeptSession,
  "kind" | "moduleId" | "title" | "day" | "startsAt" | "endsAt" | "roomId" | "placedByHand" | "trainerIds"
> &
  Partial<
    Pick<
      KeptSession,
      "id" | "activityId" | "version" | "renamed" | "marks" | "coTrainerIds" | "apprenticeIds"
    >
  >;

/** Why a session cannot be where it is wanted: the field of its form that this is about, and what is said there. */
type Clash = { field: "endsAt" | "roomId" | "trainerIds"; fault: FieldFault };

/** Tells of a clash at the top of a form that has no field for it. */
function refuseAtTop(clash: Clash): never {
  throw new Refusal(clash.fault);
}

/** A session that was put, with what it was, and whether it stays in the room that it is in, when it is. */
type Put = {
  id: number;
  session: WantedSession;
  before: KeptSession | undefined;
  span: Span;
  staysInRoom: boolean;
};

/** A version beyond any that the session had: as one that was taken out it counted on once more. */
const versionAfter = (before: KeptSession | undefined, { id, version = 0 }: WantedSession): number =>
  before ? Math.max(before.version, version) + 1 : id === undefined ? 1 : version + 2;

/** True where a session is already in the room that it is wanted in, at that time. */
const staysInRoom = (session: WantedSession, before: KeptSession | undefined, span: Span): boolean =>
  before?.roomId === session.roomId &&
  before?.startInstant === span.startsAt &&
  before?.endInstant === span.endsAt;

/**
 * Writes one session, under its own key where it had one, and counts its roll again where its length is another one. It
 * has a room only where it stays in it.
 */
function write(
  cx: Context,
  course: CourseRow,
  { session, before, span, staysInRoom }: Omit<Put, "id">,
): number {
  const { kind, moduleId, title, day, startsAt, endsAt, placedByHand } = session;
  const minutes = plannedMinutes(session);
  const columns = {
    ...{ kind, moduleId, title, day, startsAt, endsAt, placedByHand, minutes },
    roomId: staysInRoom ? session.roomId : null,
    activityId: session.activityId ?? null,
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

/** Why a trainer of a session that was put is not free for it. */
function trainerClash(cx: Context, { id, session, span }: Put, zone: string): Clash | null {
  const { trainerIds } = session;
  const busy = trainerConflict({ ...span, sessionId: id }, trainerIds, engagements(cx, trainerIds, span));
  return busy ? { field: "trainerIds", fault: busyFault(cx, busy, zone) } : null;
}

/** Why the room of a session that was put is not free for it. */
function roomClash(cx: Context, { id, span }: Put, roomId: number, zone: string): Clash | null {
  const taken = roomsTaken(cx, [roomId], span).find((other) => other.sessionId !== id);
  return taken ? { field: "roomId", fault: roomFault(cx, taken, zone) } : null;
}

/** Gives a session that was put its trainers and its room; says why it cannot have them. What stays in its room may. */
function takePlace(cx: Context, one: Put, zone: string, clash: (clash: Clash) => never): void {
  const busy = trainerClash(cx, one, zone);
  if (busy) clash(busy);
  addTrainers(cx, one.id, one.session);
  const { roomId } = one.session;
  if (roomId === null || one.staysInRoom) return;
  const taken = roomClash(cx, one, roomId, zone);
  if (taken) clash(taken);
  setSession(cx, one.id, { roomId });
}

/**
 * Puts sessions where they are wanted: adds those that are not there (under their own key where they had one), changes
 * the others and counts their rolls again. Each version is higher than any that the session had. Those whose trainers
 * meet somebody else's session, or whose room is taken, are told of by `clash`. Within the open transaction.
 * @returns their keys, in order.
 */
export function putSessions(
  cx: Context,
  course: GrantedCourse<"timetable.edit">,
  asked: readonly WantedSession[],
  clash: (clash: Clash) => never = refuseAtTop,
): number[] {
  const first = firstTrainer(course, trainersIn(cx, course.id));
  const wanted = asked.map((session) => withRoles(session, first));
  const there = new Map(timetableOf(cx, course.id).map((s) => [s.id, s]));
  const spans = wanted.map((session) => spanOf(session, course.zone));
  const stays = wanted.map((session, i) => staysInRoom(session, there.get(session.id ?? 0), spans[i]!));
  // Their trainers leave all of them first, and those that move leave their rooms, so that two sessions can change places.
  const known = wanted.flatMap((s) => (s.id !== undefined && there.has(s.id) ? [s.id] : []));
  removeTrainers(cx, known);
  for (const [i, { id }] of wanted.entries())
    if (id !== undefined && there.has(id) && !stays[i]) setSession(cx, id, { roomId: null });
  const put = wanted.map((session, i): Put => {
    const span = spans[i]!;
    if (span.endsAt <= span.startsAt) clash({ field: "endsAt", fault: fault("endBeforeStart") });
    const before = session.id === undefined ? undefined : there.get(session.id);
    const one = { session, before, span, staysInRoom: stays[i]! };
    return { id: write(cx, course, one), ...one };
  });
  for (const one of put) takePlace(cx, one, course.zone, clash);
  return put.map(({ id }) => id);
}
