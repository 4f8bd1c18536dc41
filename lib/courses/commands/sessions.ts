import { and, asc, eq, inArray, not } from "drizzle-orm";
import {
  attendance,
  type CourseDates,
  courseTrainers,
  type KeptSession,
  modules,
  persons,
  rooms,
  sessions,
  sessionTrainers,
  timetableChanges,
  tools,
  toolVersions,
} from "@/db/schema";
import * as gate from "../../access/gate";
import { change } from "../../acts/command";
import type { Context } from "../../acts/context";
import { agreedOf, courseMoved } from "../../admission/commands/moved";
import { recount } from "../../attendance/commands";
import { entryCounts } from "../../attendance/store";
import { sendTexts } from "../../i18n/rules";
import { type Result, refuse } from "../../result";
import { instantOf } from "../../time/zone";
import { differences, plannedMinutes } from "../../timetable/rules/sessions";
import { allows, type TimetableChangeKind } from "../rules";
import type { CourseRow } from "../store";
import { busyCode, engagements, roomCode, roomTakenBy, sessionParams } from "./course";

/** The timetable of a course: its sessions with their trainers and the marks of people who left. */
export function timetableOf(cx: Context, courseId: number): KeptSession[] {
  const rows = cx.db
    .select()
    .from(sessions)
    .where(eq(sessions.courseId, courseId))
    .orderBy(asc(sessions.startInstant), asc(sessions.id))
    .all();
  const trainers = cx.db
    .select({ sessionId: sessionTrainers.sessionId, personId: sessionTrainers.personId })
    .from(sessionTrainers)
    .innerJoin(sessions, eq(sessions.id, sessionTrainers.sessionId))
    .where(eq(sessions.courseId, courseId))
    .orderBy(asc(sessionTrainers.personId))
    .all();
  const marks = cx.db
    .select()
    .from(attendance)
    .where(
      and(
        inArray(
          attendance.sessionId,
          rows.map((row) => row.id),
        ),
        not(entryCounts),
      ),
    )
    .all();
  return rows.map((row) => ({
    ...row,
    trainerIds: trainers.filter((t) => t.sessionId === row.id).map((t) => t.personId),
    marks: marks.filter((m) => m.sessionId === row.id).map(({ sessionId: _, ...mark }) => mark),
  }));
}

/** The sessions among these that were held: the roll of which has entries that count. */
export const heldAmong = (cx: Context, sessionIds: readonly number[]): Set<number> =>
  new Set(
    cx.db
      .selectDistinct({ id: attendance.sessionId })
      .from(attendance)
      .where(and(inArray(attendance.sessionId, [...sessionIds]), entryCounts))
      .all()
      .map((row) => row.id),
  );

/**
 * Deletes sessions, with the marks of people who left. Refused once their rolls have entries that count. Within the open
 * transaction.
 */
export function removeSessions(cx: Context, ids: readonly number[]): void {
  if (heldAmong(cx, ids).size > 0) refuse("rollHasEntries");
  cx.db
    .delete(attendance)
    .where(inArray(attendance.sessionId, [...ids]))
    .run();
  cx.db
    .delete(sessions)
    .where(inArray(sessions.id, [...ids]))
    .run();
}

/** A session as it is to be; without a key where it is new. */
export type WantedSession = Pick<
  KeptSession,
  "kind" | "moduleId" | "title" | "day" | "startsAt" | "endsAt" | "roomId" | "placedByHand" | "trainerIds"
> &
  Partial<Pick<KeptSession, "id" | "activityId" | "version" | "marks">>;

/** Why a session cannot be where it is wanted: the field of its form that this is about, and the code. */
type Clash = { field: "day" | "endsAt" | "roomId" | "trainerIds"; code: string };

/** Tells of a clash at the top of a form that has no field for it. */
export function refuseAtTop({ code }: Clash): never {
  const [name, query = ""] = code.split("?");
  return refuse(name!, { params: Object.fromEntries(new URLSearchParams(query)) });
}

/**
 * Puts sessions where they are wanted: adds those that are not there (under their own key where they had one), changes
 * the others and counts their rolls again. Each version is higher than any that the session had. Those whose trainers
 * meet somebody else's session, or whose room is taken, are told of by `clash`. Within the open transaction.
 * @returns their keys, in order.
 */
export function putSessions(
  cx: Context,
  course: CourseRow,
  wanted: readonly WantedSession[],
  clash: (clash: Clash) => never = refuseAtTop,
): number[] {
  const there = new Map(timetableOf(cx, course.id).map((s) => [s.id, s]));
  // Their trainers leave all of them first, so that two sessions can change places.
  const known = wanted.flatMap((s) => (s.id !== undefined && there.has(s.id) ? [s.id] : []));
  cx.db.delete(sessionTrainers).where(inArray(sessionTrainers.sessionId, known)).run();
  const put = wanted.map((session) => {
    const startInstant = instantOf(session.day, session.startsAt, course.zone);
    const endInstant = instantOf(session.day, session.endsAt, course.zone);
    if (endInstant <= startInstant) clash({ field: "endsAt", code: "endBeforeStart" });
    const before = session.id === undefined ? undefined : there.get(session.id);
    const minutes = plannedMinutes(session);
    const columns = {
      kind: session.kind,
      moduleId: session.moduleId,
      activityId: session.activityId ?? null,
      title: session.title,
      day: session.day,
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      roomId: session.roomId,
      placedByHand: session.placedByHand,
      zone: course.zone,
      startInstant,
      endInstant,
      minutes,
      updatedAt: cx.now,
      version: Math.max(before?.version ?? 0, session.version ?? 0) + 1,
    };
    let id = before?.id;
    if (id === undefined) {
      id = cx.db
        .insert(sessions)
        .values({ ...columns, id: session.id, courseId: course.id })
        .returning({ id: sessions.id })
        .get().id;
      for (const mark of session.marks ?? [])
        cx.db
          .insert(attendance)
          .values({ ...mark, sessionId: id })
          .run();
    } else {
      if (minutes < before!.minutes) recount(cx, id, minutes);
      cx.db.update(sessions).set(columns).where(eq(sessions.id, id)).run();
      if (minutes > before!.minutes) recount(cx, id, minutes);
    }
    return { id, before, session, startInstant, endInstant };
  });
  const ids = put.map(({ id }) => id);
  for (const { id, before, session, startInstant, endInstant } of put) {
    const busy = engagements(cx, session.trainerIds, startInstant, endInstant, course.zone).find(
      (other) => other.sessionId !== id,
    );
    if (busy) clash({ field: "trainerIds", code: busyCode(cx, busy) });
    for (const personId of session.trainerIds)
      cx.db.insert(sessionTrainers).values({ sessionId: id, personId }).run();
    const stays =
      before?.roomId === session.roomId &&
      before?.startInstant === startInstant &&
      before?.endInstant === endInstant;
    if (session.roomId === null || stays) continue;
    const taken = roomTakenBy(cx, session.roomId, startInstant, endInstant, course.zone).find(
      (other) => !ids.includes(other.sessionId),
    );
    if (taken) clash({ field: "roomId", code: roomCode(cx, taken) });
  }
  return ids;
}

