import {
  and,
  asc,
  count,
  eq,
  exists,
  gt,
  inArray,
  isNull,
  lte,
  min,
  or,
  type SQL,
  sql,
  sum,
} from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { due } from "@/db/schema/due";
import type { Granted } from "../access/gate";
import type { Programmes, Reach } from "../access/table";
import type { Context } from "../acts/context";
import { coursesTrainedBy, courseView, courseViewCounts } from "../courses/store";
import { sessionView } from "../timetable/store";
import { type DueItem, type DueKind, trainersDo } from "./rules";
import { isTheirs } from "./store/theirs";

/** What a row says, to be compared. */
const said = ({ programmeId, ...item }: DueItem & { programmeId: number }): string =>
  JSON.stringify([
    programmeId,
    item.kind,
    item.sessionId,
    item.dueFrom,
    item.dueUntil,
    item.count,
    item.total,
  ]);

/** Puts what is due in a course in the place of what was; rows that say the same stay, so that nothing is written for them. */
export function replaceDue(
  cx: Context,
  course: { id: number; programmeId: number },
  items: readonly DueItem[],
): void {
  const { id: courseId, programmeId } = course;
  const wanted = new Map(items.map((item) => [said({ ...item, programmeId }), item]));
  for (const row of cx.db.select().from(due).where(eq(due.courseId, courseId)).all())
    if (!wanted.delete(said(row))) cx.db.delete(due).where(eq(due.id, row.id)).run();
  if (wanted.size === 0) return;
  cx.db
    .insert(due)
    .values([...wanted.values()].map((item) => ({ ...item, courseId, programmeId })))
    .run();
}

/** Puts how many are missing on one roll of a course in the place of what was; nothing where nobody is. */
export function replaceRoll(
  cx: Context,
  course: { id: number; programmeId: number },
  sessionId: number,
  items: readonly DueItem[],
): void {
  cx.db
    .delete(due)
    .where(and(eq(due.sessionId, sessionId), eq(due.kind, "roll")))
    .run();
  const { id: courseId, programmeId } = course;
  for (const item of items)
    cx.db
      .insert(due)
      .values({ ...item, courseId, programmeId })
      .run();
}

/** What is read of a list's candidates, beside the row that is shown. */
const row = alias(due, "candidate");

/** Rows of the programmes of a reach. */
const inReach = ({ programmes }: Granted<Reach, "today.read">): SQL | undefined =>
  programmes === "all" ? undefined : inArray(row.programmeId, [...programmes]);

/** Condition: the row is due at an instant (ms). */
const dueAt = (at: number) => and(lte(row.dueFrom, at), or(isNull(row.dueUntil), gt(row.dueUntil, at)));

/** Condition: something is due now for the viewer in the course of this key in an outer query, which is one of their own. */
export const isDue = (cx: Context, mine: Reach, courseId: SQL): SQL =>
  exists(
    cx.db
      .select({ id: row.id })
      .from(row)
      .where(and(eq(row.courseId, courseId), dueAt(cx.now), isTheirs(cx, mine, row))),
  );

/** What is due now for the viewer in these courses, of each kind with how many it is about; of several rolls the first. */
export const dueInCourses = (cx: Context, mine: Reach, courseIds: readonly number[]) =>
  courseIds.length === 0
    ? []
    : cx.db
        .select({
          courseId: row.courseId,
          programmeId: row.programmeId,
          kind: row.kind,
          sessionId: min(row.sessionId),
          count: sum(row.count).mapWith(Number),
        })
        .from(row)
        .where(and(inArray(row.courseId, [...courseIds]), dueAt(cx.now), isTheirs(cx, mine, row)))
        .groupBy(row.courseId, row.kind)
        .all();

/** How many certificates may be issued in a course that is over, also long after it. */
export const readyIn = (cx: Context, courseId: number): number =>
  cx.db
    .select({ count: sum(row.count).mapWith(Number) })
    .from(row)
    .where(and(eq(row.courseId, courseId), eq(row.kind, "certify")))
    .get()?.count ?? 0;

/**
 * Condition: the course of the row counts; a trainer's workshop does not before it is approved. Whom no mail reaches is told
 * of it all the same: who is asked to train in it, or registered where it moved or was turned down.
 */
const counts = (cx: Context) =>
  exists(
    cx.db
      .select({ id: courseView.id })
      .from(courseView)
      .where(and(eq(courseView.id, row.courseId), or(courseViewCounts, eq(row.kind, "tell")))),
  );

/**
 * What is due of a kind at an instant in the courses of a reach that count: so many, what waits longest first. Each programme
 * is read where it begins in an index, and no further: all rows of a kind are never put in order.
 */
function firstOf(cx: Context, programmes: Programmes, kind: DueKind, at: number, limit: number): SQL {
  const first = cx.db
    .select({ id: row.id })
    .from(row)
    .where(
      and(
        eq(row.kind, kind),
        programmes === "all" ? undefined : eq(row.programmeId, sql`programme.value`),
        dueAt(at),
        counts(cx),
      ),
    )
    .orderBy(asc(row.dueFrom), asc(row.courseId))
    .limit(limit);
  return programmes === "all"
    ? first.getSQL()
    : sql`select found.id from json_each(${JSON.stringify(programmes)}) as programme cross join ${due} as found where found.id in ${first} order by found.due_from, found.course_id limit ${limit}`;
}

