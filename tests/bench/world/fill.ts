import Database from "better-sqlite3";

type Value = string | number | null | Uint8Array;

/** The words of a text, parted by single spaces. */
type Words<Text extends string> = Text extends `${infer First} ${infer Rest}` ? First | Words<Rest> : Text;

/** A prepared insert of one row into the named columns, parted by spaces; the others keep their default. */
export function into<Text extends string>(sqlite: Database.Database, table: string, named: Text) {
  const columns = named.split(" ") as Words<Text>[];
  const statement = sqlite.prepare(
    `INSERT INTO "${table}" (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`,
  );
  return (row: Record<Words<Text>, Value>): void => {
    statement.run(columns.map((column) => row[column]));
  };
}

/** The next free key of a table, and those after it. */
export function keysOf(sqlite: Database.Database, table: string): () => number {
  let last = sqlite.prepare(`SELECT coalesce(max(id), 0) FROM "${table}"`).pluck().get() as number;
  return () => ++last;
}

/** What is taken out: indexes, and guards; a trigger that keeps something up to date (AFTER) goes on doing so. */
const taken = "sql IS NOT NULL AND (type = 'index' OR type = 'trigger' AND sql LIKE '% BEFORE %')";

/**
 * Writes a great many rows at once: guards and indexes are taken out before and made again after, from what SQLite
 * itself keeps of them, and everything is checked then. Nobody else may have the file open: it is written without a log.
 * @throws Error where the file is not whole afterwards, a reference leads nowhere, or a guard or index is missing.
 */
export function fill(file: string, write: (sqlite: Database.Database) => void): void {
  const sqlite = new Database(file);
  const kept = sqlite.prepare(`SELECT type, name, sql FROM sqlite_master WHERE ${taken}`).all() as {
    type: string;
    name: string;
    sql: string;
  }[];
  // From WAL there is no way to none at all but by way of a log that is deleted.
  sqlite.pragma("journal_mode = DELETE");
  sqlite.pragma("journal_mode = OFF");
  sqlite.pragma("synchronous = OFF");
  sqlite.pragma("foreign_keys = OFF");
  sqlite.pragma("cache_size = -2000000");
  for (const { type, name } of kept) sqlite.exec(`DROP ${type} "${name}"`);
  sqlite.transaction(() => write(sqlite))();
  for (const { sql } of kept.toSorted((a, b) => a.type.localeCompare(b.type))) sqlite.exec(sql);
  const whole = sqlite.pragma("integrity_check") as { integrity_check: string }[];
  const broken = sqlite.pragma("foreign_key_check") as unknown[];
  const there = sqlite.prepare(`SELECT count(*) FROM sqlite_master WHERE ${taken}`).pluck().get();
  if (whole[0]?.integrity_check !== "ok" || broken.length > 0 || there !== kept.length)
    throw new Error(
      `The file is not whole: ${JSON.stringify(whole.slice(0, 3))}, ${broken.length} broken references, ${there} of ${kept.length} guards and indexes.`,
    );
  sqlite.pragma("journal_mode = WAL");
  sqlite.close();
}
