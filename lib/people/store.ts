import { and, asc, eq, exists, inArray, or, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/sqlite-core";
import { organisations, persons } from "@/db/schema/people";
import { personProgrammes } from "@/db/schema/scopes";
import type { Context } from "../acts/context";
import { namesAlone, type PersonsNames } from "../i18n/rules";
import { namesOf } from "../names/rules";
import { addContactKeys, forgetContactKeys, keepContactKeys } from "./store/contactKeys";

export type PersonRow = typeof persons.$inferSelect;

/** A person as they are within the open transaction. */
export const personRow = (cx: Context, personId: number): PersonRow | undefined =>
  cx.db.select().from(persons).where(eq(persons.id, personId)).get();

/** Those of these people who have an address for mail. */
export const withAddress = (cx: Context, personIds: readonly number[]): number[] =>
  cx.db
    .select({ id: persons.id })
    .from(persons)
    .where(and(inArray(persons.id, [...personIds]), sql`${persons.email} <> ''`))
    .all()
    .map(({ id }) => id);

/** What a person is called; null where there is none. */
export function personNames(cx: Context, personId: number | null): PersonsNames | null {
  const row = personId === null ? undefined : personRow(cx, personId);
  return row ? namesAlone(row) : null;
}

/** True where the person is known in one of these programmes. */
export const isKnownIn = (cx: Context, personId: number, programmes: readonly number[]): boolean =>
  cx.db
    .select({ id: personProgrammes.personId })
    .from(personProgrammes)
    .where(
      and(eq(personProgrammes.personId, personId), inArray(personProgrammes.programmeId, [...programmes])),
    )
    .limit(1)
    .get() !== undefined;

/** What is told of a person to whoever may see them: name, language and how to reach them. For other stores to join. */
export const personAs = <Name extends string>(name: Name) =>
  new QueryBuilder({ casing: "snake_case" })
    .select({
      id: persons.id,
      name: persons.name,
      latinName: persons.latinName,
      sortName: persons.sortName,
      language: persons.language,
      phone: persons.phone,
      email: persons.email,
      organisationId: persons.organisationId,
      position: persons.position,
      country: persons.country,
      governorate: persons.governorate,
      version: persons.version,
    })
    .from(persons)
    .as(name);
export const personView = personAs("person");

/** An organisation's name. For other stores to join. */
export const organisationView = new QueryBuilder({ casing: "snake_case" })
  .select({ organisationId: organisations.id, organisation: organisations.name, place: organisations.place })
  .from(organisations)
  .as("organisation");

/** A person's names and what tells them from others of their name; for a select that joins both views. */
export const namedApart = {
  id: personView.id,
  name: personView.name,
  latinName: personView.latinName,
  country: personView.country,
  organisation: organisationView.organisation,
  place: organisationView.place,
};

/** Countries in which people live; asked for by steps through their index, for there may be many people. */
export const countriesOfPersons = (cx: Context): string[] =>
  cx.db
    .all<{ code: string }>(sql`
      with recursive step(code) as (
        select min(country) from ${persons}
        union all
        select (select min(country) from ${persons} where country > step.code) from step where step.code is not null
      )
      select code from step where code is not null`)
    .map(({ code }) => code);

/** The name of somebody, by a key in an outer query; null where it is null. */
export const nameOf = (personId: SQLWrapper): SQL<string | null> =>
  sql`(select name from persons as somebody where somebody.id = ${personId})`;

/** Their name in Latin letters, likewise. */
export const latinNameOf = (personId: SQLWrapper): SQL<string | null> =>
  sql`(select latin_name from persons as somebody where somebody.id = ${personId})`;

/** Both as one, of what `nameOf` and `latinNameOf` found; null where there is nobody. */
export const namedBy = (name: string | null, latinName: string | null): PersonsNames | null =>
  name === null ? null : { name, latinName };

declare const added: unique symbol;

/** A person who was added just now, so that no gate could hand them out: `insertPerson` alone makes one. */
export type NewPerson = Pick<PersonRow, "id" | "email" | "phone"> & { readonly [added]: true };

/** Adds a person with what they are found by: the normal form of names and organisation, and the keys of their contact. */
export function insertPerson(
  cx: Context,
  person: Pick<
    typeof persons.$inferInsert,
    "name" | "email" | "phone" | "language" | "organisationId" | "position" | "country" | "governorate"
  > & { latinName: string | null },
  organisation: string | null,
): NewPerson {
  const row = { ...person, ...namesOf(person, organisation), createdAt: cx.now };
  const id = Number(cx.db.insert(persons).values(row).run().lastInsertRowid);
  const { email = null, phone = null } = person;
  addContactKeys(cx, id, { email, phone });
  return { id, email, phone } as NewPerson;
}

/** Everybody with exactly this e-mail address or this phone (E.164); with a programme, of those known there. */
export function peopleWithContact(
  cx: Context,
  { email, phone }: { email: string | null; phone: string | null },
  programmeId: number | null = null,
): (PersonsNames & { id: number })[] {
  if (!email && !phone) return [];
  const known = cx.db
    .select({ id: personProgrammes.personId })
    .from(personProgrammes)
    .where(
      and(eq(personProgrammes.personId, persons.id), eq(personProgrammes.programmeId, programmeId ?? 0)),
    );
  return cx.db
    .select({ id: persons.id, name: persons.name, latinName: persons.latinName })
    .from(persons)
    .where(
      and(
        or(phone ? eq(persons.phone, phone) : undefined, email ? eq(persons.email, email) : undefined),
        programmeId === null ? undefined : exists(known),
      ),
    )
    .orderBy(asc(persons.id))
    .all();
}

/** Who brought a person into each programme in which they are known; null where they came by themselves. */
export const madeKnownBy = (cx: Context, personId: number): (number | null)[] =>
  cx.db
    .select({ by: personProgrammes.byPersonId })
    .from(personProgrammes)
    .where(eq(personProgrammes.personId, personId))
    .all()
    .map((row) => row.by);

/** What somebody says of a person, as it is kept: with the key of the organisation in place of its name. */
export type PersonSaid = Pick<
  PersonRow,
  | "name"
  | "latinName"
  | "email"
  | "phone"
  | "language"
  | "organisationId"
  | "position"
  | "country"
  | "governorate"
>;

/** Changes a person, with what they are found by; the next version of the row. */
export function updatePersonRow(
  cx: Context,
  before: PersonRow,
  said: PersonSaid,
  organisation: string | null,
): void {
  cx.db
    .update(persons)
    .set({ ...said, ...namesOf(said, organisation), version: before.version + 1 })
    .where(eq(persons.id, before.id))
    .run();
  keepContactKeys(cx, before.id, said);
}

/** Changes how a person is reached, with what they are found by; the next version of the row. */
export function setContactOf(
  cx: Context,
  before: PersonRow,
  contact: { email: string | null; phone: string | null },
): void {
  cx.db
    .update(persons)
    .set({ ...contact, version: before.version + 1 })
    .where(eq(persons.id, before.id))
    .run();
  keepContactKeys(cx, before.id, contact);
}

/** Everybody with exactly this e-mail address or one of these phones (E.164). */
export const peopleReachedBy = (cx: Context, email: string | null, phones: readonly string[]): PersonRow[] =>
  cx.db
    .select()
    .from(persons)
    .where(email ? eq(persons.email, email) : inArray(persons.phone, [...phones]))
    .orderBy(asc(persons.id))
    .all();

/** Makes anew what all people are found by: the normal form of their names, and the keys of their contact. */
export function namePeopleAgain(cx: Context): void {
  forgetContactKeys(cx);
  // Once for each person: prepared 0.08 ms a person with the keys of their contact, put together each time 0.22 ms (on a busy machine).
  const setNames = cx.db
    .update(persons)
    .set({ search: sql`${sql.placeholder("search")}`, sortName: sql`${sql.placeholder("sortName")}` })
    .where(eq(persons.id, sql.placeholder("id")))
    .prepare();
  const all = cx.db
    .select({
      id: persons.id,
      name: persons.name,
      latinName: persons.latinName,
      organisation: organisations.name,
      email: persons.email,
      phone: persons.phone,
    })
    .from(persons)
    .leftJoin(organisations, eq(organisations.id, persons.organisationId))
    .all();
  for (const person of all) {
    const { search, sortName } = namesOf(person, person.organisation);
    setNames.run({ id: person.id, search, sortName });
    addContactKeys(cx, person.id, person);
  }
}

/** True where anybody is known at all: a database that is not new. */
export const hasPeople = (cx: Context): boolean =>
  cx.db.select({ id: persons.id }).from(persons).limit(1).get() !== undefined;
