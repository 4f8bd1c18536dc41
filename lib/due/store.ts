import { and, asc, desc, eq, gt, inArray, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import { due } from "@/db/schema/due";
import type { Granted, Reach } from "../access/gate";
import type { Context } from "../acts/context";
import { coursesTrainedBy, courseView } from "../courses/store";
import { sessionView } from "../timetable/store";
import type { DueItem, DueKind } from "./rules";

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

const dueNow = (cx: Context) =>
  and(lte(due.dueFrom, cx.now), or(isNull(due.dueUntil), gt(due.dueUntil, cx.now)));

/** Rows of the programmes of a reach. */
const inReach = ({ programmes }: Granted<Reach, "today.read">): SQL | undefined =>
  programmes === "all" ? undefined : inArray(due.programmeId, [...programmes]);

/** Courses that count: a trainer's workshop does not before it is approved. */
const counts = sql`${courseView.approvedAt} is not null`;

/** What is due now in the courses of a reach that count, without rolls: the kinds named, of each the most recent first. */
export const dueInReach = (
  cx: Context,
  reach: Granted<Reach, "today.read">,
  kinds: readonly DueKind[],
  limit: number,
) =>
  cx.db
    .select({
      kind: due.kind,
      count: due.count,
      total: due.total,
      courseId: due.courseId,
      title: courseView.title,
      startsOn: courseView.startsOn,
      endsOn: courseView.endsOn,
    })
    .from(due)
    .innerJoin(courseView, eq(courseView.id, due.courseId))
    .where(and(inReach(reach), inArray(due.kind, [...kinds]), dueNow(cx), counts))
    .orderBy(desc(due.dueFrom), desc(due.courseId))
    .limit(limit)
    .all();

/** Sessions that are over while somebody is missing on their roll, latest first: of the reach, and of whom they train. */
export const missingRollsIn = (cx: Context, reach: Granted<Reach, "today.read">, limit: number) =>
  cx.db
    .select({
      id: sessionView.id,
      courseId: due.courseId,
      course: courseView.title,
      day: sessionView.day,
      startsAt: sessionView.startsAt,
      endsAt: sessionView.endsAt,
    })
    .from(due)
    .innerJoin(sessionView, eq(sessionView.id, due.sessionId))
    .innerJoin(courseView, eq(courseView.id, due.courseId))
    .where(
      and(
        eq(due.kind, "roll"),
        // Strictly: at the instant at which it ends a session is not over.
        lt(due.dueFrom, cx.now),
        or(
          reach.programmes === "all" ? counts : and(inReach(reach), counts),
          reach.trainerId === null ? undefined : inArray(due.courseId, coursesTrainedBy(reach.trainerId)),
        ),
      ),
    )
    .orderBy(desc(due.dueFrom), asc(due.sessionId))
    .limit(limit)
    .all();

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
    .orderBy(asc(due.kind), asc(due.sessionId))
    .all();
