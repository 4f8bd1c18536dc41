import { and, asc, eq, gt, inArray, type SQL, sql } from "drizzle-orm";
import { organisations, persons } from "@/db/schema/people";
import type { Programmes } from "../../access/table";
import type { Context } from "../../acts/context";
import { mostFound } from "../../names/rules";
import { hasWords } from "../../names/store";
import { coursesTakenPart } from "../../registrations/store/ofPerson";
import type { After } from "../rules";
import { beyond, inNames, namedAmong, pageOfFound, peopleNamed } from "./named";
import { readSearch } from "./search";

/** Programmes of at most so many people are gone through for a name; of more the index of names gives the candidates. */
const fewPeople = 10_000;
/** Of so many programmes each is read by itself; whoever has more is shown the people of all, less the strange ones. */
const mostProgrammes = 400;

type Key = { id: number };

const known = (person: SQL, of: readonly number[]) =>
  sql`exists (select 1 from person_programmes as known where known.person_id = ${person} and known.programme_id in ${of})`;

/** Keys of people with a name in these programmes; at most one more than a search looks at, in no order. */
function keysOfNamed(cx: Context, text: string, of: Programmes): Key[] {
  const most = mostFound + 1;
  if (of === "all") return cx.db.all<Key>(sql`${peopleNamed(text)} limit ${most}`);
  const few = sql`select 1 from person_programmes where programme_id in ${of} limit ${fewPeople + 1}`;
  return cx.db.all<Key>(
    cx.db.all(few).length > fewPeople
      ? sql`${peopleNamed(text, known(sql`candidate.id`, of))} limit ${most}`
      : sql`${namedAmong(sql`select person_id as id from person_programmes where programme_id in ${of}`, text)} limit ${most}`,
  );
}

/** Keys of the people of these programmes in the order of their names: no more than a page reads. */
export function keysInOrder(cx: Context, of: Programmes, after: After, most: number): Key[] {
  const [name, id, personId] = [sql`sort_name`, sql`id`, sql`person_id`];
  if (of === "all" || of.length > mostProgrammes)
    return cx.db.all<Key>(
      sql`select id from persons where ${beyond(name, id, after)} ${of === "all" ? sql`` : sql`and ${known(sql`persons.id`, of)}`} ${inNames(name, id, after)} limit ${most}`,
    );
  const each = of.map(
    (programme) =>
      sql`select * from (select person_id as id, sort_name from person_programmes where programme_id = ${programme} and ${beyond(name, personId, after)} ${inNames(name, personId, after)} limit ${most})`,
  );
  return cx.db.all<Key>(
    sql`select id from (${sql.join(each, sql` union all `)}) group by sort_name, id ${inNames(name, id, after)} limit ${most}`,
  );
}

/** Keys of the people of one organisation that these programmes know, by name; those with these words, where some are said. */
export const keysOfOrganisation = (
  cx: Context,
  organisationId: number,
  text: string | null,
  of: Programmes,
  after: After,
  most: number,
): Key[] =>
  cx.db.all<Key>(
    sql`select id from persons where organisation_id = ${organisationId} and ${beyond(sql`sort_name`, sql`id`, after)} ${of === "all" ? sql`` : sql`and ${known(sql`persons.id`, of)}`} ${text === null ? sql`` : sql`and ${hasWords(sql`persons.search`, text)}`} ${inNames(sql`sort_name`, sql`id`, after)} limit ${most}`,
  );

/** Keys of whom a search finds, in the order of their names, and whether it found more than it looks at. */
export function keysFound(
  cx: Context,
  text: string,
  of: Programmes,
  after: After,
  most: number,
): { keys: Key[]; more: boolean } {
  const { named, exactly } = readSearch(cx, text, of);
  const exact = exactly
    ? cx.db
        .select({ id: persons.id })
        .from(persons)
        .where(and(exactly, of === "all" ? undefined : known(sql`${persons.id}`, of)))
        .limit(mostFound + 1)
        .all()
    : [];
  const found = new Set([...exact, ...(named ? keysOfNamed(cx, text, of) : [])].map(({ id }) => id));
  return pageOfFound(cx, [...found], after, most);
}

/** What a list shows of these people, in the order of their names: contact, organisation, in how many courses they are. */
export function peopleInList(cx: Context, keys: readonly number[]) {
  if (keys.length === 0) return [];
  return cx.db
    .select({
      id: persons.id,
      name: persons.name,
      sortName: persons.sortName,
      latinName: persons.latinName,
      email: persons.email,
      phone: persons.phone,
      organisationId: persons.organisationId,
      organisation: organisations.name,
      position: persons.position,
      fictional: persons.fictional,
      courses: coursesTakenPart(persons.id),
    })
    .from(persons)
    .leftJoin(organisations, eq(organisations.id, persons.organisationId))
    .where(inArray(persons.id, [...keys]))
    .orderBy(sql`+${persons.sortName}`, asc(persons.id))
    .all();
}

/** The next keys of people after a key, in their order: to go through all of them by parts. */
export const keysAfter = (cx: Context, after: number, most: number): number[] =>
  cx.db
    .select({ id: persons.id })
    .from(persons)
    .where(gt(persons.id, after))
    .orderBy(asc(persons.id))
    .limit(most)
    .all()
    .map(({ id }) => id);
