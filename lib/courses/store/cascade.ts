import { and, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { courseModules, courses, courseTrainers } from "@/db/schema/courses";
import type { Programmes } from "../../access/table";
import type { Context } from "../../acts/context";
import { moduleView } from "../../curriculum/store";
import { programmeView } from "../../programmes/store";
import { coursesSharedWith } from "../../sharing/store";
import { counts } from "../store";
import { coordinated } from "./reach";

/** Condition on a key: it is one of these, however many. */
const among = (keys: readonly number[]): SQL =>
  sql`in (select value from json_each(${JSON.stringify(keys)}))`;

/** Courses that are held or were, that count and that one of these programmes leads or shares. */
const held = (programmes: Programmes) =>
  and(counts, inArray(courses.state, ["running", "closed"]), coordinated({ programmes }));

/** Which first trainings of trainers a cascade begins with. */
export type CascadeFilter = {
  programme: number | null;
  country: string | null;
  toolId: number | null;
  /** The calendar year in which it began. */
  year: number | null;
};

/** Condition: a programme leads the course or shares it. */
const ofProgramme = (programme: number | null) =>
  programme === null
    ? undefined
    : sql`(${courses.programmeId} = ${programme} or ${courses.id} in ${coursesSharedWith([programme])})`;

/** Keys of the trainings of trainers within a reach that a filter asks for, the newest first. */
export const totKeys = (
  cx: Context,
  programmes: Programmes,
  { programme, country, toolId, year }: CascadeFilter,
): number[] =>
  cx.db
    .select({ id: courses.id })
    .from(courses)
    .where(
      and(
        held(programmes),
        eq(courses.kind, "tot"),
        ofProgramme(programme),
        country === null ? undefined : eq(courses.country, country),
        year === null ? undefined : sql`substr(${courses.listedOn}, 1, 4) = ${String(year)}`,
        toolId === null
          ? undefined
          : sql`${courses.id} in ${cx.db
              .select({ id: courseModules.courseId })
              .from(courseModules)
              .innerJoin(moduleView, eq(moduleView.moduleId, courseModules.moduleId))
              .where(eq(moduleView.toolId, toolId))}`,
      ),
    )
    .orderBy(desc(courses.listedOn), desc(courses.id))
    .all()
    .map(({ id }) => id);

/** Keys of the workshops of a programme within a reach, or of all, that were or are held. */
export const workshopKeys = (
  cx: Context,
  programmes: Programmes,
  { programme }: Pick<CascadeFilter, "programme">,
): number[] =>
  cx.db
    .select({ id: courses.id })
    .from(courses)
    .where(and(held(programmes), eq(courses.kind, "user"), ofProgramme(programme)))
    .all()
    .map(({ id }) => id);

/** The keys of so many of these courses, the latest first. */
export const latestFirst = (cx: Context, courseIds: readonly number[], most: number): number[] =>
  cx.db
    .select({ id: courses.id })
    .from(courses)
    .where(sql`${courses.id} ${among(courseIds)}`)
    .orderBy(desc(courses.listedOn), desc(courses.id))
    .limit(most)
    .all()
    .map(({ id }) => id);

/** In which countries and years trainings of trainers within a reach are held or were, with how many. */
export const totChoices = (cx: Context, programmes: Programmes) =>
  cx.db
    .select({
      country: courses.country,
      year: sql<string>`substr(${courses.listedOn}, 1, 4)`,
      count: sql<number>`count(*)`,
    })
    .from(courses)
    .where(and(held(programmes), eq(courses.kind, "tot")))
    .groupBy(courses.country, sql`substr(${courses.listedOn}, 1, 4)`)
    .all();

/** Those of these courses that are held or were and within a reach: kind and days. */
export const heldAmong = (cx: Context, programmes: Programmes, courseIds: readonly number[]) =>
  cx.db
    .select({
      id: courses.id,
      kind: courses.kind,
      startsOn: courses.startsOn,
      endsOn: courses.endsOn,
      year: courses.year,
      countedBy: courses.countedBy,
    })
    .from(courses)
    .where(and(sql`${courses.id} ${among(courseIds)}`, held(programmes)))
    .all();

/** The tools that each of these courses teaches, by their keys. */
export function toolKeysIn(cx: Context, courseIds: readonly number[]): ReadonlyMap<number, number[]> {
  const found = new Map<number, number[]>();
  const rows = cx.db
    .selectDistinct({ courseId: courseModules.courseId, toolId: moduleView.toolId })
    .from(courseModules)
    .innerJoin(moduleView, eq(moduleView.moduleId, courseModules.moduleId))
    .where(sql`${courseModules.courseId} ${among(courseIds)}`)
    .all();
  for (const { courseId, toolId } of rows) found.set(courseId, [...(found.get(courseId) ?? []), toolId]);
  return found;
}

/** Who trains in these courses, by their keys. */
export const trainersAmongCourses = (cx: Context, courseIds: readonly number[]): number[] =>
  cx.db
    .selectDistinct({ id: courseTrainers.personId })
    .from(courseTrainers)
    .where(sql`${courseTrainers.courseId} ${among(courseIds)}`)
    .all()
    .map(({ id }) => id);

/** Who trains in which of these courses. */
export const trainingIn = (cx: Context, courseIds: readonly number[]) =>
  cx.db
    .select({ courseId: courseTrainers.courseId, personId: courseTrainers.personId })
    .from(courseTrainers)
    .where(sql`${courseTrainers.courseId} ${among(courseIds)}`)
    .orderBy(courseTrainers.courseId, courseTrainers.personId)
    .all();

/** What a cascade shows of these courses, by their keys. */
export const cascadeLines = (cx: Context, courseIds: readonly number[]) =>
  new Map(
    cx.db
      .select({
        id: courses.id,
        kind: courses.kind,
        title: courses.title,
        place: courses.place,
        country: courses.country,
        mode: courses.mode,
        state: courses.state,
        startsOn: courses.startsOn,
        endsOn: courses.endsOn,
        year: courses.year,
        datesNote: courses.datesNote,
        countedBy: courses.countedBy,
        programmeId: courses.programmeId,
        programmeTitle: programmeView.programmeTitle,
      })
      .from(courses)
      .innerJoin(programmeView, eq(programmeView.programmeId, courses.programmeId))
      .where(sql`${courses.id} ${among(courseIds)}`)
      .all()
      .map((row) => [row.id, row] as const),
  );
