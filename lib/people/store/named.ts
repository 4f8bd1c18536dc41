import { eq, inArray, type SQL, sql } from "drizzle-orm";
import { organisations, persons } from "@/db/schema/people";
import type { Context } from "../../acts/context";
import { phoneEnds } from "../../contacts/rules";
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

/**
 * What a list of people is narrowed by: where they live or work, where their organisation is, and which language they speak:
 * that in which they are written to, or what else says so of a key.
 */
export type Whereabouts = {
  country?: string | null | undefined;
  governorate?: string | null | undefined;
  /** Each way in which the place of their organisation was typed. */
  place?: readonly string[] | null | undefined;
  speaks?: { language: string; or: (personId: SQL) => SQL } | null | undefined;
};

/** What a list is narrowed by, as conditions on `p`, a person, and `o`, their organisation. */
const narrowing = ({ country, governorate, place, speaks }: Whereabouts): SQL[] =>
  [
    country ? sql`coalesce(o.country, p.country) = ${country}` : null,
    governorate ? sql`p.governorate = ${governorate}` : null,
    place ? sql`o.place in ${place}` : null,
    speaks ? sql`(p.language = ${speaks.language} or ${speaks.or(sql`p.id`)})` : null,
  ].flatMap((condition) => condition ?? []);

/** Condition on the key of a person: what a list is narrowed by is true of them; null where it is narrowed by nothing. */
export function isThere(personId: SQL, where: Whereabouts): SQL | null {
  const conditions = narrowing(where);
  return conditions.length === 0
    ? null
    : sql`exists (select 1 from ${persons} as p left join ${organisations} as o on o.id = p.organisation_id where p.id = ${personId} and ${sql.join(conditions, sql` and `)})`;
}

/** Condition on the key of a person: they live in a country. */
export const livesIn = (personId: SQL, country: string): SQL =>
  sql`exists (select 1 from ${persons} as home where home.id = ${personId} and home.country = ${country})`;

/** A page of those whose keys a select gives (`id`, each once), in the order of their names; with a text, of those with this name. */
export function pageOfKeys(
  cx: Context,
  keys: SQL,
  q: string | null,
  where: Whereabouts,
  after: After,
  most: number,
): { id: number; sortName: string }[] {
  const conditions = [
    beyond(sql`p.sort_name`, sql`p.id`, after),
    ...(q ? [hasWords(sql`p.search`, q)] : []),
    ...narrowing(where),
  ];
  return cx.db.all(
    sql`select p.id, p.sort_name as sortName from (${keys}) as key cross join ${persons} as p on p.id = key.id left join ${organisations} as o on o.id = p.organisation_id where ${sql.join(conditions, sql` and `)} ${inNames(sql`p.sort_name`, sql`p.id`, after)} limit ${most}`,
  );
}

/** Governorates in which these people work, each once. They are looked for from those who say one: of a million people few do. */
const governoratesOf = (cx: Context, isOne: SQL): string[] =>
  cx.db
    .all<{ governorate: string }>(
      sql`select distinct candidate.governorate from ${persons} as candidate where candidate.governorate is not null and ${isOne} order by candidate.governorate`,
    )
    .map(({ governorate }) => governorate);

/** Governorates in which those whose keys a select gives work, each once. */
export const governoratesAmong = (cx: Context, keys: SQL): string[] =>
  governoratesOf(cx, sql`candidate.id in (${keys})`);

/** In which countries and governorates those whose keys a select gives work or live, each once, and in which places their organisations are, as typed. */
export function whereaboutsOf(
  cx: Context,
  keys: SQL,
): {
  countries: string[];
  governorates: string[];
  places: { country: string | null; place: string }[];
} {
  const rows = cx.db.all<{ country: string | null; place: string | null }>(
    sql`select distinct coalesce(o.country, p.country) as country, o.place from (${keys}) as key cross join ${persons} as p on p.id = key.id left join ${organisations} as o on o.id = p.organisation_id`,
  );
  return { ...whereOf(rows), governorates: governoratesAmong(cx, keys) };
}

/** The countries of some rows, each once, and their places, as typed. */
function whereOf(rows: readonly { country: string | null; place: string | null }[]) {
  const countries = [...new Set(rows.flatMap(({ country }) => country ?? []))].sort();
  return { countries, places: rows.flatMap(({ country, place }) => (place ? [{ country, place }] : [])) };
}

/**
 * The same of very many: it is asked of each place of organisations whether any such person is of one there, and of the countries
 * of people that this left out; nobody is gone through who only says once more what is known.
 * @param isOne a condition on `candidate.id`, a person.
 */
export function whereaboutsOfMany(cx: Context, isOne: SQL): ReturnType<typeof whereaboutsOf> {
  type Row = { country: string | null; place: string | null };
  const members = sql`${organisations} as o cross join ${persons} as candidate on candidate.organisation_id = o.id`;
  const known = cx.db.all<Row>(
    sql`select there.country, there.place from (select distinct country, place from ${organisations} where country is not null) as there
      where exists (select 1 from ${members} where o.country = there.country and o.place is there.place and ${isOne})`,
  );
  // Where an organisation says a place alone, its country is that of its people.
  const placed = cx.db.all<Row>(
    sql`select distinct candidate.country, o.place from ${members} where o.country is null and o.place is not null and ${isOne}`,
  );
  const countries = JSON.stringify(whereOf([...known, ...placed]).countries);
  const others = cx.db.all<Row>(
    // Each country is looked for behind the one before it, in their index: a million people live in a hundred.
    sql`with recursive home(country) as (select min(country) from ${persons}
        union all select (select min(p.country) from ${persons} as p where p.country > home.country) from home where home.country is not null)
      select home.country, null as place from home where home.country is not null and home.country not in (select value from json_each(${countries}))
      and exists (select 1 from ${persons} as candidate left join ${organisations} as o on o.id = candidate.organisation_id where candidate.country = home.country and o.country is null and ${isOne})`,
  );
  return { ...whereOf([...known, ...placed, ...others]), governorates: governoratesOf(cx, isOne) };
}

/** Of the people that a search found the keys of a page, in the order of their names; `more`: it finds more than it looks at. */
export function pageOfFound(
  cx: Context,
  found: readonly number[],
  after: After,
  most: number,
  looks = mostFound,
): { keys: { id: number; sortName: string }[]; more: boolean } {
  const keys = JSON.stringify(found.slice(0, looks));
  return {
    more: found.length > looks,
    keys: cx.db.all(
      sql`select p.id, p.sort_name as sortName from json_each(${keys}) as key cross join ${persons} as p on p.id = key.value where ${beyond(sql`p.sort_name`, sql`p.id`, after)} ${inNames(sql`p.sort_name`, sql`p.id`, after)} limit ${most}`,
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
          name: persons.name,
          latinName: persons.latinName,
          language: persons.language,
          country: persons.country,
          governorate: persons.governorate,
          worksFor: organisations.name,
          worksIn: organisations.country,
          worksAt: organisations.place,
        })
        .from(persons)
        .leftJoin(organisations, eq(organisations.id, persons.organisationId))
        .where(inArray(persons.id, [...personIds]))
        .all();

/** The last digits of the phones of these people, by their keys. */
export const phoneEndsOf = (cx: Context, personIds: readonly number[]): ReadonlyMap<number, string> =>
  new Map(
    personIds.length === 0
      ? []
      : cx.db
          .select({ id: persons.id, phone: persons.phone })
          .from(persons)
          .where(inArray(persons.id, [...personIds]))
          .all()
          .flatMap(({ id, phone }) => (phone ? [[id, phone.slice(-phoneEnds[0])] as const] : [])),
  );
