import { copyFileSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { closeDatabase, databaseFile, sqlite } from "../../db/client";
import { migrate, migrationsCurrent } from "../../db/migrate";
import { system, visitor } from "../../lib/access/table";
import { makeBackup } from "../../lib/store/backup";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { firstSteps } from "../support/desk";
import { openedAnew, refusedWith } from "../support/opened";
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
  it("put holidays of Ethiopia right that were shipped on wrong days, but for what somebody changed", () => {
    const database = new Database(file());
    migrate(database, now, 22);
    database.exec("INSERT INTO countries (code, zone, weekend) VALUES ('ET', 'Africa/Addis_Ababa', '[6,7]')");
    const put = database.prepare("INSERT INTO holidays (country, day, name, by_moon) VALUES ('ET', ?, ?, 0)");
    const shipped = (day: string, en: string, fr: string, ar: string) =>
      put.run(day, JSON.stringify({ own: "en", en, fr, ar }));
    shipped("2027-01-06", "Christmas Day", "Noël", "عيد الميلاد المجيد");
    shipped("2027-04-30", "Good Friday", "Vendredi saint", "الجمعة العظيمة");
    shipped("2027-09-11", "New Year's Day", "Nouvel An", "رأس السنة الميلادية");
    // Changed and entered by hand; and of a year that an office entered by itself nothing is known.
    shipped("2027-03-28", "Day of Lament", "Jour de deuil", "يوم حداد آخر");
    put.run("2027-05-05", '{"own":"en","en":"Ours"}');
    put.run("2026-01-07", '{"own":"en","en":"Genna"}');
    migrate(database, now);
    const rows = database.prepare("SELECT day, json_extract(name, '$.en') FROM holidays ORDER BY day").raw();
    expect(rows.all()).toEqual([
      ["2026-01-07", "Genna"],
      ["2027-01-07", "Ethiopian Christmas (Genna)"],
      ["2027-03-28", "Day of Lament"],
      ["2027-04-30", "Orthodox Good Friday"],
      ["2027-05-01", "Labour Day"],
      ["2027-05-05", "Ours"],
      ["2027-09-12", "Ethiopian New Year (Enkutatash)"],
      ["2027-09-28", "Finding of the True Cross"],
    ]);
    database.close();
  });
  it("keep sessions that overlap, which can be moved apart and not brought together again", () => {
    const database = new Database(file());
    migrate(database, now, 21);
    database.exec(`
      INSERT INTO countries (code, zone, weekend) VALUES ('JO', 'Asia/Amman', '[5,6]');
      INSERT INTO persons (name, search, sort_name, language, created_at) VALUES ('Rami', 'rami', 'rami', 'en', 0);
      INSERT INTO programmes (code, title, issuer, created_at) VALUES ('P', '{}', '{}', 0);
      INSERT INTO venues (name, country, place) VALUES ('Centre', 'JO', 'Irbid');
      INSERT INTO rooms (venue_id, name) VALUES (1, 'Hall');
      INSERT INTO courses (slug, programme_id, kind, title, search, country, place, mode, zone, languages, capacity, min_attendance, micro_teaching, signatories, starts_on, ends_on, created_at)
      VALUES ('c', 1, 'user', '{}', '', 'JO', '{}', 'venue', 'Asia/Amman', '["ar"]', 40, 80, 0, '[]', '2027-02-07', '2027-02-07', 0);
      DROP TRIGGER session_trainers_one_place`);
    for (const start of [1000, 1500])
      database.exec(`
        INSERT INTO sessions (course_id, kind, day, starts_at, ends_at, zone, start_instant, end_instant, minutes, room_id)
        VALUES (1, 'other', '2027-02-07', '09:00', '10:00', 'Asia/Amman', ${start}, ${start + 1000}, 60, 1);
        INSERT INTO session_trainers (session_id, person_id) VALUES (last_insert_rowid(), 1)`);
    // What the version of that data had.
    database.exec(
      "CREATE TRIGGER session_trainers_one_place BEFORE INSERT ON session_trainers BEGIN SELECT 1; END",
    );
    migrate(database, now);
    // Whoever trained alone leads.
    expect(database.prepare("SELECT DISTINCT role FROM session_trainers").pluck().all()).toEqual(["lead"]);
    const starts = () =>
      database.prepare("SELECT start_instant FROM session_trainers ORDER BY session_id").pluck().all();
    expect(starts()).toEqual([1000, 1500]);
    database.exec(
      "UPDATE sessions SET title = 'As it stands', room_id = room_id, start_instant = start_instant",
    );
    database.exec("UPDATE sessions SET start_instant = 2000, end_instant = 3000 WHERE id = 2");
    expect(starts()).toEqual([1000, 2000]);
    expect(() => database.exec("UPDATE sessions SET start_instant = 1999 WHERE id = 2")).toThrow(
      /two places|taken twice/,
    );
    database.close();
  });
  it("put what decisions rested on in the audit log beside what they are about", () => {
    const database = new Database(file());
    migrate(database, now, 10);
    database.exec(`
      INSERT INTO countries (code, zone, weekend) VALUES ('JO', 'Asia/Amman', '[5,6]');
      INSERT INTO persons (name, search, sort_name, language, created_at) VALUES ('Samar', 'samar', 'samar', 'en', 0);
      INSERT INTO programmes (code, title, issuer, created_at) VALUES ('P', '{}', '{}', 0);
      INSERT INTO holidays (country, day, name) VALUES ('JO', '2027-05-03', '{"own":"en","en":"There"}')`);
    const course = database.prepare(
      `INSERT INTO courses (slug, programme_id, kind, title, search, country, place, mode, zone, languages, capacity, min_attendance, micro_teaching, signatories, scheduled_by, created_at)
       VALUES (?, 1, 'user', '{}', '', 'JO', '{}', 'venue', 'Asia/Amman', '["ar"]', 40, 80, 0, '[]', 1, 0)`,
    );
    for (const slug of ["ended", "approved-again", "of-old", "never"]) course.run(slug);
    const entry = database.prepare(
      "INSERT INTO audit_log (at, action, subject, subject_id, detail) VALUES (5, ?, ?, ?, ?)",
    );
    const of = (id: number, action: string, detail: object) =>
      entry.run(action, "course", id, JSON.stringify(detail));
    of(1, "workshop.approved", { capacity: 20 });
    of(1, "workshop.approval-ended", { changed: ["place", "days"] });
    of(2, "workshop.approve", { capacity: 20 });
    of(2, "workshop.approval-ended", { changed: ["place"] });
    of(2, "workshop.approved", { capacity: 30 });
    of(3, "workshop.approve", { capacity: 10 });
    of(3, "workshop.approval-ended", { changed: "days place" });
    of(4, "workshop.edited", { version: 2 });
    const removed = (day: string, name?: object, byMoon?: boolean) =>
      entry.run("holiday.removed", "country", null, JSON.stringify({ country: "JO", day, name, byMoon }));
    removed("2027-05-01", { own: "en", en: "Older" });
    removed("2027-05-01", { own: "en", en: "Newer" }, true);
    removed("2027-05-02");
    removed("2027-05-03", { own: "en", en: "Not there any more" });
    migrate(database, now);
    expect(
      database
        .prepare(
          "SELECT approved_capacity, changed_since_approval, plan_version FROM courses WHERE programme_id = 1 ORDER BY id",
        )
        .raw()
        .all(),
    ).toEqual([
      [20, '["place","days"]', 1],
      [30, null, 1],
      [10, '["days","place"]', 1],
      [null, null, 1],
    ]);
    expect(
      database
        .prepare("SELECT day, name ->> 'en', by_moon, removed_at FROM holidays ORDER BY day")
        .raw()
        .all(),
    ).toEqual([
      ["2027-05-01", "Newer", 1, 5],
      ["2027-05-03", "There", 0, null],
    ]);
    database.close();
  });
  it("keep what waits for an answer, and let somebody be asked for another group beside", () => {
    const database = new Database(file());
    migrate(database, now, 58);
    database.exec(`
      INSERT INTO countries (code, zone, weekend) VALUES ('JO', 'Asia/Amman', '[5,6]');
      INSERT INTO persons (name, search, sort_name, language, created_at) VALUES ('Rami', 'rami', 'rami', 'en', 0);
      INSERT INTO programmes (code, title, issuer, created_at) VALUES ('P', '{}', '{}', 0);
      INSERT INTO courses (slug, programme_id, kind, title, search, country, place, mode, zone, languages, capacity, min_attendance, micro_teaching, signatories, created_at)
      VALUES ('a', 1, 'user', '{}', '', 'JO', '{}', 'venue', 'Asia/Amman', '["ar"]', 40, 80, 0, '[]', 0),
             ('b', 1, 'user', '{}', '', 'JO', '{}', 'venue', 'Asia/Amman', '["ar"]', 40, 80, 0, '[]', 0);
      INSERT INTO course_groups (course_id, name, created_at) VALUES (1, 'A', 0), (1, 'B', 0)`);
    const ask = (courseId: number, groupId: number | null, state = "waiting") =>
      database
        .prepare(
          "INSERT INTO trainer_requests (course_id, group_id, person_id, role, answer_by, asked_at, state) VALUES (?, ?, 1, 'lead', '2027-02-01', 0, ?)",
        )
        .run(courseId, groupId, state);
    ask(1, 1);
    ask(1, null, "taken_back");
    ask(2, null);
    expect(() => ask(1, 2)).toThrow(/UNIQUE/);
    migrate(database, now);
    expect(database.prepare("SELECT course_id, group_id, state FROM trainer_requests").raw().all()).toEqual([
      [1, 1, "waiting"],
      [1, null, "taken_back"],
      [2, null, "waiting"],
    ]);
    ask(1, 2);
    for (const again of [() => ask(1, 1), () => ask(1, 2), () => ask(2, null)])
      expect(again).toThrow(/UNIQUE/);
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
    const { TEST_FSYNC } = process.env;
    closeDatabase();
    delete process.env.TEST_FSYNC;
    const pragma = (name: string) => sqlite().pragma(name, { simple: true });
    expect([
      pragma("journal_mode"),
      pragma("synchronous"),
      pragma("foreign_keys"),
      pragma("busy_timeout"),
    ]).toEqual(["wal", 2, 1, 10_000]);
    closeDatabase();
    // Nothing but tests may do without.
    for (const [mode, is] of [
      ["production", 2],
      ["demo", 2],
      ["test", 0],
    ] as const) {
      Object.assign(process.env, { CASCADE_MODE: mode, TEST_FSYNC: "off" });
      expect(pragma("synchronous"), mode).toBe(is);
      closeDatabase();
    }
    Object.assign(process.env, { CASCADE_MODE: "test", TEST_FSYNC });
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

describe("a folder that had a database", () => {
  it("gets no empty one in its place: a start is refused with the newest backup, also where the record alone is left", async () => {
    await openedAnew((cx) => makeBackup(cx, "byHand", now));
    const file = databaseFile(folder);
    const { CASCADE_MODE: mode } = process.env;
    process.env.CASCADE_MODE = "production";
    renameSync(file, `${file}-away`);
    const [backup] = readdirSync(join(folder, "backups"));
    expect(await refusedWith()).toMatch(
      new RegExp(`had a database: restore a backup \\(npm run restore -- .*${backup}\\)`),
    );
    rmSync(join(folder, "backups"), { recursive: true });
    expect(await refusedWith()).toMatch(/had a database: put it back/);
    expect(existsSync(file)).toBe(false);
    rmSync(join(folder, "cascade.opened"));
    expect(await refusedWith()).toBe("");
    renameSync(`${file}-away`, file);
    if (mode === undefined) delete process.env.CASCADE_MODE;
    else process.env.CASCADE_MODE = mode;
  });
});
