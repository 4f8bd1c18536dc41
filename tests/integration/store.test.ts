import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { closeDatabase, databaseFile, sqlite } from "../../db/client";
import { migrate, migrationsCurrent } from "../../db/migrate";
import { system, visitor } from "../../lib/access/table";
import { storeHealth } from "../../lib/store/commands";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { firstSteps } from "../support/desk";
import { now } from "../support/world";

const folder = freshDatabase();

const file = () => join(mkdtempSync(join(tmpdir(), "cascade-migrate-")), "x.db");

describe("migrations", () => {
  it("bring a database that holds data from the first version to this one, and keep the data", () => {
    const database = new Database(file());
    migrate(database, now, 1);
    expect(migrationsCurrent(database)).toBe(false);
    database.exec("INSERT INTO countries (code, zone, weekend) VALUES ('JO', 'Asia/Amman', '[5,6]')");
    database.exec(
      "INSERT INTO persons (name, search, language, created_at, version, fictional) VALUES ('ليلى', 'ليلي', 'ar', 0, 1, 0)",
    );
    migrate(database, now);
    expect(migrationsCurrent(database)).toBe(true);
    expect(database.prepare("SELECT name FROM persons").all()).toEqual([{ name: "ليلى" }]);
    expect(migrate(database, now)).toBe(0);
    database.close();
  });
  it("are never half applied, and refuse a file of a newer version", () => {
    const path = file();
    const database = new Database(path);
    migrate(database, now, 1);
    // The second migration cannot make a trigger that exists: all of it is undone.
    database.exec("CREATE TRIGGER sessions_trainers_one_place BEFORE DELETE ON rooms BEGIN SELECT 1; END");
    expect(() => migrate(database, now)).toThrow(/already exists/);
    expect(
      database
        .prepare("SELECT count(*) AS n FROM sqlite_master WHERE name = 'registrations_capacity_insert'")
        .get(),
    ).toEqual({ n: 0 });
    database.exec("INSERT INTO migrations VALUES (1, 'x', 0), (2, 'y', 0), (3, 'z', 0)");
    expect(() => migrate(database, now)).toThrow(/newer version|differs/);
    database.close();
    rmSync(path);
  });
  it("open with WAL, durable commits, foreign keys and patience", () => {
    const pragma = (name: string) => sqlite().pragma(name, { simple: true });
    expect([
      pragma("journal_mode"),
      pragma("synchronous"),
      pragma("foreign_keys"),
      pragma("busy_timeout"),
    ]).toEqual(["wal", 2, 1, 10_000]);
  });
});

describe("the health of the store", () => {
  it("is what a write has just shown, and holds for five seconds", () => {
    expect(storeHealth(as(system, now))).toEqual({
      databaseWritable: true,
      migrationsCurrent: true,
      diskFree: true,
    });
    sqlite().pragma("query_only = ON");
    expect(storeHealth(as(system, now + 4_999)).databaseWritable).toBe(true);
    expect(storeHealth(as(system, now + 5_000)).databaseWritable).toBe(false);
    sqlite().pragma("query_only = OFF");
    expect(storeHealth(as(system, now + 10_000)).databaseWritable).toBe(true);
  });
});

describe("a closed file", () => {
  it("holds everything by itself, without the log beside it", () => {
    sqlite()
      .prepare("INSERT INTO countries (code, zone, weekend) VALUES ('QZ', 'Asia/Amman', '[5,6]')")
      .run();
    closeDatabase();
    const copy = file();
    copyFileSync(databaseFile(folder), copy);
    const database = new Database(copy, { readonly: true });
    expect(database.prepare("SELECT code FROM countries WHERE code = 'QZ'").all()).toHaveLength(1);
    database.close();
    sqlite().prepare("DELETE FROM countries WHERE code = 'QZ'").run();
  });
});

describe("the first steps", () => {
  it("are an administrator's, and each is done once it is there", () => {
    const done = () =>
      firstSteps(as(system))
        .filter((step) => step.done)
        .map((step) => step.kind);
    expect(firstSteps(as(visitor))).toEqual([]);
    expect(firstSteps(as(system))).toHaveLength(5);
    expect(done()).toEqual([]);
    sqlite()
      .prepare("INSERT INTO programmes (code, title, issuer, created_at) VALUES ('P', '{}', '{}', 0)")
      .run();
    expect(done()).toEqual(["programme"]);
    sqlite().prepare("DELETE FROM programmes").run();
  });
});
