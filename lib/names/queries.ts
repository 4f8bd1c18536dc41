import { type SQL, sql } from "drizzle-orm";
import { firstLetters, indexPatterns } from "./rules";

/** At most so many are looked at for one search; where there are more, a page says to narrow it. */
export const mostFound = 1_000;

/** What has an index of its names (FTS5, trigram; `db/migrations/0009_scale.sql`). */
type Named = "persons" | "courses" | "organisations";

const all = (conditions: SQL[]) => sql.join(conditions, sql` and `);

/**
 * Select of the keys (`id`) of those that have all words of a search in their names or titles, through the index of them.
 * Where words have single letters only, those whose order begins with the first.
 */
export function keysNamed(of: Named, text: string): SQL {
  const patterns = indexPatterns(text);
  if (patterns.length === 0) return sql`select 0 as id where 0`;
  // A pattern with three signs that follow each other is what the index needs.
  if (patterns.some((pattern) => /[^%]{3}/u.test(pattern)))
    return sql`select rowid as id from ${sql.raw(`${of}_search`)} where ${all(patterns.map((pattern) => sql`search like ${pattern}`))}`;
  if (of === "courses") return sql`select 0 as id where 0`;
  const first = firstLetters(text);
  return sql`select id from ${sql.raw(of)} where sort_name >= ${first} and sort_name < ${`${first}\u{10ffff}`}`;
}
