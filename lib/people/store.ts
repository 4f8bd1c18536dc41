import { and, eq, inArray, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/sqlite-core";
import { organisations, persons } from "@/db/schema/people";
import { personProgrammes } from "@/db/schema/scopes";
import type { Context } from "../acts/context";

export type PersonRow = typeof persons.$inferSelect;

/** A person as they are within the open transaction. */
export const personRow = (cx: Context, personId: number): PersonRow | undefined =>
  cx.db.select().from(persons).where(eq(persons.id, personId)).get();

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
    })
    .from(persons)
    .as(name);
export const personView = personAs("person");

/** An organisation's name. For other stores to join. */
export const organisationView = new QueryBuilder({ casing: "snake_case" })
  .select({ organisationId: organisations.id, organisation: organisations.name })
  .from(organisations)
  .as("organisation");

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

/** What somebody is called, by a key in an outer query; null where it is null. */
export const nameOf = (personId: SQLWrapper): SQL<string | null> =>
  sql`(select name from persons as somebody where somebody.id = ${personId})`;
