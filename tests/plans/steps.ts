import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { type Db, sqlite } from "../../db/client";
import * as schema from "../../db/schema";
import type { Context } from "../../lib/acts/context";
import { statistics } from "./statistics";

/** Tables with a row for each person, course or anything in one. Others have a few hundred rows at most. */
const growing = [
  ...[
    "persons",
    "accounts",
    "identities",
    "sign_in_links",
    "contact_keys",
    "organisations",
    "person_programmes",
  ],
  ...[
    "programme_members",
    "sensitive_facts",
    "registrations",
    "registration_changes",
    "attendance",
    "assessments",
  ],
  ...[
    "certificates",
    "courses",
    "course_modules",
    "course_trainers",
    "course_questions",
    "course_facts",
    "headcounts",
  ],
  ...[
    "sessions",
    "session_trainers",
    "timetable_changes",
    "audit_log",
    "jobs",
    "notices",
    "exceptions",
    "due",
    "attempts",
  ],
];
/** Indexes that hold few of many rows, which may be read from end to end: courses that are to come, or await approval; what lapsed lately. */
const short = ["courses_coming", "courses_awaiting", "standings_lapsed"];

type Step = { detail: string };
export type Plan = { text: string; steps: string[] };

/** What SQLite does for all statements that a query makes, with or without knowing how the data of a big file are spread. */
export function plansOf(ask: (cx: Context) => unknown, cx: Context, spread: boolean): Plan[] {
  const database = new Database(sqlite().name);
  try {
    if (spread) {
      database.exec("ANALYZE sqlite_schema");
      const put = database.prepare("INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?, ?, ?)");
      database.exec("BEGIN; DELETE FROM sqlite_stat1");
      for (const row of statistics) put.run(...row);
      database.exec("ANALYZE sqlite_schema");
    }
    const texts = new Set<string>();
    const prepare = database.prepare.bind(database);
    database.prepare = ((text: string) => {
      texts.add(text);
      return prepare(text);
    }) as typeof database.prepare;
    const db: Db = drizzle(database, { schema, casing: "snake_case" });
    ask({ ...cx, db });
    return [...texts]
      .filter((text) => /^\s*(select|with)/i.test(text))
      .map((text) => ({
        text,
        steps: prepare(`EXPLAIN QUERY PLAN ${text}`)
          .all(Array.from({ length: text.split("?").length - 1 }, () => null))
          .map((step) => (step as Step).detail),
      }));
  } finally {
    if (database.inTransaction) database.exec("ROLLBACK");
    database.close();
  }
}

/** The table that a name stands for in a statement: its own, or one given to it. */
function tableOf(text: string, name: string, growing: readonly string[]): string {
  const given = new RegExp(`"?(\\w+)"?\\s+(?:as\\s+)?"?${name}"?(?=[\\s,)])`, "gi");
  const tables = [...text.matchAll(given)].map(([, table]) => table!.toLowerCase());
  return growing.includes(name) ? name : (tables.find((table) => growing.includes(table)) ?? name);
}

/** Steps that cost more as people or courses become more. `also`: other tables that grow, where they are to be looked at too. */
export const costly = ({ text, steps }: Plan, sorts: boolean, also: readonly string[] = []): string[] =>
  steps.filter((step) => {
    const [, name, index] = /^SCAN (\w+)(?: .*USING (?:COVERING )?INDEX (\w+))?/.exec(step) ?? [];
    if (name && !short.includes(index ?? "")) {
      const all = [...growing, ...also];
      return all.includes(tableOf(text, name, all));
    }
    return !sorts && /^USE TEMP B-TREE/.test(step);
  });
