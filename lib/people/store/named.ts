import { eq, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/sqlite-core";
import { organisations, persons } from "@/db/schema/people";

/** A person by name, with what their organisation is called. For other stores to join. */
export const namedView = new QueryBuilder({ casing: "snake_case" })
  .select({
    personId: persons.id,
    name: persons.name,
    latinName: persons.latinName,
    sortName: persons.sortName,
    language: persons.language,
    organisation: sql<string | null>`${organisations.name}`.as("organisation"),
  })
  .from(persons)
  .leftJoin(organisations, eq(organisations.id, persons.organisationId))
  .as("named");

/** What somebody is called, by a key in an outer query; null where it is null. */
export const nameOf = (personId: SQLWrapper): SQL<string | null> =>
  sql`(select name from persons as somebody where somebody.id = ${personId})`;

/**
 * Condition on a name: it holds a letter that may be missing from our fonts, any but Latin ones of Western and Central
 * Europe and Arabic ones without signs.
 */
export const holdsStrangeLetter = (name: SQLWrapper): SQL => sql`${name} glob '*[^ -~À-ſء-غف-ي]*'`;