/** Keys of the rows that a select finds. */
const keysOf = (cx: Context, select: SQL): number[] => cx.db.all<{ id: number }>(select).map(({ id }) => id);

/**
 * What is due now in the courses of a reach that count, without rolls: of each kind so many, what waits longest first; of what
 * whoever trains sees to, in the courses that they train too.
 */
export function dueInReach(
  cx: Context,
  { programmes, trainerId }: Granted<Reach, "today.read">,
  kinds: readonly DueKind[],
  limit: number,
) {
  const keys = kinds.flatMap((kind) => keysOf(cx, firstOf(cx, programmes, kind, cx.now, limit)));
  if (trainerId !== null && kinds.includes("plans")) {
    const trained = and(dueTrained(trainerId, ["plans"]), dueAt(cx.now));
    const theirs = cx.db.select({ id: row.id }).from(row).where(trained);
    keys.push(...keysOf(cx, theirs.orderBy(asc(row.dueFrom), asc(row.courseId)).limit(limit).getSQL()));
  }
  if (keys.length === 0) return [];
  return cx.db
    .select({
      kind: due.kind,
      count: due.count,
      total: due.total,
      courseId: due.courseId,
      title: courseView.title,
      startsOn: courseView.startsOn,
      endsOn: courseView.endsOn,
      zone: courseView.zone,
    })
    .from(due)
    .innerJoin(courseView, eq(courseView.id, due.courseId))
    .where(inArray(due.id, keys))
    .orderBy(asc(due.dueFrom), asc(due.courseId))
    .all();
}

/** Condition: something of these kinds is due in a course that somebody trains. */
const dueTrained = (trainerId: number, kinds: readonly DueKind[]): SQL =>
  and(inArray(row.kind, [...kinds]), inArray(row.courseId, coursesTrainedBy(trainerId)))!;

/** Sessions that are over while somebody is missing on their roll, those that wait longest first: of the reach, and of whom they train. */
export function missingRollsIn(
  cx: Context,
  { programmes, trainerId }: Granted<Reach, "today.read">,
  limit: number,
) {
  // Strictly: at the instant at which it ends a session is not over.
  const before = cx.now - 1;
  const keys = keysOf(cx, firstOf(cx, programmes, "roll", before, limit));
  if (trainerId !== null) {
    const trained = and(dueTrained(trainerId, ["roll"]), dueAt(before));
    keys.push(...keysOf(cx, cx.db.select({ id: row.id }).from(row).where(trained).getSQL()));
  }
  if (keys.length === 0) return [];
  return cx.db
    .select({
      id: sessionView.id,
      courseId: due.courseId,
      course: courseView.title,
      day: sessionView.day,
      startsAt: sessionView.startsAt,
      endsAt: sessionView.endsAt,
      missing: due.count,
    })
    .from(due)
    .innerJoin(sessionView, eq(sessionView.id, due.sessionId))
    .innerJoin(courseView, eq(courseView.id, due.courseId))
    .where(inArray(due.id, keys))
    .orderBy(asc(due.dueFrom), asc(due.sessionId))
    .limit(limit)
    .all();
}

/** What is due now in a programme, by kind: how many rows of how many courses, and the most recent of these. */
export const dueByKind = (cx: Context, programmeId: number) =>
  cx.db
    .select({
      kind: row.kind,
      rows: count(),
      count: sql<number>`sum(${row.count})`,
      courses: sql<number>`count(distinct ${row.courseId})`,
      courseId: sql<number>`max(${row.courseId})`,
    })
    .from(row)
    .where(and(eq(row.programmeId, programmeId), dueAt(cx.now - 1), counts(cx)))
    .groupBy(row.kind)
    .all();

/** How much is due now of these kinds in a reach, and of what they see to where they train; it counts up to `most`. */
export function countDue(
  cx: Context,
  reach: Granted<Reach, "today.read">,
  kinds: readonly DueKind[],
  most: number,
): number {
  const { programmes, trainerId } = reach;
  const ofProgrammes =
    programmes !== "all" && programmes.length === 0 ? undefined : and(inReach(reach), counts(cx));
  const found = cx.db
    .select({ id: row.id })
    .from(row)
    .where(
      and(
        inArray(row.kind, [...kinds]),
        dueAt(cx.now - 1),
        or(ofProgrammes ?? sql`0`, trainerId === null ? undefined : dueTrained(trainerId, trainersDo)),
      ),
    )
    .limit(most)
    .as("found");
  return cx.db.select({ count: count() }).from(found).get()!.count;
}

/** Those of these courses in which something of a kind is due or was. */
export const coursesWithDue = (cx: Context, kind: DueKind, courseIds: readonly number[]): Set<number> =>
  new Set(
    cx.db
      .select({ courseId: due.courseId })
      .from(due)
      .where(and(inArray(due.courseId, [...courseIds]), eq(due.kind, kind)))
      .all()
      .map(({ courseId }) => courseId),
  );

/** All rows of a course, for a test that makes them anew. */
export const dueRowsOf = (cx: Context, courseId: number): DueItem[] =>
  cx.db
    .select({
      kind: due.kind,
      sessionId: due.sessionId,
      dueFrom: due.dueFrom,
      dueUntil: due.dueUntil,
      count: due.count,
      total: due.total,
    })
    .from(due)
    .where(eq(due.courseId, courseId))
    .orderBy(asc(due.kind), asc(due.sessionId), asc(due.dueFrom))
    .all();
