import { and, eq } from "drizzle-orm";
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
