import {
  and,
  asc,
  count,
  eq,
  gt,
  gte,
  inArray,
  isNull,
  lt,
  max,
  or,
  type SQL,
  type SQLWrapper,
  sql,
} from "drizzle-orm";
import { sessions, sessionTrainers } from "@/db/schema/timetable";
import type { Reach } from "../../access/table";
import type { Context } from "../../acts/context";
import { isOnlineCourse, venueOfCourse } from "../../courses/store/places";
import { coursesUnderWay } from "../../courses/store/reach";
import { modulesAmong } from "../../curriculum/store";
import { groupNameOf, groupVenueOf } from "../../groups/store";
import { personView } from "../../people/store";
import { roomView, venueNameOf, venueOfRoom, venuePlaceOf } from "../../places/store";

/** When the last session of the course of this key begins; null where it has none. */
export const lastStartIn = (courseId: SQLWrapper): SQL<number | null> =>
  sql`(select max(start_instant) from sessions as last where last.course_id = ${courseId})`;

/** Which other venue than that of its course a session is at: of its room, else of its group; null where at none. */
const venueElsewhere = sql<
  number | null
>`nullif(coalesce(${venueOfRoom(sessions.roomId)}, ${groupVenueOf(sessions.groupId)}), coalesce(${venueOfCourse(sessions.courseId)}, 0))`;

/** Where a session is: another venue than that of its course, or online, by its own word or as all of its course. For the other files of this store. */
export const placeColumns = {
  venueId: venueElsewhere,
  venue: venueNameOf(venueElsewhere),
  venuePlace: venuePlaceOf(venueElsewhere),
  isOnline:
    sql<boolean>`(${sessions.online} or (${sessions.roomId} is null and ${groupVenueOf(sessions.groupId)} is null and ${isOnlineCourse(sessions.courseId)}))`.mapWith(
      Boolean,
    ),
};

/** A session with its room. */
const columns = {
  id: sessions.id,
  courseId: sessions.courseId,
  kind: sessions.kind,
  moduleId: sessions.moduleId,
  title: sessions.title,
  day: sessions.day,
  startsAt: sessions.startsAt,
  endsAt: sessions.endsAt,
  zone: sessions.zone,
  minutes: sessions.minutes,
  startInstant: sessions.startInstant,
  endInstant: sessions.endInstant,
  roomId: sessions.roomId,
  room: roomView.room,
  ...placeColumns,
  online: sessions.online,
  interpretedInto: sessions.interpretedInto,
  interpreter: sessions.interpreter,
  groupId: sessions.groupId,
  group: groupNameOf(sessions.groupId),
  placedByHand: sessions.placedByHand,
  updatedAt: sessions.updatedAt,
  version: sessions.version,
  renamed: sessions.renamed,
};

type Teaches = { moduleId: number | null };

/**
 * What sessions teach. Modules are asked for by their keys: in an outer join SQLite would put together every module there
 * is for each list.
 */
export function taughtIn(cx: Context, rows: readonly Teaches[]) {
  const moduleIds = [...new Set(rows.flatMap((row) => row.moduleId ?? []))];
  const modules = moduleIds.length === 0 ? [] : modulesAmong(cx, moduleIds);
  const byKey = new Map(modules.map((module) => [module.moduleId, module]));
  return ({ moduleId }: Teaches) => {
    const module = moduleId === null ? undefined : byKey.get(moduleId);
    return {
      moduleCode: module?.moduleCode ?? null,
      moduleTitle: module?.moduleTitle ?? null,
      toolCode: module?.toolCode ?? null,
      toolTitle: module?.toolTitle ?? null,
    };
  };
}

/** Adds to sessions what they teach. */
export function withModules<Row extends Teaches>(cx: Context, rows: readonly Row[]) {
  const taught = taughtIn(cx, rows);
  return rows.map((row) => ({ ...row, ...taught(row) }));
}

/** Sessions that a condition names, with what they are about, in their order. For the other files of this store. */
export const described = (cx: Context, which: SQL) =>
  withModules(
    cx,
    cx.db
      .select(columns)
      .from(sessions)
      .leftJoin(roomView, eq(roomView.roomId, sessions.roomId))
      .where(which)
      // Those of groups always in the same order, side by side.
      .orderBy(asc(sessions.startInstant), asc(sessions.groupId), asc(sessions.id))
      .all(),
  );
export type DescribedSession = ReturnType<typeof described>[number];

/** The sessions of a course with what they are about, in their order. */
export const sessionsOf = (cx: Context, courseId: number): DescribedSession[] =>
  described(cx, eq(sessions.courseId, courseId));

/** Condition: a session is everybody's, or of one of these groups. */
export const ofGroups = (groupIds: readonly number[]): SQL =>
  or(isNull(sessions.groupId), inArray(sessions.groupId, [...groupIds]))!;

/** When the last session of the day of a session ends that its course has for somebody in these groups. */
const dayEnds = (groupIds: readonly number[]) =>
  sql<string>`(select max(s.ends_at) from ${sessions} as s where s.course_id = ${sessions.courseId} and s.day = ${sessions.day} and (s.group_id is null${
    groupIds.length > 0 ? sql` or s.group_id in ${[...groupIds]}` : sql``
  }))`;

/**
 * The session of a course that begins next after an instant (ms) for somebody in these groups, with its room and the end of its
 * day; null where none does.
 */
