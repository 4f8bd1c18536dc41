import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { closeDatabase, databaseFile, read, sqlite, } from "../../db/client";
import { loadDemo } from "../../db/demo/load";
import { migrate, migrationsCurrent } from "../../db/migrate";
import { courses, headcounts, persons } from "../../db/schema";
import { system, visitor } from "../../lib/access/rules";
import { catalogue } from "../../lib/courses/queries";
import { catalogueSchema } from "../../lib/courses/schema";
import { storeHealth } from "../../lib/store/commands";
import { firstSteps, todayFor } from "../../lib/today/queries";
import { as } from "../support/as";
import { completionOf } from "../support/asked";
import { freshDatabase } from "../support/database";
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

describe("the demonstration", () => {
  const load = (at: number) => loadDemo({ now: at, key: Buffer.alloc(32, 7), passwordHash: "x" });
  it("carries the eight real courses with exactly what is known, and people only where they may be invented", () => {
    load(now);
    const all = read().select().from(courses).all();
    const of = (slug: string) => all.find((c) => c.slug === slug)!;
    expect(of("tot-tshikapa-2022")).toMatchObject({
      startsOn: "2022-12-12",
      endsOn: "2022-12-23",
      kind: "tot",
      fictional: true,
      countedBy: "people",
    });
    expect(of("user-beirut-2022")).toMatchObject({
      startsOn: "2022-12-05",
      endsOn: "2022-12-08",
      kind: "user",
    });
    for (const slug of [
      "tot-kenya-2022",
      "user-jordan-representatives",
      "tot-online-jordan-2020",
      "tot-palestine-service-providers",
    ])
      expect(of(slug)).toMatchObject({
        countedBy: "numbers",
        startsOn: null,
        fictional: false,
        state: "closed",
      });
    const count = (slug: string, sql: string) => (sqlite().prepare(sql).get(of(slug).id) as { n: number }).n;
    const people = "SELECT count(*) AS n FROM registrations WHERE course_id = ?";
    expect(count("tot-tshikapa-2022", people)).toBe(20);
    expect(count("user-beirut-2022", people)).toBe(26);
    expect(
      count(
        "user-beirut-2022",
        "SELECT count(DISTINCT p.organisation_id) AS n FROM registrations r JOIN persons p ON p.id = r.person_id WHERE course_id = ?",
      ),
    ).toBe(9);
    for (const slug of ["tot-kenya-2022", "user-jordan-representatives", "tot-online-jordan-2020"])
      expect(count(slug, people)).toBe(0);
    const numbers = read()
      .select()
      .from(headcounts)
      .all()
      .map((h) => [all.find((c) => c.id === h.courseId)!.slug, h.measure, h.grouping, h.count]);
    expect(numbers).toEqual(
      expect.arrayContaining([
        ["tot-tshikapa-2022", "enrolled", "total", 20],
        ["tot-tshikapa-2022", "enrolled", "woman", 4],
        ["tot-kenya-2022", "attended", "total", 24],
        ["user-jordan-representatives", "attended", "total", 63],
        ["tot-online-jordan-2020", "enrolled", "total", 32],
        ["tot-online-jordan-2020", "completed", "total", 31],
      ]),
    );
    expect(
      read()
        .select()
        .from(persons)
        .all()
        .every((p) => p.fictional),
    ).toBe(true);
  });
  it("has something to decide, to teach, to certify and to join", () => {
    const today = new Date(now).toISOString().slice(0, 10);
    const kinds = todayFor(as(system, now), today).awaits.map((a) => a.kind);
    for (const kind of ["decide", "roll", "certify", "draft"]) expect(kinds).toContain(kind);
    expect(firstSteps(as(system))).toEqual([]);
    const open = catalogue(as(visitor), catalogueSchema.parse({}), today).courses.filter(
      (c) => c.state === "open",
    );
    expect(open.length).toBeGreaterThan(3);
    expect(open.some((c) => c.admission === "first_come" && c.placesLeft === 0 && c.waiting > 0)).toBe(true);
    const due = read()
      .select()
      .from(courses)
      .all()
      .find((c) => c.slug === "user-bertoua-demo")!;
    const completion = completionOf(as(system), due.id)!;
    expect(completion.ready.length).toBeGreaterThan(10);
    expect(completion.notYet.length).toBeGreaterThan(0);
  });
});
