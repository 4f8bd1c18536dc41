import { getTableName, type SQL, sql, type Table } from "drizzle-orm";
import { firstLetters, searchPatterns, trigramsOf } from "./rules";

const none = sql`select 0 as id where 0`;

/** The index of the names or titles of a table. */
const indexOf = (table: Table): SQL => sql.raw(`${getTableName(table)}_search`);

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
 * @param table the owner's; those in which people stand have an order of names, `sortName`.
 * @param within a condition on `candidate.id`, asked before any text is read.
 */
export function keysNamed(table: Table, query: string, within: SQL = sql`1`): SQL {
  const index = indexOf(table);
  const trigrams = trigramsOf(searchPatterns(query));
  // The limit, which is none, keeps SQLite from reading the text of every candidate first.
  const chosen = (candidates: SQL) =>
    sql`select named.id from (select candidate.id from (${candidates}) as candidate where ${within} limit -1) as candidate join ${table} as named on named.id = candidate.id where ${hasWords(sql`named.search`, query)}`;
  if (trigrams !== null)
    return chosen(sql`select rowid as id from ${index} where ${index} match ${trigrams}`);
  const first = firstLetters(query);
  if (first === "" || !("sortName" in table)) return none;
  return chosen(
    sql`select id from ${table} where sort_name >= ${first} and sort_name < ${`${first}\u{10ffff}`}`,
  );
}

/** Select of the keys of rows that may have this name key, such as organisations of any country: their index gives few others. */
export const keysLike = (table: Table, key: string): SQL =>
  sql`select rowid from ${indexOf(table)} where ${indexOf(table)} match ${trigramsOf([`| ${key}`])}`;
