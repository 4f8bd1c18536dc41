import { and, asc, eq, inArray, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { programmeCountries } from "@/db/schema/programmes";
import type { Context } from "../../acts/context";

/** The countries in which a programme works. */
export const countriesOfProgramme = (cx: Context, programmeId: number): string[] =>
  cx.db
    .select({ country: programmeCountries.country })
    .from(programmeCountries)
    .where(eq(programmeCountries.programmeId, programmeId))
    .all()
    .map(({ country }) => country);

/** In which countries each programme works. */
export const everyWorksIn = (cx: Context): { programmeId: number; country: string }[] =>
  cx.db
    .select({ programmeId: programmeCountries.programmeId, country: programmeCountries.country })
    .from(programmeCountries)
    .orderBy(asc(programmeCountries.programmeId), asc(programmeCountries.country))
    .all();

/** The countries in which some of these programmes work, each once. */
export const countriesOfThese = (cx: Context, programmeIds: readonly number[]): string[] =>
  cx.db
    .selectDistinct({ country: programmeCountries.country })
    .from(programmeCountries)
    .where(inArray(programmeCountries.programmeId, [...programmeIds]))
    .all()
    .map(({ country }) => country);

/** True where one of these programmes works in a country. */
export const someWorksIn = (cx: Context, programmeIds: readonly number[], country: string): boolean =>
  cx.db
    .select({ id: programmeCountries.programmeId })
    .from(programmeCountries)
    .where(
      and(
        inArray(programmeCountries.programmeId, [...programmeIds]),
        eq(programmeCountries.country, country),
      ),
    )
    .limit(1)
    .get() !== undefined;

/** Condition: a programme of an outer query works in a country. */
export const worksIn = (programmeId: SQLWrapper, country: string): SQL =>
  sql`exists (select 1 from ${programmeCountries} as works where works.programme_id = ${programmeId} and works.country = ${country})`;
