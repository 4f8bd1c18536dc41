import { and, asc, desc, eq, gte, inArray, lt, lte, ne, or, sql } from "drizzle-orm";
import { prepared } from "@/db/client";
import { courses, registrations } from "@/db/schema";
import { inProgrammes, programmesOf } from "../access/queries";
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

const columns = {
  id: courses.id,
  title: courses.title,
  startsOn: courses.startsOn,
  endsOn: courses.endsOn,
};

/** Courses to come with registrations that nobody decided. */
const undecided = prepared((db) =>
  db
    .select({ ...columns, count: sql<number>`count(*)` })
    .from(courses)
    .innerJoin(registrations, eq(registrations.courseId, courses.id))
    .where(
      and(
        inProgrammes(),
        inArray(courses.state, ["open", "running"]),
        gte(courses.endsOn, sql.placeholder("today")),
        inArray(registrations.state, [...undecidedStates]),
      ),
    )
    .groupBy(courses.id)
    .orderBy(asc(courses.startsOn))
    .prepare(),
);

/** Courses whose next step is due: to be opened, started or closed. */
const due = prepared((db) =>
  db
    .select({ ...columns, state: courses.state })
    .from(courses)
    .where(
      and(
        inProgrammes(),
        or(
          and(eq(courses.state, "open"), lte(courses.startsOn, sql.placeholder("today"))),
          and(eq(courses.state, "running"), lt(courses.endsOn, sql.placeholder("today"))),
          eq(courses.state, "draft"),
        ),
      ),
    )
    .orderBy(asc(courses.startsOn))
    .limit(30)
    .prepare(),
);

/** Courses closed of late, whose certificates may be due. */
const closed = prepared((db) =>
  db
    .select(columns)
    .from(courses)
    .where(
      and(
        inProgrammes(),
        eq(courses.state, "closed"),
        ne(courses.countedBy, "numbers"),
        gte(courses.endsOn, sql.placeholder("since")),
      ),
    )
    .orderBy(desc(courses.endsOn))
    .limit(20)
    .prepare(),
);

/**
 * The first page: what awaits a decision, and the sessions of the coming week.
 * @param today the civil day (UTC) for courses; sessions go by their instants.
 */
export function todayFor(viewer: Viewer, now: number, today: string) {
  const own = programmesOf(viewer);
  const awaits: Await[] = missingRolls(viewer, now).map((session) => ({ kind: "roll", session }));
  const coordinates = viewer.administrator || viewer.coordinates.length > 0;
  if (coordinates) {
    for (const { count, ...course } of undecided().all({ today, ...own }))
      awaits.push({ kind: "decide", course, count, days: daysBetween(today, course.startsOn!) });
    for (const { state, ...course } of due().all({ today, ...own })) {
      if (state === "draft") awaits.push({ kind: "draft", course });
      else if (state === "open")
        awaits.push({ kind: "start", course, days: daysBetween(course.startsOn!, today) });
      else awaits.push({ kind: "close", course, days: daysBetween(course.endsOn!, today) });
    }
    for (const course of closed().all({ since: addDays(today, -180), ...own })) {
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
