import { and, eq, type SQL, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/sqlite-core";
import { courses, courseTrainers } from "@/db/schema/courses";
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

/** A course, for the store of another domain to join. */
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
