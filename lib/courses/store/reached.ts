import { and, asc, count, countDistinct, eq, gt, gte, inArray, or, sql } from "drizzle-orm";
import { courses } from "@/db/schema/courses";
import type { Programmes } from "../../access/table";
import type { Context } from "../../acts/context";
import { certificateStandsOf } from "../../certificates/store";
import { personView } from "../../people/store";
import { programmeView } from "../../programmes/store";
import { registrationView } from "../../registrations/store";
import { cameBy } from "../../registrations/store/came";
import { coursesSharedWith } from "../../sharing/store";
import { type CourseRow, counts } from "../store";

/** Courses that a programme leads or shares and that count, by the day on which they are listed. */
export const coursesOfProgramme = (cx: Context, programmeId: number) =>
  cx.db
    .select({
      id: courses.id,
      /** The programme that leads it. */
      programmeTitle: programmeView.programmeTitle,
      kind: courses.kind,
      state: courses.state,
      country: courses.country,
      place: courses.place,
      title: courses.title,
      startsOn: courses.startsOn,
      endsOn: courses.endsOn,
      capacity: courses.capacity,
      countedBy: courses.countedBy,
    })
    .from(courses)
    .innerJoin(programmeView, eq(programmeView.programmeId, courses.programmeId))
    .where(
      and(
        or(eq(courses.programmeId, programmeId), inArray(courses.id, coursesSharedWith([programmeId]))),
        counts,
      ),
    )
    .orderBy(asc(courses.listedOn), asc(courses.id))
    .all();

/** How many courses that count these programmes lead or share, each once. */
export const countOnce = (cx: Context, programmes: Programmes): number =>
  cx.db
    .select({ count: count() })
    .from(courses)
    .where(
      and(
        counts,
        programmes === "all"
          ? undefined
          : or(
              inArray(courses.programmeId, [...programmes]),
              inArray(courses.id, coursesSharedWith(programmes)),
            ),
      ),
    )
    .get()!.count;

/** A course by its place among those to come. */
export type Listed = { id: number; startsOn: string | null };

/** Planned or run, of people known by name, and not over on a civil day; those that come after one of them. */
const toCome = (programmeId: number, today: string, after: Listed | null) =>
  and(
    or(eq(courses.programmeId, programmeId), inArray(courses.id, coursesSharedWith([programmeId]))),
    inArray(courses.state, ["draft", "open", "running"]),
    eq(courses.countedBy, "people"),
    gte(courses.endsOn, today),
    after === null || after.startsOn === null
      ? undefined
      : or(
          gt(courses.startsOn, after.startsOn),
          and(eq(courses.startsOn, after.startsOn), gt(courses.id, after.id)),
        ),
  );

/**
 * Courses that a programme leads or shares, planned or run and not over on a civil day, the soonest first; of people known by name.
 * @param after of them those that come after this one.
 */
export const coursesToCome = (
  cx: Context,
  programmeId: number,
  today: string,
  most: number,
  after: Listed | null = null,
): CourseRow[] =>
  cx.db
    .select()
    .from(courses)
    .where(toCome(programmeId, today, after))
    .orderBy(asc(courses.startsOn), asc(courses.id))
    .limit(most)
    .all();

/** How many there are of them. */
export const countToCome = (
  cx: Context,
  programmeId: number,
  today: string,
  after: Listed | null = null,
): number =>
  cx.db
    .select({ count: count() })
    .from(courses)
    .where(toCome(programmeId, today, after))
    .get()!.count;

const among = (courseIds: readonly number[]) =>
  sql`${registrationView.courseId} in (select value from json_each(${JSON.stringify(courseIds)}))`;
const came = cameBy({ state: registrationView.state, id: registrationView.registrationId });

/** How many people came to these courses, each once, however many of them they came to. */
export const peopleOnce = (cx: Context, courseIds: readonly number[]): number =>
  cx.db
    .select({ count: countDistinct(registrationView.personId) })
    .from(registrationView)
    .where(and(among(courseIds), came))
    .get()!.count;

/**
 * Who came to each of these courses, by their keys, and the organisations that these belong to now. A list a course: a row a person
 * takes four times as long to hand over.
 */
export const cameTo = (
  cx: Context,
  courseIds: readonly number[],
): ReadonlyMap<number, { people: number[]; organisations: number[] }> =>
  new Map(
    cx.db
      .select({
        courseId: registrationView.courseId,
        people: sql<string>`json_group_array(${registrationView.personId})`,
        organisations: sql<string>`json_group_array(distinct ${personView.organisationId}) filter (where ${personView.organisationId} is not null)`,
      })
      .from(registrationView)
      .innerJoin(personView, eq(personView.id, registrationView.personId))
      .where(and(among(courseIds), came))
      .groupBy(registrationView.courseId)
      .all()
      .map(({ courseId, people, organisations }) => [
        courseId,
        { people: JSON.parse(people) as number[], organisations: JSON.parse(organisations) as number[] },
      ]),
  );

/**
 * People of these courses, by course: those who hold a place, who came at least once, and who have a certificate of
 * participation that is valid.
 */
export const peopleReached = (cx: Context, courseIds: readonly number[]) =>
  new Map(
    cx.db
      .select({
        courseId: registrationView.courseId,
        held: count(),
        reached: sql<number>`count(*) filter (where ${came})`,
        certified: sql<number>`count(*) filter (where ${certificateStandsOf(registrationView.registrationId, "participation")})`,
      })
      .from(registrationView)
      .where(and(among(courseIds), inArray(registrationView.state, ["accepted", "attended"])))
      .groupBy(registrationView.courseId)
      .all()
      .map((row) => [row.courseId, row]),
  );
