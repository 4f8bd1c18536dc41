import { and, asc, desc, eq, gte, inArray, like, or, type SQL, sql } from "drizzle-orm";
import { courseModules, courses, courseTrainers } from "@/db/schema/courses";
import type { Context } from "../../acts/context";
import { moduleView } from "../../curriculum/store";
import { searchPatterns } from "../../names/rules";
import type { CourseState } from "../rules";
import type { CatalogueFilter } from "../schema";
import { counts } from "../store";
import { courseLines, withTools } from "./rows";

/** Words of a search as LIKE conditions on a text made for it (`searchText`); every word must occur. */
export function searchFor(column: SQL | typeof courses.search, text: string): SQL | undefined {
  return and(...searchPatterns(text).map((pattern) => like(column as typeof courses.search, pattern)));
}

const coming = (from: string) =>
  and(counts, inArray(courses.state, ["open", "running"]), gte(courses.endsOn, from));

/** Courses that the public may read of and that are to come from a civil day on, soonest first, after a day and a key. */
export const comingLines = (
  cx: Context,
  { q, country, language, tool }: CatalogueFilter,
  from: string,
  after: { day: string; id: number },
  most: number,
) =>
  courseLines(cx)
    .where(
      and(
        coming(from),
        q ? searchFor(courses.search, q) : undefined,
        country ? eq(courses.country, country) : undefined,
        language ? sql`${language} in (select value from json_each(${courses.languages}))` : undefined,
        tool ? teaches(cx, tool) : undefined,
        sql`(${courses.startsOn}, ${courses.id}) > (${after.day}, ${after.id})`,
      ),
    )
    .orderBy(asc(courses.startsOn), asc(courses.id))
    .limit(most)
    .all();

const teaches = (cx: Context, toolCode: string) =>
  inArray(
    courses.id,
    cx.db
      .select({ id: courseModules.courseId })
      .from(courseModules)
      .innerJoin(moduleView, eq(moduleView.moduleId, courseModules.moduleId))
      .where(eq(moduleView.toolCode, toolCode)),
  );

/** What the catalogue can be filtered by, of courses that are to come. */
export const comingFacts = (cx: Context, today: string) =>
  withTools(
    cx,
    cx.db
      .select({ id: courses.id, country: courses.country, languages: courses.languages })
      .from(courses)
      .where(coming(today))
      .all(),
  );

export type DeskFilter = { state: CourseState | null; q: string | null; before: string | null };

/** Courses of programmes, and those that somebody trains in others, newest first, before a day and a key. */
export const newestLines = (
  cx: Context,
  of: { programmes: readonly number[] | "all"; trainerId: number | null; trains: readonly number[] },
  filter: { state: CourseState | null; q: string | null; before: { day: string; id: number } | null },
  most: number,
) => {
  const { state, q, before } = filter;
  const mine =
    of.programmes === "all"
      ? undefined
      : or(
          inArray(courses.programmeId, [...of.programmes]),
          and(
            inArray(courses.programmeId, [...of.trains]),
            inArray(
              courses.id,
              cx.db
                .select({ id: courseTrainers.courseId })
                .from(courseTrainers)
                .where(eq(courseTrainers.personId, of.trainerId ?? 0)),
            ),
          ),
        );
  return courseLines(cx)
    .where(
      and(
        mine,
        state ? eq(courses.state, state) : undefined,
        q ? searchFor(courses.search, q) : undefined,
        before ? sql`(${courses.listedOn}, ${courses.id}) < (${before.day}, ${before.id})` : undefined,
      ),
    )
    .orderBy(desc(courses.listedOn), desc(courses.id))
    .limit(most)
    .all();
};
