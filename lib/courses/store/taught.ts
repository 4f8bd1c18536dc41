import {
  and,
  asc,
  desc,
  eq,
  gte,
  inArray,
  isNull,
  notInArray,
  type SQL,
  type SQLWrapper,
  sql,
} from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/sqlite-core";
import { courseModules, courses, courseTrainers } from "@/db/schema/courses";
import type { CourseLanguage } from "@/db/values/languages";
import type { Context } from "../../acts/context";
import { type CourseRow, counts, countsAs } from "../store";

/** Which modules a course teaches. For other stores to join. */
export const taughtView = new QueryBuilder({ casing: "snake_case" })
  .select({ courseId: courseModules.courseId, moduleId: courseModules.moduleId })
  .from(courseModules)
  .as("taught");

/** Courses that count in which a person is a trainer, the newest first. */
export const coursesTaughtBy = (cx: Context, personId: number) =>
  cx.db
    .select({
      id: courses.id,
      slug: courses.slug,
      title: courses.title,
      state: courses.state,
      startsOn: courses.startsOn,
      endsOn: courses.endsOn,
    })
    .from(courseTrainers)
    .innerJoin(courses, eq(courses.id, courseTrainers.courseId))
    .where(and(eq(courseTrainers.personId, personId), counts))
    .orderBy(desc(courses.startsOn))
    .all();

/** The courses that count and are held or were, of each of these people as trainers: when, and which modules. */
export const coursesHeldBy = (cx: Context, personIds: readonly number[]) =>
  cx.db.all<{ personId: number; courseId: number; startsOn: string | null; state: CourseRow["state"] }>(
    sql`select t.person_id as personId, c.id as courseId, c.starts_on as startsOn, c.state from json_each(${JSON.stringify(personIds)}) as key cross join course_trainers as t on t.person_id = key.value cross join courses as c on c.id = t.course_id where ${countsAs(sql`c`)} and c.state in ('running', 'closed')`,
  );

/** Which modules these courses are to teach; who taught what of them say the sessions (`modulesTaughtBy` of the timetable). */
export const modulesTaughtIn = (cx: Context, courseIds: readonly number[]) =>
  cx.db.all<{ courseId: number; moduleId: number }>(
    sql`select m.course_id as courseId, m.module_id as moduleId from json_each(${JSON.stringify(courseIds)}) as key cross join course_modules as m on m.course_id = key.value`,
  );

/** True where a person is a trainer of a course of another programme than these. */
export const teachesBeyond = (cx: Context, personId: number, programmes: readonly number[]): boolean =>
  cx.db
    .select({ id: courseTrainers.personId })
    .from(courseTrainers)
    .innerJoin(courses, eq(courses.id, courseTrainers.courseId))
    .where(and(eq(courseTrainers.personId, personId), notInArray(courses.programmeId, [...programmes])))
    .limit(1)
    .get() !== undefined;

/** The workshops that somebody trains which await the approval of their programme and were not cancelled: their keys, the first first. */
export const workshopsAwaitingApproval = (cx: Context, personId: number): number[] =>
  cx.db
    .select({ id: courses.id })
    .from(courseTrainers)
    .innerJoin(courses, eq(courses.id, courseTrainers.courseId))
    .where(
      and(
        eq(courseTrainers.personId, personId),
        isNull(courses.approvedAt),
        notInArray(courses.state, ["draft", "cancelled"]),
      ),
    )
    .orderBy(asc(courses.startsOn), asc(courses.id))
    .all()
    .map(({ id }) => id);

/** Trainings of trainers of a programme that are planned or under way and end on a civil day or later, the first first. */
export const totsEndingFrom = (cx: Context, programmeId: number, day: string) =>
  cx.db
    .select({ id: courses.id, title: courses.title, endsOn: courses.endsOn })
    .from(courses)
    .where(
      and(
        eq(courses.programmeId, programmeId),
        eq(courses.kind, "tot"),
        inArray(courses.state, ["draft", "open", "running"]),
        gte(courses.endsOn, day),
        counts,
      ),
    )
    .orderBy(asc(courses.endsOn), asc(courses.id))
    .all();

/** Of which kind these courses are, of which programme, in which country, on which days, and how many train each, whether it is counted by people, by their keys. */
export const coursesAsEvidence = (cx: Context, courseIds: readonly number[]) =>
  new Map(
    cx.db
      .select({
        id: courses.id,
        kind: courses.kind,
        state: courses.state,
        endsOn: courses.endsOn,
        country: courses.country,
        countedBy: courses.countedBy,
        enteredAfterwards: courses.enteredAfterwards,
        trainers: sql<number>`(select count(*) from course_trainers as t where t.course_id = ${courses.id})`,
      })
      .from(courses)
      .where(inArray(courses.id, [...courseIds]))
      .all()
      .map((row) => [row.id, row] as const),
  );

/** What these courses are called and where they are held, by their keys. */
export const coursesCalled = (cx: Context, courseIds: readonly number[]) =>
  new Map(
    cx.db
      .select({
        ...{ id: courses.id, title: courses.title, place: courses.place },
        ...{ startsOn: courses.startsOn, endsOn: courses.endsOn },
      })
      .from(courses)
      .where(inArray(courses.id, [...courseIds]))
      .all()
      .map(({ id, ...called }) => [id, called] as const),
  );

/** The titles of these courses, by their keys. */
export const courseTitles = (cx: Context, courseIds: readonly number[]) =>
  new Map([...coursesCalled(cx, courseIds)].map(([id, { title }]) => [id, title] as const));

/** Keys of all courses. */
export const allCourseKeys = (cx: Context): number[] =>
  cx.db
    .select({ id: courses.id })
    .from(courses)
    .all()
    .map(({ id }) => id);

/** In which languages the courses were held that each of these people trained, each once. */
export const languagesTaughtBy = (cx: Context, personIds: readonly number[]) =>
  cx.db.all<{ personId: number; language: CourseLanguage }>(
    sql`select distinct t.person_id as personId, l.value as language from json_each(${JSON.stringify(personIds)}) as key cross join course_trainers as t on t.person_id = key.value cross join courses as c on c.id = t.course_id cross join json_each(c.languages) as l where ${countsAs(sql`c`)} and c.state in ('running', 'closed')`,
  );

/** Makes the condition that a person, by a key in an outer query, trained a course that was held in this language. */
export const taughtIn =
  (language: string) =>
  (personId: SQLWrapper): SQL =>
    sql`exists (select 1 from course_trainers as t cross join courses as c on c.id = t.course_id where t.person_id = ${personId} and ${countsAs(sql`c`)} and c.state in ('running', 'closed') and exists (select 1 from json_each(c.languages) as l where l.value = ${language}))`;

/** In how many courses that are held or were each of these people is a trainer, who is one of any, and when the last of them began. */
export const workOf = (cx: Context, personIds: readonly number[]) =>
  cx.db.all<{ id: number; courses: number; lastOn: string | null }>(
    sql`select key.value as id, count(*) as courses, max(c.starts_on) as lastOn from json_each(${JSON.stringify(personIds)}) as key cross join course_trainers as t on t.person_id = key.value cross join courses as c on c.id = t.course_id where ${countsAs(sql`c`)} and c.state in ('running', 'closed') group by key.value`,
  );
