import { type SQL, sql } from "drizzle-orm";
import { firstLetters, searchPatterns, trigramsOf } from "./rules";

const none = sql`select 0 as id where 0`;

/** Condition: a text made for the search (`searchText`) has all words of a search. For few rows, that something else chose. */
export function hasWords(text: SQL, query: string): SQL {
  const patterns = searchPatterns(query);
  if (patterns.length === 0) return sql`0`;
  return sql.join(
    patterns.map((pattern) => sql`' ' || ${text} like ${pattern}`),
    sql` and `,
  );
}

/**
 * Select of the keys (`id`) of those whose names or titles have all words of a search: the index of them (FTS5, trigram)
 * gives the candidates, of which the text itself decides. Words of single letters find whose order begins with the first.
 * @param within a condition on `candidate.id`, asked before any text is read.
 */
export function keysNamed(of: "persons" | "courses", query: string, within: SQL = sql`1`): SQL {
  const [table, index] = [sql.raw(of), sql.raw(`${of}_search`)];
  const trigrams = trigramsOf(searchPatterns(query));
  // The limit, which is none, keeps SQLite from reading the text of every candidate first.
  const chosen = (candidates: SQL) =>
    sql`select named.id from (select candidate.id from (${candidates}) as candidate where ${within} limit -1) as candidate join ${table} as named on named.id = candidate.id where ${hasWords(sql`named.search`, query)}`;
  if (trigrams !== null)
    return chosen(sql`select rowid as id from ${index} where ${index} match ${trigrams}`);
  const first = firstLetters(query);
  if (first === "" || of === "courses") return none;
  return chosen(
    sql`select id from ${table} where sort_name >= ${first} and sort_name < ${`${first}\u{10ffff}`}`,
  );
}

/** Select of the keys of organisations, of any country, that may have this name key: the index of them gives few others. */
export const organisationsNamed = (key: string): SQL =>
  sql`select rowid from organisations_search where organisations_search match ${trigramsOf([`| ${key}`])}`;
