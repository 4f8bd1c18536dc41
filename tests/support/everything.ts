import { sqlite } from "../../db/client";

/** Everything in the database but counted attempts, which a refusal may add to. */
export function everything(): string {
  const tables = sqlite()
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('attempts', 'sqlite_sequence')",
    )
    .pluck()
    .all() as string[];
  return JSON.stringify(tables.map((table) => sqlite().prepare(`SELECT * FROM ${table}`).all()));
}
