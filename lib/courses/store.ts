import { and, asc, desc, eq, inArray, isNotNull, type SQL } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/sqlite-core";
import { courseModules, courses, courseTrainers } from "@/db/schema/courses";
import type { Context } from "../acts/context";

export type CourseRow = typeof courses.$inferSelect;

/** A course as it is within the open transaction. */
export const courseRow = (cx: Context, courseId: number): CourseRow | undefined =>
  cx.db.select().from(courses).where(eq(courses.id, courseId)).get();

/** The course of a public address. */
export const courseRowBySlug = (cx: Context, slug: string): CourseRow | undefined =>
  cx.db.select().from(courses).where(eq(courses.slug, slug)).get();

/** True where this person is one of the course's trainers. */
export const trainsIn = (cx: Context, courseId: number, personId: number): boolean =>
  cx.db
    .select({ id: courseTrainers.courseId })
    .from(courseTrainers)
    .where(and(eq(courseTrainers.courseId, courseId), eq(courseTrainers.personId, personId)))
    .get() !== undefined;

/** Condition: the course counts and may be public. The same as `isApproved`, for whatever looks at courses in SQL. */
export const counts: SQL = isNotNull(courses.approvedAt);

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
    startsOn: courses.startsOn,
    endsOn: courses.endsOn,
    admission: courses.admission,
    capacity: courses.capacity,
    countedBy: courses.countedBy,
    scheduledBy: courses.scheduledBy,
    /** Null while the course does not count and is not public. */
    approvedAt: courses.approvedAt,
  })
  .from(courses)
  .as("course");

/** Keys of the people who train in a course. */
export const trainersIn = (cx: Context, courseId: number): number[] =>
  cx.db
    .select({ id: courseTrainers.personId })
    .from(courseTrainers)
    .where(eq(courseTrainers.courseId, courseId))
    .all()
    .map((trainer) => trainer.id);

/** Keys of the modules that a course teaches, in their order. */
export const modulesIn = (cx: Context, courseId: number): number[] =>
  cx.db
    .select({ id: courseModules.moduleId })
    .from(courseModules)
    .where(eq(courseModules.courseId, courseId))
    .orderBy(asc(courseModules.position))
    .all()
    .map((module) => module.id);

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
