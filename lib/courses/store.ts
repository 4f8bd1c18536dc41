import { and, asc, count, desc, eq, inArray, isNotNull, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/sqlite-core";
import { prepared } from "@/db/client";
import { courseModules, courses, courseTrainers } from "@/db/schema/courses";
import type { Context } from "../acts/context";
import { doneTraining } from "../timetable/store/trained";

export type CourseRow = typeof courses.$inferSelect;

// The gate asks for these two at every page and command of a course: prepared 0.09 and 0.003 ms, put together each time
// 1.9 and 0.6 ms (on a busy machine).
const byKey = prepared((db) =>
  db
    .select()
    .from(courses)
    .where(eq(courses.id, sql.placeholder("courseId")))
    .prepare(),
);
const trainerOf = prepared((db) =>
  db
    .select({ id: courseTrainers.courseId })
    .from(courseTrainers)
    .where(
      and(
        eq(courseTrainers.courseId, sql.placeholder("courseId")),
        eq(courseTrainers.personId, sql.placeholder("personId")),
      ),
    )
    .prepare(),
);

/** A course as it is within the open transaction. */
export const courseRow = (cx: Context, courseId: number): CourseRow | undefined =>
  byKey(cx.db).get({ courseId });

/** The rows of courses by their keys, each read once. */
export function coursesOnce(cx: Context): (courseId: number) => CourseRow {
  const read = new Map<number, CourseRow>();
  return (courseId) => {
    const course = read.get(courseId) ?? courseRow(cx, courseId)!;
    read.set(courseId, course);
    return course;
  };
}

/** The course of a public address. */
export const courseRowBySlug = (cx: Context, slug: string): CourseRow | undefined =>
  cx.db.select().from(courses).where(eq(courses.slug, slug)).get();

/** True where this person is one of the course's trainers. */
export const trainsIn = (cx: Context, courseId: number, personId: number): boolean =>
  trainerOf(cx.db).get({ courseId, personId }) !== undefined;

/**
 * Condition: the course counts and may be public. The same as `isApproved`, for whatever looks at courses in SQL; of the view
 * it is `courseViewCounts`, and where a query names a course itself, `countsAs`.
 */
export const counts: SQL = isNotNull(courses.approvedAt);

/** The same of a course under another name in a query. Written as the indexes are that hold it. */
export const countsAs = (course: SQL): SQL => sql`${course}.approved_at is not null`;

/** Courses as other domains join them. */
export const courseView = new QueryBuilder({ casing: "snake_case" })
  .select({
    id: courses.id,
    slug: courses.slug,
    programmeId: courses.programmeId,
    kind: courses.kind,
    title: courses.title,
    country: courses.country,
    place: courses.place,
    mode: courses.mode,
    venueId: courses.venueId,
    zone: courses.zone,
    state: courses.state,
    stateReason: courses.stateReason,
    applyBy: courses.applyBy,
    year: courses.year,
    datesNote: courses.datesNote,
    fictional: courses.fictional,
    startsOn: courses.startsOn,
    endsOn: courses.endsOn,
    decideBy: courses.decideBy,
    confirmedAt: courses.confirmedAt,
    admission: courses.admission,
    capacity: courses.capacity,
    countedBy: courses.countedBy,
    scheduledBy: courses.scheduledBy,
    audience: courses.audience,
    /** Null while the course does not count and is not public. */
    approvedAt: courses.approvedAt,
  })
  .from(courses)
  .as("course");

/** Who trains which course. For other stores to join. */
export const trainsView = new QueryBuilder({ casing: "snake_case" })
  .select({ courseId: courseTrainers.courseId, personId: courseTrainers.personId })
  .from(courseTrainers)
  .as("trains");

/** Keys of the people who train in a course. */
export const trainersIn = (cx: Context, courseId: number): number[] =>
  cx.db
    .select({ id: courseTrainers.personId })
    .from(courseTrainers)
    .where(eq(courseTrainers.courseId, courseId))
    .all()
    .map((trainer) => trainer.id);

/** The same without whoever has trained all of theirs while sessions are to come, and whoever does something now, who knows what they do. */
export function trainersToTell(cx: Context, course: Pick<CourseRow, "id" | "scheduledBy">): number[] {
  const done = doneTraining(cx, course);
  return trainersIn(cx, course.id).filter((id) => id !== cx.viewer.personId && !done.includes(id));
}

/** Keys of the modules that a course teaches, in their order. */
export const modulesIn = (cx: Context, courseId: number): number[] =>
  cx.db
    .select({ id: courseModules.moduleId })
    .from(courseModules)
    .where(eq(courseModules.courseId, courseId))
    .orderBy(asc(courseModules.position))
    .all()
    .map((module) => module.id);

/** Courses that are open, of which it is not certain that they take place, and whose coordinators were not asked for their day. */
export const coursesToDecide = (cx: Context): CourseRow[] =>
  cx.db
    .select()
    .from(courses)
    .where(
      and(
        eq(courses.state, "open"),
        isNotNull(courses.decideBy),
        isNull(courses.confirmedAt),
        or(isNull(courses.askedForDay), ne(courses.askedForDay, courses.decideBy)),
      ),
    )
    .all();

/** Adds a course. */
export const insertCourse = (cx: Context, columns: typeof courses.$inferInsert): CourseRow =>
  cx.db.insert(courses).values(columns).returning().get();

/** Changes columns of a course; gives it as it is then. */
export const updateCourse = (cx: Context, courseId: number, columns: Partial<CourseRow>): CourseRow =>
  cx.db.update(courses).set(columns).where(eq(courses.id, courseId)).returning().get()!;

/** Makes these the modules of a course, in this order. */
export function replaceModules(cx: Context, courseId: number, moduleIds: readonly number[]): void {
  cx.db.delete(courseModules).where(eq(courseModules.courseId, courseId)).run();
  for (const [i, moduleId] of moduleIds.entries())
    cx.db
      .insert(courseModules)
      .values({ courseId, moduleId, position: i + 1 })
      .run();
}

/** Makes these the trainers of a course. */
export function replaceTrainers(cx: Context, courseId: number, personIds: readonly number[]): void {
  cx.db.delete(courseTrainers).where(eq(courseTrainers.courseId, courseId)).run();
  for (const personId of personIds) cx.db.insert(courseTrainers).values({ courseId, personId }).run();
}

/** Adds somebody to the trainers of a course. */
export function addTrainer(cx: Context, courseId: number, personId: number): void {
  cx.db.insert(courseTrainers).values({ courseId, personId }).run();
}

/** The workshop that this trainer scheduled last, in one of these programmes. */
export const lastScheduledBy = (
  cx: Context,
  personId: number,
  programmeIds: readonly number[],
): CourseRow | undefined =>
  cx.db
    .select()
    .from(courses)
    .where(and(eq(courses.scheduledBy, personId), inArray(courses.programmeId, [...programmeIds])))
    .orderBy(desc(courses.id))
    .limit(1)
    .get();

/** Keys of the courses that a person trains, for a condition. */
export const coursesTrainedBy = (personId: number) =>
  new QueryBuilder({ casing: "snake_case" })
    .select({ courseId: courseTrainers.courseId })
    .from(courseTrainers)
    .where(eq(courseTrainers.personId, personId));

type Counted = { key: number; count: number };

/** What is left of these counts when those are taken away. */
function lessThose(all: readonly Counted[], those: readonly Counted[]): ReadonlyMap<number, number> {
  const less = new Map(those.map(({ key, count }) => [key, count]));
  return new Map(all.map(({ key, count }) => [key, count - (less.get(key) ?? 0)]));
}

/**
 * How many courses that count teach each module: all but the few that await approval, so that both are counted in an
 * index and no course is read.
 */
export function coursesByModule(cx: Context): ReadonlyMap<number, number> {
  const taught = { key: courseModules.moduleId, count: count() };
  const all = cx.db.select(taught).from(courseModules).groupBy(courseModules.moduleId).all();
  const awaiting = cx.db
    .select(taught)
    .from(courses)
    .innerJoin(courseModules, eq(courseModules.courseId, courses.id))
    .where(isNull(courses.approvedAt))
    .groupBy(courseModules.moduleId)
    .all();
  return lessThose(all, awaiting);
}

/** Keys of the courses that teach one of these modules. */
export const coursesTeaching = (cx: Context, moduleIds: readonly number[]): number[] =>
  cx.db
    .selectDistinct({ id: courseModules.courseId })
    .from(courseModules)
    .where(inArray(courseModules.moduleId, [...moduleIds]))
    .all()
    .map(({ id }) => id);

/** True where there is a course, or one that has been opened; in any programme, or in one of these. */
export const someCourse = (
  cx: Context,
  opened: boolean,
  programmeIds: readonly number[] | null = null,
): boolean =>
  cx.db
    .select({ id: courses.id })
    .from(courses)
    .where(
      and(
        opened ? ne(courses.state, "draft") : undefined,
        programmeIds ? inArray(courses.programmeId, [...programmeIds]) : undefined,
      ),
    )
    .limit(1)
    .get() !== undefined;

/** How many courses are planned or were held at a venue. */
export const coursesAtVenue = (cx: Context, venueId: number): number =>
  cx.db.select({ count: count() }).from(courses).where(eq(courses.venueId, venueId)).get()!.count;

/** How many courses that count each of these programmes has, or each of all; counted as those of modules are. */
export function coursesByProgramme(
  cx: Context,
  keys: readonly number[] | "all",
): ReadonlyMap<number, number> {
  const among = keys === "all" ? undefined : inArray(courses.programmeId, [...keys]);
  const counted = (which?: SQL) =>
    cx.db
      .select({ key: courses.programmeId, count: count() })
      .from(courses)
      .where(and(among, which))
      .groupBy(courses.programmeId)
      .all();
  return lessThose(counted(), counted(isNull(courses.approvedAt)));
}

/** Condition: the course of the view counts, as `counts` says of a row. */
export const courseViewCounts: SQL = isNotNull(courseView.approvedAt);

/** True where this person is a trainer of any course. */
export const trainsAnyCourse = (cx: Context, personId: number): boolean =>
  cx.db
    .select({ id: courseTrainers.courseId })
    .from(courseTrainers)
    .where(eq(courseTrainers.personId, personId))
    .limit(1)
    .get() !== undefined;
