import { eq, inArray, type SQL, sql } from "drizzle-orm";
import { organisations, persons } from "@/db/schema/people";
import type { Context } from "../../acts/context";
import { mostFound } from "../../names/rules";
import { hasWords, keysNamed } from "../../names/store";
import type { After } from "../rules";

/** Searches by name for whoever has a list of people. A select gives the keys of people as `id`. */

/** Select of the keys of people with this name. @param within a condition on `candidate.id`, asked before any name is read. */
export const peopleNamed = (text: string, within?: SQL): SQL => keysNamed(persons, text, within);

/** Select of the keys of those with this name among few others, whose keys a select gives. */
export const namedAmong = (keys: SQL, text: string): SQL =>
  sql`select distinct p.id from (${keys}) as few cross join ${persons} as p on p.id = few.id where ${hasWords(sql`p.search`, text)}`;

/** Condition on these columns: beyond where a page begins, in the order in which it is read. */
export const beyond = (name: SQL, id: SQL, after: After): SQL =>
  sql`(${name}, ${id}) ${after.backwards ? sql`<` : sql`>`} (${after.name}, ${after.id})`;

/** The order of names, from either end. */
export const inNames = (name: SQL, id: SQL, { backwards }: After): SQL =>
  backwards ? sql`order by ${name} desc, ${id} desc` : sql`order by ${name}, ${id}`;

/** Of the people that a search found the keys of a page, in the order of their names; `more`: it finds more than it looks at. */
export function pageOfFound(
  cx: Context,
  found: readonly number[],
  after: After,
  most: number,
): { keys: { id: number }[]; more: boolean } {
  const keys = JSON.stringify(found.slice(0, mostFound));
  return {
    more: found.length > mostFound,
    keys: cx.db.all(
      sql`select p.id from json_each(${keys}) as key cross join ${persons} as p on p.id = key.value where ${beyond(sql`p.sort_name`, sql`p.id`, after)} ${inNames(sql`p.sort_name`, sql`p.id`, after)} limit ${most}`,
    ),
  };
}

/**
 * In which language each of these people is written to, in which country they live, and where their organisation is, as far
 * as that is known.
 */
export const speaksAndLives = (cx: Context, personIds: readonly number[]) =>
  personIds.length === 0
    ? []
    : cx.db
        .select({
          id: persons.id,
          language: persons.language,
          country: persons.country,
          worksIn: organisations.country,
          worksAt: organisations.place,
        })
        .from(persons)
        .leftJoin(organisations, eq(organisations.id, persons.organisationId))
        .where(inArray(persons.id, [...personIds]))
        .all();
