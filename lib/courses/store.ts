import { and, count, eq, inArray, isNotNull, ne, type SQL, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/sqlite-core";
import { prepared } from "@/db/client";
import { courseModules, courses, courseTrainers } from "@/db/schema/courses";
import type { Context } from "../acts/context";

export type CourseRow = typeof courses.$inferSelect;

// Prepared, as the gate asks for a course at nearly every request: 0.2 ms put together anew, 0.02 ms prepared.
const byKey = prepared((db) =>
  db
    .select()
    .from(courses)
    .where(eq(courses.id, sql.placeholder("courseId")))
    .prepare(),
);
const bySlug = prepared((db) =>
  db
    .select()
    .from(courses)
    .where(eq(courses.slug, sql.placeholder("slug")))
    .prepare(),
);

/** A course as it is within the open transaction. */
export const courseRow = (cx: Context, courseId: number): CourseRow | undefined =>
  byKey(cx.db).get({ courseId });

/** The course of a public address. */
export const courseRowBySlug = (cx: Context, slug: string): CourseRow | undefined =>
  bySlug(cx.db).get({ slug });

/** True where this person is one of the course's trainers. */
export const trainsIn = (cx: Context, courseId: number, personId: number): boolean =>
  cx.db
    .select({ id: courseTrainers.courseId })
    .from(courseTrainers)
    .where(and(eq(courseTrainers.courseId, courseId), eq(courseTrainers.personId, personId)))
    .get() !== undefined;

/** What a course is called, whose it is, where and when. For other stores to join. */
export const courseView = new QueryBuilder({ casing: "snake_case" })
  .select({
    id: courses.id,
    programmeId: courses.programmeId,
    slug: courses.slug,
    title: courses.title,
    place: courses.place,
    country: courses.country,
    mode: courses.mode,
    zone: courses.zone,
    state: courses.state,
    stateReason: courses.stateReason,
    approvedAt: courses.approvedAt,
    admission: courses.admission,
    applyBy: courses.applyBy,
    startsOn: courses.startsOn,
    endsOn: courses.endsOn,
    year: courses.year,
    datesNote: courses.datesNote,
    fictional: courses.fictional,
  })
  .from(courses)
  .as("course");

/** Condition: the course of the view counts and may be public. */
export const courseViewCounts: SQL = sql`${courseView.approvedAt} is not null`;

/** True where this person is a trainer of any course. */
export const trainsAnyCourse = (cx: Context, personId: number): boolean =>
  cx.db
    .select({ id: courseTrainers.courseId })
    .from(courseTrainers)
    .where(eq(courseTrainers.personId, personId))
    .limit(1)
    .get() !== undefined;

/** Gives a course so many places, which counts up its version. */
export function setCapacity(cx: Context, course: Pick<CourseRow, "id" | "version">, capacity: number): void {
  cx.db
    .update(courses)
    .set({ capacity, version: course.version + 1, updatedAt: cx.now })
    .where(eq(courses.id, course.id))
    .run();
}

/** Keys of the courses that a person trains, for a condition. */
export const coursesTrainedBy = (personId: number) =>
  new QueryBuilder({ casing: "snake_case" })
    .select({ courseId: courseTrainers.courseId })
    .from(courseTrainers)
    .where(eq(courseTrainers.personId, personId));

/** How many courses that count teach each module. */
export const coursesByModule = (cx: Context): ReadonlyMap<number, number> =>
  new Map(
    cx.db
      .select({ moduleId: courseModules.moduleId, count: count() })
      .from(courseModules)
      .innerJoin(courses, eq(courses.id, courseModules.courseId))
      .where(isNotNull(courses.approvedAt))
      .groupBy(courseModules.moduleId)
      .all()
      .map((row) => [row.moduleId, row.count]),
  );

/** Keys of the courses that teach one of these modules. */
export const coursesTeaching = (cx: Context, moduleIds: readonly number[]): number[] =>
  cx.db
    .selectDistinct({ id: courseModules.courseId })
    .from(courseModules)
    .where(inArray(courseModules.moduleId, [...moduleIds]))
    .all()
    .map(({ id }) => id);

/** True where there is a course; or one that has been opened. */
export const someCourse = (cx: Context, opened: boolean): boolean =>
  cx.db
    .select({ id: courses.id })
    .from(courses)
    .where(opened ? ne(courses.state, "draft") : undefined)
    .limit(1)
    .get() !== undefined;

/** How many courses are planned or were held at a venue. */
export const coursesAtVenue = (cx: Context, venueId: number): number =>
  cx.db.select({ count: count() }).from(courses).where(eq(courses.venueId, venueId)).get()!.count;

/** How many courses that count each of these programmes has, or each of all. */
export const coursesByProgramme = (
  cx: Context,
  keys: readonly number[] | "all",
): ReadonlyMap<number, number> =>
  new Map(
    cx.db
      .select({ programmeId: courses.programmeId, count: count() })
      .from(courses)
      .where(
        and(
          keys === "all" ? undefined : inArray(courses.programmeId, [...keys]),
          isNotNull(courses.approvedAt),
        ),
      )
      .groupBy(courses.programmeId)
      .all()
      .map((row) => [row.programmeId, row.count]),
  );
