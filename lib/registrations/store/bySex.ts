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

/** The keys of a list, within a query. */
const among = (keys: readonly number[]) => sql`(select value from json_each(${JSON.stringify(keys)}))`;

/**
 * Of these courses those in which people are counted by sex (`counts`), and those of which something is kept (`keeps`). One that goes on
 * or is known by numbers alone is not counted.
 */
export const countedAmong = (cx: Context, courseIds: readonly number[]) =>
  cx.db
    .select({
      id: courseView.id,
      programmeId: courseView.programmeId,
      counts: sql<number>`${isCounted}`.mapWith(Boolean),
      keeps: sql<number>`${cameBySex.courseId} is not null`.mapWith(Boolean),
    })
    .from(courseView)
    .leftJoin(cameBySex, eq(cameBySex.courseId, courseView.id))
    .where(sql`${courseView.id} in ${among(courseIds)}`)
    .all();

/** Who came to these courses and agreed to be counted in totals. */
export const cameAndAgreed = (cx: Context, courseIds: readonly number[]) =>
  cx.db
    .select({ courseId: registrations.courseId, personId: registrations.personId })
    .from(registrations)
    .where(
      and(
        sql`${registrations.courseId} in ${among(courseIds)}`,
        isNotNull(registrations.consentAt),
        cameBy({ state: registrations.state, id: registrations.id }),
      ),
    )
    .all();

/** The courses of a programme in which people are counted by sex and one of these persons is registered, each once. */
export const countedCoursesOf = (cx: Context, personIds: readonly number[], programmeId: number): number[] =>
  cx.db
    .selectDistinct({ id: courseView.id })
    .from(registrations)
    .innerJoin(courseView, eq(courseView.id, registrations.courseId))
    .where(
      and(
        sql`${registrations.personId} in ${among(personIds)}`,
        eq(courseView.programmeId, programmeId),
        isCounted,
      ),
    )
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
      .where(sql`${cameBySex.courseId} in ${among(courseIds)}`)
      .all()
      .map(({ courseId, women, men }) => [courseId, { women, men }]),
  );

/** Keeps how many women and men came to these courses in place of what was there; nothing is written where that is the same. */
export function keepCameBySex(cx: Context, counts: readonly (SaidBySex & { courseId: number })[]): void {
  cx.db
    .insert(cameBySex)
    .values([...counts])
    .onConflictDoUpdate({
      target: cameBySex.courseId,
      set: { women: sql`excluded.women`, men: sql`excluded.men` },
      setWhere: or(ne(cameBySex.women, sql`excluded.women`), ne(cameBySex.men, sql`excluded.men`)),
    })
    .run();
}

/** Forgets what is kept of courses that go on again. */
export const forgetCameBySex = (cx: Context, courseIds: readonly number[]): void => {
  cx.db
    .delete(cameBySex)
    .where(sql`${cameBySex.courseId} in ${among(courseIds)}`)
    .run();
};
