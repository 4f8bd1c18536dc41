import { and, eq, isNotNull, isNull, ne, or, sql } from "drizzle-orm";
import { cameBySex, registrations } from "@/db/schema/registrations";
import type { Context } from "../../acts/context";
import { courseView } from "../../courses/store";
import type { SaidBySex } from "../../records/rules/numbers";
import { cameBy } from "./came";

/** A workshop that ended and whose people are known by name: whoever came to it is counted by sex. */
const isCounted = and(
  eq(courseView.kind, "user"),
  eq(courseView.state, "closed"),
  eq(courseView.countedBy, "people"),
);

/** The course, where those who came to it are counted by sex; undefined for one that goes on or is known by numbers alone. */
export const countedCourse = (cx: Context, courseId: number) =>
  cx.db
    .select({ id: courseView.id, programmeId: courseView.programmeId })
    .from(courseView)
    .where(and(eq(courseView.id, courseId), isCounted))
    .get();

/** Who came to a course and agreed to be counted in totals. */
export const cameAndAgreed = (cx: Context, courseId: number): number[] =>
  cx.db
    .select({ personId: registrations.personId })
    .from(registrations)
    .where(
      and(
        eq(registrations.courseId, courseId),
        isNotNull(registrations.consentAt),
        cameBy({ state: registrations.state, id: registrations.id }),
      ),
    )
    .all()
    .map(({ personId }) => personId);

/** The courses of a programme to which somebody came and in which people are counted by sex. */
export const countedCoursesOf = (cx: Context, personId: number, programmeId: number): number[] =>
  cx.db
    .select({ id: courseView.id })
    .from(registrations)
    .innerJoin(courseView, eq(courseView.id, registrations.courseId))
    .where(and(eq(registrations.personId, personId), eq(courseView.programmeId, programmeId), isCounted))
    .all()
    .map(({ id }) => id);

/** Some courses in which nobody has been counted by sex yet, as those that ended before this was kept. */
export const uncountedCourses = (cx: Context, most: number): number[] =>
  cx.db
    .select({ id: courseView.id })
    .from(courseView)
    .leftJoin(cameBySex, eq(cameBySex.courseId, courseView.id))
    .where(and(isCounted, isNull(cameBySex.courseId)))
    .limit(most)
    .all()
    .map(({ id }) => id);

/** What is kept of these courses by sex, by their keys. */
export const cameBySexIn = (cx: Context, courseIds: readonly number[]): ReadonlyMap<number, SaidBySex> =>
  new Map(
    cx.db
      .select()
      .from(cameBySex)
      .where(sql`${cameBySex.courseId} in (select value from json_each(${JSON.stringify(courseIds)}))`)
      .all()
      .map(({ courseId, women, men }) => [courseId, { women, men }]),
  );

/** Keeps how many women and men came to a course in place of what was there; nothing is written where that is the same. */
export function keepCameBySex(cx: Context, courseId: number, { women, men }: SaidBySex): void {
  cx.db
    .insert(cameBySex)
    .values({ courseId, women, men })
    .onConflictDoUpdate({
      target: cameBySex.courseId,
      set: { women, men },
      setWhere: or(ne(cameBySex.women, women), ne(cameBySex.men, men)),
    })
    .run();
}

/** Forgets what is kept of a course that goes on again. */
export const forgetCameBySex = (cx: Context, courseId: number): void => {
  cx.db.delete(cameBySex).where(eq(cameBySex.courseId, courseId)).run();
};
