import { and, eq, isNotNull, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/sqlite-core";
import { courseOrganisations, courses } from "@/db/schema/courses";
import type { Context } from "../../acts/context";
import { organisationRows } from "../../people/store/organisationList";

/** Which workshop is planned for which organisation, as its trainer chose them. For other stores to join. */
export const plannedForView = new QueryBuilder({ casing: "snake_case" })
  .select({ courseId: courseOrganisations.courseId, organisationId: courseOrganisations.organisationId })
  .from(courseOrganisations)
  .innerJoin(courses, eq(courses.id, courseOrganisations.courseId))
  .where(isNotNull(courses.scheduledBy))
  .as("planned_for");

/** Keys of the organisations for which each of these workshops is planned, by its key. */
export function organisationsChosen(
  cx: Context,
  courseIds: readonly number[],
): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  if (courseIds.length === 0) return found;
  const rows = cx.db
    .select()
    .from(plannedForView)
    // A cascade has more workshops than a statement has variables.
    .where(sql`${plannedForView.courseId} in (select value from json_each(${JSON.stringify(courseIds)}))`)
    .all();
  for (const { courseId, organisationId } of rows)
    found.set(courseId, [...(found.get(courseId) ?? []), organisationId]);
  return found;
}

/** Keys of the organisations for which workshops of a programme are planned: so many at most, or of one alone. */
export const organisationsPlannedFor = (
  cx: Context,
  programmeId: number,
  most: number,
  organisationId?: number,
): number[] =>
  cx.db
    .selectDistinct({ id: courseOrganisations.organisationId })
    .from(courseOrganisations)
    .innerJoin(courses, eq(courses.id, courseOrganisations.courseId))
    .where(
      and(
        eq(courses.programmeId, programmeId),
        organisationId === undefined ? undefined : eq(courseOrganisations.organisationId, organisationId),
      ),
    )
    .limit(most)
    .all()
    .map(({ id }) => id);

/** Keeps for which organisations a workshop is planned: these, and no others. */
export function replaceOrganisations(cx: Context, courseId: number, ids: readonly number[]): void {
  cx.db.delete(courseOrganisations).where(eq(courseOrganisations.courseId, courseId)).run();
  for (const organisationId of ids)
    cx.db.insert(courseOrganisations).values({ courseId, organisationId }).run();
}

/** The organisations for which each of these workshops is planned, as its trainer chose them, by name. */
export function organisationsOf(
  cx: Context,
  courseIds: readonly number[],
): ReadonlyMap<number, readonly { id: number; name: string }[]> {
  const chosen = organisationsChosen(cx, courseIds);
  const rows = organisationRows(cx, [...new Set([...chosen.values()].flat())]);
  return new Map(
    [...chosen].map(([courseId, ids]) => [
      courseId,
      rows.flatMap(({ id, name }) => (ids.includes(id) ? { id, name } : [])),
    ]),
  );
}
