import { copyFileSync, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import Database from "better-sqlite3";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { GET } from "../../app/api/health/route";
import { closeDatabase, databaseFile, FileReplaced, fileReplaced, sqlite, transact } from "../../db/client";
import { system } from "../../lib/access/table";
import { change } from "../../lib/acts/command";
import { log } from "../../lib/log/log";
import { keepSettings } from "../../lib/settings/store";
import { storeHealth } from "../../lib/store/commands";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { now } from "../support/world";

const path = databaseFile(freshDatabase());
const other = `${path}.other`;

/** Another file of the same database, from before what is written now, with a mark of its own as a backup has. */
beforeEach(() => {
  closeDatabase();
  copyFileSync(process.env.CASCADE_TEMPLATE!, path);
  copyFileSync(path, other);
  const database = new Database(other);
  database.pragma("user_version = 77");
  database.pragma("journal_mode = DELETE");
  database.close();
  for (let i = 0; i < 50; i++) write(`acknowledged ${i}`);
});

const write = (name: string) => change(as(system, now), () => keepSettings(as(system, now), [name], "yes"));

const written = () => {
  const database = new Database(path);
  expect(database.pragma("integrity_check", { simple: true })).toBe("ok");
  const rows = database.prepare("SELECT count(*) AS n FROM settings WHERE name LIKE 'acknowledged%'").get();
  database.close();
  return (rows as { n: number }).n;
};

const health = (at: number) => storeHealth(as(system, at)).databaseInPlace;

describe("a database file that is replaced while it is open", () => {
  it("is noticed: writes are refused with a sentence, the health says it, and a start finds the new file whole", () => {
    expect(fileReplaced()).toBe(false);
    expect(health(now)).toBe(true);
    renameSync(other, path);
    expect(fileReplaced()).toBe(true);
    expect(write("late")).toEqual({ ok: false, fault: { code: "fileReplaced" } });
    expect(() => transact(as(system, now).db, () => {})).toThrow(FileReplaced);
    expect(health(now + 10_000)).toBe(false);
    closeDatabase();
    expect(written()).toBe(0);
    expect(write("new")).toMatchObject({ ok: true });
  });
  it("is one line in the log when the health notices", () => {
    const said = vi.spyOn(log(), "error").mockImplementation(() => {});
    renameSync(path, `${path}.gone`);
    for (let i = 0; i < 2; i++) GET();
    expect(
      said.mock.calls.flat().filter((one) => /replaced, moved or removed/.test(String(one))),
    ).toHaveLength(1);
    said.mockRestore();
    closeDatabase();
  });
  it("is noticed where its content was copied over it, and the log of the former is not laid over that", () => {
    writeFileSync(path, readFileSync(other));
    expect(fileReplaced()).toBe(true);
    expect(write("late")).toMatchObject({ ok: false });
    closeDatabase();
    expect(existsSync(`${path}-wal-of-replaced`)).toBe(true);
    expect(written()).toBe(0);
  });
  it("is noticed where it was taken away", () => {
    renameSync(path, `${path}.gone`);
    expect(write("late")).toMatchObject({ ok: false });
    closeDatabase();
    renameSync(`${path}.gone`, path);
    expect(written()).toBe(50);
  });
  it("is refused at the start where the log of another file lies beside it, and nothing is changed", () => {
    const log = readFileSync(`${path}-wal`);
    closeDatabase();
    // As after a process that was killed: its log stays.
    writeFileSync(`${path}-wal`, log);
    renameSync(other, path);
    expect(() => sqlite()).toThrow(/another file than the one to which the log beside it/);
    expect(readFileSync(`${path}-wal`)).toEqual(log);
    renameSync(`${path}-wal`, `${path}-aside`);
    expect(write("new")).toMatchObject({ ok: true });
  });
});