/** A kept session as a fault names it. */
export function keptParams(cx: Context, session: KeptSession) {
  const taught =
    session.moduleId === null
      ? undefined
      : cx.db
          .select({ module: modules.code, tool: tools.title })
          .from(modules)
          .innerJoin(toolVersions, eq(toolVersions.id, modules.toolVersionId))
          .innerJoin(tools, eq(tools.id, toolVersions.toolId))
          .where(eq(modules.id, session.moduleId))
          .get();
  return sessionParams({
    ...session,
    from: session.startsAt,
    to: session.endsAt,
    tool: taught?.tool ?? null,
    module: taught?.module ?? null,
  });
}

/** Refuses where somebody who is to train a session no longer trains its course. */
export function demandTrainers(cx: Context, courseId: number, personIds: readonly number[]): void {
  const allowed = cx.db
    .select({ id: courseTrainers.personId })
    .from(courseTrainers)
    .where(eq(courseTrainers.courseId, courseId))
    .all()
    .map((t) => t.id);
  const gone = personIds.find((id) => !allowed.includes(id));
  if (gone === undefined) return;
  const { name } = cx.db.select({ name: persons.name }).from(persons).where(eq(persons.id, gone)).get()!;
  refuse("undoTrainerLeft", { params: { trainer: sendTexts({ own: "en", en: name }) } });
}

/** The name of a room. */
export const roomName = (cx: Context, roomId: number) =>
  cx.db.select({ name: rooms.name }).from(rooms).where(eq(rooms.id, roomId)).get()?.name ?? "";

/** The dates of a course, which has them. */
export const datesOf = ({ startsOn, endsOn, applyBy }: CourseRow): CourseDates => ({
  startsOn: startsOn!,
  endsOn: endsOn!,
  applyBy,
});

export const sameDates = (a: CourseDates, b: CourseDates) =>
  a.startsOn === b.startsOn && a.endsOn === b.endsOn && a.applyBy === b.applyBy;

/** What every change of a timetable answers: its key, or null where nothing became different. */
export type TimetableChanged = { courseId: number; slug: string; changeId: number | null };

/**
 * Runs a change of a timetable in one transaction: what the sessions and the course's dates were and became is kept, so
 * that it can be undone, and who plans by it is told.
 */
export function changeTimetable<T extends object>(
  cx: Context,
  courseId: number,
  kind: TimetableChangeKind,
  work: (course: gate.GrantedCourse<"timetable.edit">, timetable: KeptSession[]) => T,
): Result<T & TimetableChanged> {
  return change(cx, () => {
    const course = gate.course(cx, "timetable.edit", courseId);
    if (!allows(course.state, "plan")) refuse("courseStateForbids", { params: { state: course.state } });
    const agreed = agreedOf(cx, course.id);
    const was = timetableOf(cx, course.id);
    const value = work(course, was);
    const changeId = keepChange(cx, { course, was, kind, now: cx.now });
    courseMoved(cx, agreed);
    return { courseId: course.id, slug: course.slug, ...value, changeId };
  });
}

/** Keeps what became of a timetable; null where nothing did. */
function keepChange(
  cx: Context,
  {
    course,
    was,
    kind,
    now,
  }: { course: CourseRow; was: KeptSession[]; kind: TimetableChangeKind; now: number },
): number | null {
  const is = timetableOf(cx, course.id);
  const later = gate.course(cx, "timetable.edit", course.id);
  const untouched = (a: KeptSession) => (b: KeptSession) => a.id === b.id && a.version === b.version;
  const before = was.filter((s) => !is.some(untouched(s)));
  const after = is.filter((s) => !was.some(untouched(s)));
  const moved = course.startsOn !== null && !sameDates(datesOf(course), datesOf(later));
  if (before.length === 0 && after.length === 0 && !moved) return null;
  return cx.db
    .insert(timetableChanges)
    .values({
      courseId: course.id,
      kind,
      byPersonId: cx.viewer.personId,
      at: now,
      datesBefore: moved ? datesOf(course) : null,
      datesAfter: moved ? datesOf(later) : null,
      before,
      after,
    })
    .returning({ id: timetableChanges.id })
    .get().id;
}

/** True where a session as it is to be is no different from what is there. */
export const unchanged = (wanted: WantedSession, there: KeptSession): boolean =>
  differences(wanted, there).length === 0;
