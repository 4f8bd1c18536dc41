import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  inArray,
  isNull,
  notInArray,
  or,
  type SQL,
  type SQLWrapper,
  sql,
} from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/sqlite-core";
import { removedSessions, sessions, sessionTrainers, timetableChanges } from "@/db/schema/timetable";
import type { Context } from "../acts/context";
import { groupVenueOf } from "../groups/store";

import { roleOf, type SessionTrainers } from "./rules/roles";

export type { CourseDates, KeptSession, TeamChange } from "@/db/schema/timetable";

export type SessionRow = typeof sessions.$inferSelect;

/** A session as it is within the open transaction. */
export const sessionRow = (cx: Context, sessionId: number): SessionRow | undefined =>
  cx.db.select().from(sessions).where(eq(sessions.id, sessionId)).get();

/** Days, times (civil), rooms and groups of a course's sessions that are not over at an instant, in their order. */
export const sessionsToCome = (cx: Context, courseId: number, at: number) =>
  cx.db
    .select({
      id: sessions.id,
      kind: sessions.kind,
      title: sessions.title,
      day: sessions.day,
      from: sessions.startsAt,
      to: sessions.endsAt,
      room: sessions.roomId,
      groupId: sessions.groupId,
      online: sessions.online,
      /** Of its group. */
      venueId: groupVenueOf(sessions.groupId),
    })
    .from(sessions)
    .where(and(eq(sessions.courseId, courseId), gt(sessions.endInstant, at)))
    .orderBy(asc(sessions.day), asc(sessions.startsAt), asc(sessions.endsAt), asc(sessions.roomId))
    .all();

/** The next session of a course that is not over now, for somebody in this group (null: in none). */
export const nextSessionRow = (
  cx: Context,
  courseId: number,
  groupId: number | null,
): SessionRow | undefined =>
  cx.db
    .select()
    .from(sessions)
    .where(
      and(
        eq(sessions.courseId, courseId),
        gt(sessions.endInstant, cx.now),
        or(isNull(sessions.groupId), groupId === null ? undefined : eq(sessions.groupId, groupId)),
      ),
    )
    .orderBy(asc(sessions.startInstant))
    .limit(1)
    .get();

/** When a session is, and of which group, as a table of this name. For other stores to join. */
export const sessionsAs = <Name extends string>(name: Name) =>
  new QueryBuilder({ casing: "snake_case" })
    .select({
      id: sessions.id,
      courseId: sessions.courseId,
      kind: sessions.kind,
      day: sessions.day,
      startsAt: sessions.startsAt,
      endsAt: sessions.endsAt,
      startInstant: sessions.startInstant,
      endInstant: sessions.endInstant,
      minutes: sessions.minutes,
      groupId: sessions.groupId,
      moduleId: sessions.moduleId,
    })
    .from(sessions)
    .as(name);
export const sessionView = sessionsAs("session");

/** The timetable of a course of an outer query as one word, another one after each change of a session. */
export const timetableMark = (courseId: SQLWrapper): SQL<string> =>
  sql<string>`(select count(*) || '-' || coalesce(max(${sessions.id}), 0) || '-' || coalesce(sum(${sessions.version}), 0) from ${sessions} where ${eq(sessions.courseId, courseId)})`;

/** The sessions of a course in the order of time. */
export const sessionsIn = (cx: Context, courseId: number): SessionRow[] =>
  cx.db
    .select()
    .from(sessions)
    .where(eq(sessions.courseId, courseId))
    .orderBy(asc(sessions.startInstant), asc(sessions.id))
    .all();

/** How many sessions a course has. */
export const countSessions = (cx: Context, courseId: number): number =>
  cx.db.select({ count: count() }).from(sessions).where(eq(sessions.courseId, courseId)).get()!.count;

/** How many sessions each group of a course has for its own, by its key; those that have none are left out. */
export const countsOfGroups = (cx: Context, courseId: number): ReadonlyMap<number, number> =>
  new Map(
    cx.db
      .select({ groupId: sessions.groupId, count: count() })
      .from(sessions)
      .where(eq(sessions.courseId, courseId))
      .groupBy(sessions.groupId)
      .all()
      .flatMap((row) => (row.groupId === null ? [] : [[row.groupId, row.count] as const])),
  );

