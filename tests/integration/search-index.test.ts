import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, describe, expect, it } from "vitest";
import { migrate } from "../../db/migrate";
import { now } from "../support/world";

const folder = mkdtempSync(join(tmpdir(), "cascade-index-"));
const database = new Database(join(folder, "x.db"));
afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

const before = 9;
const addPerson = (name: string) =>
  database
    .prepare(
      "INSERT INTO persons (name, search, sort_name, language, created_at) VALUES (?, ?, ?, 'en', 0) RETURNING id",
    )
    .pluck()
    .get(name, `${name} | ${name.replaceAll(" ", "")}`, name) as number;
const found = (table: string, pattern: string) =>
  database.prepare(`SELECT rowid FROM ${table} WHERE search LIKE ? ORDER BY rowid`).pluck().all(pattern);
const plan = (table: string, pattern: string) =>
  (
    database.prepare(`EXPLAIN QUERY PLAN SELECT rowid FROM ${table} WHERE search LIKE ?`).all(pattern) as {
      detail: string;
    }[]
  )
    .map((row) => row.detail)
    .join();
/** Fails where an index and the rows that it is of do not say the same. */
const check = () => {
  for (const table of ["persons_search", "courses_search", "organisations_search"])
    database.exec(`INSERT INTO ${table}(${table}, rank) VALUES ('integrity-check', 1)`);
};

describe("the indexes of names and titles", () => {
  it("hold what the database held when it was brought up to date", () => {
    migrate(database, now, before);
    database.exec("INSERT INTO countries (code, zone, weekend) VALUES ('JO', 'Asia/Amman', '[5,6]')");
    database.exec(
      "INSERT INTO programmes (id, code, title, issuer, created_at) VALUES (1, 'P', '{}', '{}', 0)",
    );
    database.exec(
      `INSERT INTO courses (id, slug, programme_id, kind, title, search, country, place, mode, zone, year, languages, capacity, state, min_attendance, micro_teaching, signatories, created_at)
       VALUES (1, 'c', 1, 'tot', '{}', 'training irbid | trainingirbid', 'JO', '{}', 'venue', 'Asia/Amman', 2020, '[]', 20, 'draft', 80, 0, '[]', 0)`,
    );
    database.exec(
      "INSERT INTO organisations (id, name, kind, country, name_key, sort_name) VALUES (1, 'Al Amal', 'cooperative', 'JO', 'alamal', 'amal')",
    );
    addPerson("rana haddad");
    database.exec("INSERT INTO person_programmes (person_id, programme_id, since) VALUES (1, 1, 0)");
    database.exec("INSERT INTO programme_members VALUES (1, 1, 'trainer', 0)");
    migrate(database, now);
    expect(found("persons_search", "%hadda%")).toEqual([1]);
    expect(found("courses_search", "%irb%|%")).toEqual([1]);
    expect(found("organisations_search", "%alama%")).toEqual([1]);
    expect(database.prepare("SELECT listed_on FROM courses").pluck().all()).toEqual(["2020-00-00"]);
    for (const table of ["person_programmes", "programme_members"])
      expect(database.prepare(`SELECT sort_name FROM ${table}`).pluck().all()).toEqual(["rana haddad"]);
    check();
  });
  it("follow whoever writes", () => {
    const id = addPerson("علي كريم");
    database
      .prepare(
        "INSERT INTO programme_members (programme_id, person_id, role, since) VALUES (1, ?, 'trainer', 0)",
      )
      .run(id);
    database
      .prepare("INSERT INTO person_programmes (programme_id, person_id, since) VALUES (1, ?, 0)")
      .run(id);
    expect(found("persons_search", "%كريم%")).toEqual([id]);
    database
      .prepare("UPDATE persons SET search = 'li wei | liwei', sort_name = 'li wei' WHERE id = ?")
      .run(id);
    expect(found("persons_search", "%كريم%")).toEqual([]);
    expect(found("persons_search", "% li%")).toEqual([id]);
    for (const table of ["person_programmes", "programme_members"])
      expect(database.prepare(`SELECT sort_name FROM ${table} WHERE person_id = ?`).pluck().get(id)).toBe(
        "li wei",
      );
    check();
    for (const table of ["person_programmes", "programme_members"])
      database.prepare(`DELETE FROM ${table} WHERE person_id = ?`).run(id);
    database.prepare("DELETE FROM persons WHERE id = ?").run(id);
    expect(found("persons_search", "% li%")).toEqual([]);
    database.exec("UPDATE courses SET search = 'formation goma | formationgoma'");
    expect([found("courses_search", "%irbid%"), found("courses_search", "%goma%")]).toEqual([[], [1]]);
    check();
  });
  it("are what a search reads, also for two letters", () => {
    for (const pattern of ["%haddad%", "%ali%|%", "% li%"])
      expect(plan("persons_search", pattern)).toMatch(/VIRTUAL TABLE INDEX \d+:\S/);
  });
});
