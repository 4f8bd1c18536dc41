import { spawnSync } from "node:child_process";
import {
  closeSync,
  copyFileSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { closeDatabase, databaseFile, sqlite } from "../../db/client";
import { migrate } from "../../db/migrate";
import { system } from "../../lib/access/table";
import { seal } from "../../lib/crypto/seal";
import { keysOf } from "../../lib/env/keys";
import { processSettings } from "../../lib/env/settings";
import { makeBackup } from "../../lib/store/backup";
import { openStore } from "../../lib/store/commands";
import { keepDailyBackup, takeDailyBackup } from "../../lib/store/daily";
import { restore } from "../../lib/store/restore";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { openedAnew } from "../support/opened";
import { now } from "../support/world";

const folder = freshDatabase();
const file = databaseFile(folder);
const day = 24 * 3_600_000;
const backups = join(folder, "backups");
const system_ = () => as(system, now);
let good = "";

const mode = (path: string) => statSync(path).mode & 0o777;

/** The names of the people in a file that nobody has open. */
function peopleIn(path: string): string[] {
  const database = new Database(path);
  try {
    expect(database.pragma("integrity_check", { simple: true })).toBe("ok");
    return database.prepare("SELECT name FROM persons ORDER BY id").pluck().all() as string[];
  } finally {
    database.close();
  }
}

const add = (name: string) =>
  sqlite()
    .prepare(
      "INSERT INTO persons (name, search, sort_name, language, created_at) VALUES (?, 'a', 'a', 'en', 0)",
    )
    .run(name);

beforeAll(() => {
  openStore(now);
  add("Before");
  good = makeBackup(system_(), "byHand", now);
});
beforeEach(() => openStore(now));
afterEach(closeDatabase);

describe("a backup", () => {
  it("is one whole file for its owner alone, made while others write, and never half of one by its name", () => {
    const writer = new Database(file);
    const reader = writer.prepare("SELECT id FROM persons").iterate();
    reader.next();
    // What a process that was killed left half written.
    writeFileSync(join(backups, "cascade-daily-20250101-000000.db.part"), "half");
    utimesSync(join(backups, "cascade-daily-20250101-000000.db.part"), 0, 0);
    const path = makeBackup(system_(), "byHand", now + 1000);
    reader.return?.();
    writer.close();
    expect(mode(path)).toBe(0o600);
    expect(mode(backups)).toBe(0o700);
    expect(peopleIn(path)).toContain("Before");
    expect(readdirSync(backups).filter((name) => !name.endsWith(".db"))).toEqual([]);
  });

  it("is made once a day by one of the processes, again an hour after a failure, and the newest stay", () => {
    expect(takeDailyBackup(system_(), now)).toBe(true);
    expect(takeDailyBackup(system_(), now + 1)).toBe(false);
    expect(takeDailyBackup(system_(), now + 3_600_000)).toBe(true);
    keepDailyBackup(system_(), now + 3_600_000);
    expect(takeDailyBackup(system_(), now + day)).toBe(false);
    expect(takeDailyBackup(system_(), now + day + 3_600_000)).toBe(true);
    const cx = { ...system_(), settings: { ...processSettings(), backupsKept: 2 } };
    for (let i = 0; i < 4; i++) makeBackup(cx, "daily", now + i * day);
    const stamp = (at: number) => new Date(at).toISOString().slice(0, 10).replaceAll("-", "");
    expect(readdirSync(backups).filter((name) => name.startsWith("cascade-daily"))).toEqual(
      [2, 3].map((i) => expect.stringContaining(stamp(now + i * day))),
    );
    expect(existsSync(good)).toBe(true);
    expect(takeDailyBackup({ ...cx, settings: { ...cx.settings, backupsKept: 0 } }, now + 9 * day)).toBe(
      false,
    );
  });

  it("is made before a database with people in it is brought up to date", async () => {
    const place = join(folder, "older");
    mkdirSync(place, { mode: 0o700 });
    const older = new Database(databaseFile(place));
    migrate(older, now, 10);
    older.exec(
      "INSERT INTO persons (name, search, sort_name, language, created_at) VALUES ('Of old', 'a', 'a', 'en', 0)",
    );
    older.close();
    process.env.DATA_DIR = place;
    try {
      await openedAnew(() => {});
      const [made, ...more] = readdirSync(join(place, "backups"));
      expect(made).toMatch(/^cascade-before-migration-/);
      expect(more).toEqual([]);
      expect(peopleIn(join(place, "backups", made!))).toEqual(["Of old"]);
      await openedAnew(() => {});
      expect(readdirSync(join(place, "backups"))).toEqual([made]);
    } finally {
      process.env.DATA_DIR = folder;
    }
  });
});

/** Tries to restore a file; the sentence of the refusal, after which all is as it was. */
function refusal(path: string): string {
  closeDatabase();
  const before = readFileSync(file);
  const names = readdirSync(folder).sort();
  let said = "";
  try {
    restore(processSettings(), path, now);
  } catch (error) {
    said = (error as Error).message;
  }
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(readdirSync(folder).sort()).toEqual(names);
  expect(said).not.toContain("\n");
  expect(said).toMatch(/Nothing was changed\.$/);
  return said;
}

/** A changed copy of the good backup. */
function changed(name: string, change: (database: Database.Database) => void): string {
  const path = join(folder, `${name}.db`);
  copyFileSync(good, path);
  const database = new Database(path);
  change(database);
  database.close();
  return path;
}

describe("a restore", () => {
  it("is refused while the database is served, by whomever", () => {
    const before = peopleIn(file);
    expect(() => restore(processSettings(), good, now)).toThrow(
      /works on .* just now: stop the service first\. Nothing/,
    );
    closeDatabase();
    const other = new Database(file);
    other.prepare("SELECT count(*) FROM persons").get();
    expect(() => restore(processSettings(), good, now)).toThrow(
      /is open in another program: close that first\. Nothing/,
    );
    other.close();
    expect(peopleIn(file)).toEqual(before);
  });

  it("puts the backup in place, keeps what was there, and that brings it back", () => {
    add("Since");
    const settings = processSettings();
    closeDatabase();
    const there = restore(settings, good, now);
    expect(peopleIn(file)).toEqual(["Before"]);
    expect(mode(file)).toBe(0o600);
    expect(there.replaced).toMatch(/cascade-replaced-\d{8}-\d{6}\.db$/);
    openStore(now);
    closeDatabase();
    restore(settings, there.replaced!, now + 1000);
    expect(peopleIn(file)).toEqual(["Before", "Since"]);
    expect(peopleIn(good)).toEqual(["Before"]);
  });

  it("signs everybody out, and ends the links and codes that the backup had under way, and the addresses of calendars", () => {
    const path = changed("signed-in", (one) =>
      one.exec(`INSERT INTO accounts (id, person_id, email, created_at) VALUES (1, 1, 'a@example.org', 0);
        INSERT INTO sign_ins (token_hash, account_id, started_at, seen_at, confirmed_at, device) VALUES ('t', 1, 0, 0, 0, 'd');
        INSERT INTO sign_in_links (token_hash, account_id, expires_at) VALUES ('l', 1, ${now + day});
        INSERT INTO one_time_codes (account_id, purpose, code_hash, created_at, expires_at) VALUES (1, 'backIn', 'c', 0, ${now + day});
        INSERT INTO passkey_challenges (challenge, purpose, expires_at) VALUES ('p', 'signIn', ${now + day});
        INSERT INTO feed_addresses (account_id, feed, token_hash, made_at) VALUES (1, 'mine', 'f', 0)`),
    );
    closeDatabase();
    restore(processSettings(), path, now + 1500);
    openStore(now);
    for (const table of [
      "sign_ins",
      "sign_in_links",
      "one_time_codes",
      "passkey_challenges",
      "feed_addresses",
    ])
      expect([table, sqlite().prepare(`SELECT count(*) FROM ${table}`).pluck().get()]).toEqual([table, 0]);
    expect(sqlite().prepare("SELECT email FROM accounts").pluck().all()).toEqual(["a@example.org"]);
  });

  it("takes the log of a killed process into what is kept, and that of another file never", () => {
    add("In the log");
    const log = readFileSync(`${file}-wal`);
    const settings = processSettings();
    const whole = readFileSync(file);
    closeDatabase();
    // As a killed process leaves them.
    writeFileSync(file, whole);
    writeFileSync(`${file}-wal`, log);
    const { replaced } = restore(settings, good, now + 2000);
    expect(existsSync(`${file}-wal`)).toBe(false);
    expect(peopleIn(file)).toEqual(["Before"]);
    expect(peopleIn(replaced!)).toContain("In the log");
  });

  it("brings in an older version's, which the next start brings up to date", async () => {
    const path = join(folder, "of-old.db");
    const older = new Database(path);
    migrate(older, now, 12);
    older.exec(
      "INSERT INTO persons (name, search, sort_name, language, created_at) VALUES ('Of old', 'a', 'a', 'en', 0)",
    );
    older.close();
    closeDatabase();
    expect(restore(processSettings(), path, now + 3000)).toMatchObject({ older: true });
    await openedAnew(() => {});
    expect(peopleIn(file)).toEqual(["Of old"]);
  });

  it("refuses with one sentence what is cut off, foreign, newer, of another key or not there, and changes nothing", () => {
    const cut = join(folder, "cut.db");
    copyFileSync(good, cut);
    const handle = openSync(cut, "r+");
    ftruncateSync(handle, Math.floor(statSync(cut).size / 2));
    closeSync(handle);
    expect(refusal(cut)).toMatch(/is damaged or was cut off/);
    const text = join(folder, "text.db");
    writeFileSync(text, "This is no database, but long enough to be looked at as one.");
    expect(refusal(text)).toMatch(/is no database of Cascade/);
    writeFileSync(text, "");
    expect(refusal(text)).toMatch(/is no database of Cascade/);
    const foreign = join(folder, "foreign.db");
    new Database(foreign).exec("CREATE TABLE cookies (id)").close();
    expect(refusal(foreign)).toMatch(/is no database of Cascade/);
    expect(
      refusal(changed("newer", (one) => one.exec("INSERT INTO migrations VALUES (1000, 'later', 0)"))),
    ).toMatch(/newer version of Cascade/);
    expect(
      refusal(changed("line", (one) => one.exec("UPDATE migrations SET hash = 'x' WHERE position = 3"))),
    ).toMatch(/another line of Cascade/);
    expect(
      refusal(changed("key", (one) => one.exec("UPDATE key_checks SET id = 'aaaaaaaa', proof = 'x'"))),
    ).toMatch(/is not the one of this database, which is aaaaaaaa/);
    const sealed = changed("sealed", (one) => {
      one.exec(
        "DELETE FROM key_checks; INSERT INTO programmes (code, title, issuer, created_at) VALUES ('P', '{}', '{}', 0)",
      );
      one
        .prepare("INSERT INTO sensitive_facts VALUES (1, 1, ?, 0)")
        .run(seal(Buffer.alloc(32, 7), "{}", "person:1"));
    });
    expect(refusal(sealed)).toMatch(/another instance's/);
    expect(refusal(join(folder, "nothing.db"))).toMatch(/There is no file/);
    expect(refusal(file)).toMatch(/is the database itself/);
  });

  it("is a command that says where the former file is, and makes no key on a new machine", () => {
    const place = join(folder, "new-machine");
    mkdirSync(place, { mode: 0o700 });
    const where = { keysDir: place, dataDir: place, mayMake: false };
    expect(() => keysOf(where)).toThrow(/key is missing: put the keys that belong to the backup/);
    expect(readdirSync(place)).toEqual([]);
    copyFileSync(join(folder, "key"), join(place, "key"));
    const done = spawnSync(process.execPath, ["--import", "tsx", "scripts/restore.ts", good], {
      encoding: "utf8",
      env: { ...process.env, DATA_DIR: place },
    });
    expect([done.status, done.stderr]).toEqual([0, ""]);
    expect(done.stdout).toContain("Nothing was there before.");
    expect(peopleIn(databaseFile(place))).toEqual(["Before"]);
  });
});