export const nextSession = (cx: Context, courseId: number, now: number, groupIds: readonly number[]) =>
  cx.db
    .select({
      day: sessions.day,
      startsAt: sessions.startsAt,
      endsAt: sessions.endsAt,
      startInstant: sessions.startInstant,
      dayEndsAt: dayEnds(groupIds),
      room: roomView.room,
      ...placeColumns,
    })
    .from(sessions)
    .leftJoin(roomView, eq(roomView.roomId, sessions.roomId))
    .where(and(eq(sessions.courseId, courseId), gt(sessions.startInstant, now), ofGroups(groupIds)))
    .orderBy(asc(sessions.startInstant), asc(sessions.id))
    .limit(1)
    .get() ?? null;

/** When the last session of a civil day ends that a course has for somebody in these groups; null where it has none. */
export const dayEndsAt = (
  cx: Context,
  courseId: number,
  ...[day, groupIds]: [day: string, groupIds: readonly number[]]
): string | null =>
  cx.db
    .select({ at: max(sessions.endsAt) })
    .from(sessions)
    .where(and(eq(sessions.courseId, courseId), eq(sessions.day, day), ofGroups(groupIds)))
    .get()?.at ?? null;

/** The same of several courses, by the course's key: in one query, whose other columns are those of the earliest. */
export const nextSessions = (
  cx: Context,
  courseIds: readonly number[],
  now: number,
  groupIds: readonly number[],
) =>
  new Map(
    cx.db
      .select({
        courseId: sessions.courseId,
        day: sessions.day,
        startsAt: sessions.startsAt,
        endsAt: sessions.endsAt,
        startInstant: sql<number>`min(${sessions.startInstant})`,
        dayEndsAt: dayEnds(groupIds),
        room: roomView.room,
        ...placeColumns,
      })
      .from(sessions)
      .leftJoin(roomView, eq(roomView.roomId, sessions.roomId))
      .where(
        and(inArray(sessions.courseId, [...courseIds]), gt(sessions.startInstant, now), ofGroups(groupIds)),
      )
      .groupBy(sessions.courseId)
      .all()
      .map((row) => [row.courseId, row]),
  );

/** Who trains each session of a course and as what; whoever leads first, apprentices last. */
export const sessionTrainersNamed = (cx: Context, courseId: number) =>
  cx.db
    .select({
      sessionId: sessionTrainers.sessionId,
      role: sessionTrainers.role,
      id: personView.id,
      name: personView.name,
      latinName: personView.latinName,
    })
    .from(sessionTrainers)
    .innerJoin(sessions, eq(sessions.id, sessionTrainers.sessionId))
    .innerJoin(personView, eq(personView.id, sessionTrainers.personId))
    .where(eq(sessions.courseId, courseId))
    .orderBy(
      sql`case ${sessionTrainers.role} when 'lead' then 1 when 'co_trainer' then 2 else 3 end`,
      asc(personView.id),
    )
    .all();

/** When the sessions of a course are, how long (in minutes), and of which group. */
export const sessionTimesOf = (cx: Context, courseId: number) =>
  cx.db
    .select({
      id: sessions.id,
      startInstant: sessions.startInstant,
      endInstant: sessions.endInstant,
      minutes: sessions.minutes,
      groupId: sessions.groupId,
    })
    .from(sessions)
    .where(eq(sessions.courseId, courseId))
    .all();

/** Where these sessions are, by their keys. */
export const placesAmong = (cx: Context, ids: readonly number[]) =>
  new Map(
    ids.length === 0
      ? []
      : cx.db
          .select({ id: sessions.id, ...placeColumns })
          .from(sessions)
          .where(inArray(sessions.id, [...ids]))
          .all()
          .map((row) => [row.id, row]),
  );

/** Those of these sessions. */
export const sessionsNamed = (cx: Context, ids: readonly number[]): DescribedSession[] =>
  ids.length === 0 ? [] : described(cx, inArray(sessions.id, [...ids]));

/** Most sessions that a list of a span shows, or counts. */
const most = 500;

const within = (from: number, to: number) =>
  and(gte(sessions.startInstant, from), lt(sessions.startInstant, to));

/** How many sessions begin within a span of instants (ms), of courses under way in which the viewer has a part; up to 500. */
export function countSessionsWithin(cx: Context, reach: Reach, from: number, to: number): number {
  const course = coursesUnderWay(reach);
  const found = cx.db
    .select({ id: sessions.id })
    .from(sessions)
    .innerJoin(course, eq(course.id, sessions.courseId))
    .where(within(from, to))
    .limit(most)
    .as("found");
  return cx.db.select({ count: count() }).from(found).get()!.count;
}

/** Sessions that begin within a span of instants (ms), of courses under way in which the viewer has a part; the first ones. */
export function sessionsWithin(cx: Context, reach: Reach, from: number, to: number, limit = most) {
  const course = coursesUnderWay(reach);
  const rows = cx.db
    .select({
      ...columns,
      course: course.title,
      courseState: course.state,
      scheduledBy: course.scheduledBy,
      startsOn: course.startsOn,
      place: course.place,
      mode: course.mode,
    })
    .from(sessions)
    .innerJoin(course, eq(course.id, sessions.courseId))
    .leftJoin(roomView, eq(roomView.roomId, sessions.roomId))
    .where(within(from, to))
    .orderBy(asc(sessions.startInstant), asc(sessions.id))
    .limit(limit)
    .all();
  return withModules(cx, rows);
}
