import { and, asc, desc, eq, gte, inArray, lte, ne, or, sql } from "drizzle-orm";
import { read } from "@/db/client";
import { courses, registrations } from "@/db/schema";
import { programmeFilter } from "../access/queries";
import type { Viewer } from "../access/rules";
import { missingRolls, sessionsBetween } from "../attendance/queries";
import { completionOf } from "../certificates/queries";
import { undecidedStates } from "../registrations/rules";
import { addDays, daysBetween } from "../time/civil";

const dayMs = 86_400_000;

type CourseRow = {
  id: number;
  title: (typeof courses.$inferSelect)["title"];
  startsOn: string | null;
  endsOn: string | null;
};

/** What waits for a decision of this viewer, most urgent first. */
export type Await =
  | { kind: "decide"; course: CourseRow; count: number; days: number }
  | { kind: "start"; course: CourseRow; days: number }
  | { kind: "close"; course: CourseRow; days: number }
  | { kind: "draft"; course: CourseRow }
  | { kind: "certify"; course: CourseRow; ready: number; total: number }
  | { kind: "roll"; session: ReturnType<typeof missingRolls>[number] };

/**
 * The first page: what awaits a decision, and the sessions of the coming week.
 * @param today the civil day (UTC) for courses; sessions go by their instants.
 */
export function todayFor(viewer: Viewer, now: number, today: string) {
  const of = programmeFilter(viewer);
  const mine = of === null ? undefined : inArray(courses.programmeId, of.length > 0 ? of : [-1]);
  const columns = {
    id: courses.id,
    title: courses.title,
    startsOn: courses.startsOn,
    endsOn: courses.endsOn,
  };
  const awaits: Await[] = missingRolls(viewer, now).map((session) => ({ kind: "roll", session }));
  const coordinates = of === null || of.length > 0;
  if (coordinates) {
    const undecided = read()
      .select({ ...columns, count: sql<number>`count(*)` })
      .from(courses)
      .innerJoin(registrations, eq(registrations.courseId, courses.id))
      .where(
        and(
          mine,
          inArray(courses.state, ["open", "running"]),
          gte(courses.endsOn, today),
          inArray(registrations.state, [...undecidedStates]),
        ),
      )
      .groupBy(courses.id)
      .orderBy(asc(courses.startsOn))
      .all();
    for (const { count, ...course } of undecided)
      awaits.push({ kind: "decide", course, count, days: daysBetween(today, course.startsOn!) });
    const due = read()
      .select({ ...columns, state: courses.state })
      .from(courses)
      .where(
        and(
          mine,
          or(
            and(eq(courses.state, "open"), lte(courses.startsOn, today)),
            and(eq(courses.state, "running"), sql`${courses.endsOn} < ${today}`),
            eq(courses.state, "draft"),
          ),
        ),
      )
      .orderBy(asc(courses.startsOn))
      .limit(30)
      .all();
    for (const { state, ...course } of due) {
      if (state === "draft") awaits.push({ kind: "draft", course });
      else if (state === "open")
        awaits.push({ kind: "start", course, days: daysBetween(course.startsOn!, today) });
      else awaits.push({ kind: "close", course, days: daysBetween(course.endsOn!, today) });
    }
    const closed = read()
      .select(columns)
      .from(courses)
      .where(
        and(
          mine,
          eq(courses.state, "closed"),
          ne(courses.countedBy, "numbers"),
          gte(courses.endsOn, addDays(today, -180)),
        ),
      )
      .orderBy(desc(courses.endsOn))
      .limit(20)
      .all();
    for (const course of closed) {
      const completion = completionOf(viewer, course.id);
      if (completion && completion.ready.length > 0)
        awaits.push({
          kind: "certify",
          course,
          ready: completion.ready.length,
          total: completion.everyone.length,
        });
    }
  }
  const week =
    coordinates || viewer.trains.length > 0 ? sessionsBetween(viewer, now - dayMs / 2, now + 7 * dayMs) : [];
  return { awaits: awaits.sort((a, b) => urgency(a) - urgency(b)), week };
}

function urgency(item: Await): number {
  switch (item.kind) {
    case "roll":
      return 0;
    case "close":
    case "start":
      return 1;
    case "decide":
      return 2 + Math.max(0, item.days);
    case "certify":
      return 400;
    case "draft":
      return 500;
  }
}