/** The days on which these courses have sessions, each once, by course. */
export function sessionDaysIn(cx: Context, courseIds: readonly number[]): ReadonlyMap<number, string[]> {
  const days = new Map<number, string[]>();
  if (courseIds.length === 0) return days;
  const found = cx.db
    .selectDistinct({ courseId: sessions.courseId, day: sessions.day })
    .from(sessions)
    .where(inArray(sessions.courseId, [...courseIds]))
    .all();
  for (const { courseId, day } of found) days.set(courseId, [...(days.get(courseId) ?? []), day]);
  return days;
}

/** Those of these courses that have a session. A list of thousands is one parameter. */
export const withTimetable = (cx: Context, courseIds: readonly number[]): ReadonlySet<number> =>
  new Set(
    cx.db
      .all<{ id: number }>(
        sql`select key.value as id from json_each(${JSON.stringify(courseIds)}) as key where exists (select 1 from ${sessions} where ${sessions.courseId} = key.value)`,
      )
      .map(({ id }) => id),
  );

/** The session of a course that begins last. */
export const lastSession = (cx: Context, courseId: number): SessionRow | undefined =>
  cx.db
    .select()
    .from(sessions)
    .where(eq(sessions.courseId, courseId))
    .orderBy(desc(sessions.startInstant))
    .limit(1)
    .get();

/** Who trains a session. */
export const trainersOfSession = (cx: Context, sessionId: number): number[] =>
  cx.db
    .select({ id: sessionTrainers.personId })
    .from(sessionTrainers)
    .where(eq(sessionTrainers.sessionId, sessionId))
    .all()
    .map((trainer) => trainer.id);

/** True where a session of a course is trained by somebody who is none of these. */
export const trainedByOthers = (cx: Context, courseId: number, personIds: readonly number[]): boolean =>
  cx.db
    .select({ id: sessionTrainers.personId })
    .from(sessionTrainers)
    .innerJoin(sessions, eq(sessions.id, sessionTrainers.sessionId))
    .where(and(eq(sessions.courseId, courseId), notInArray(sessionTrainers.personId, [...personIds])))
    .get() !== undefined;

/**
 * True where somebody changed the timetable by hand and did not undo it; of a deleted session nothing else tells. A
 * proposal, or a move of all of it, places nothing by hand.
 */
export const changedByHand = (cx: Context, courseId: number): boolean =>
  cx.db
    .select({ id: timetableChanges.id })
    .from(timetableChanges)
    .where(
      and(
        eq(timetableChanges.courseId, courseId),
        isNull(timetableChanges.undoneAt),
        inArray(timetableChanges.kind, ["add", "edit", "delete"]),
      ),
    )
    .get() !== undefined;

/** Makes people the trainers of a session in their roles, beside those whom it has. */
export function addTrainers(cx: Context, sessionId: number, trainers: SessionTrainers): void {
  for (const personId of trainers.trainerIds)
    cx.db
      .insert(sessionTrainers)
      .values({ sessionId, personId, role: roleOf(trainers, personId) })
      .run();
}

/** Adds a session with its trainers, or puts one back under its key; gives the key. */
export function insertSession(
  cx: Context,
  row: typeof sessions.$inferInsert,
  trainers: SessionTrainers,
): number {
  if (row.id !== undefined) cx.db.delete(removedSessions).where(eq(removedSessions.sessionId, row.id)).run();
  const { id } = cx.db.insert(sessions).values(row).returning({ id: sessions.id }).get();
  addTrainers(cx, id, trainers);
  return id;
}

/** Changes columns of a session and counts its version on. */
export const updateSession = (
  cx: Context,
  row: Pick<SessionRow, "id" | "version">,
  columns: Partial<SessionRow>,
): void => {
  cx.db
    .update(sessions)
    .set({ ...columns, updatedAt: cx.now, version: row.version + 1 })
    .where(eq(sessions.id, row.id))
    .run();
};
