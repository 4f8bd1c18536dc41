import { copyFileSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { lookThrough } from "../../app/_server/sound";
import { GET } from "../../app/api/health/route";
import { closeDatabase, databaseFile, sqlite } from "../../db/client";
import { system } from "../../lib/access/table";
import { processSettings } from "../../lib/env/settings";
import { noteIfDamaged, noteSoundness, storeHealth } from "../../lib/store/commands";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { fill, gone, smallDisk } from "../support/disks";
import { lockHeldElsewhere } from "../support/holder";
import { now, opened, registered, value, world } from "../support/world";

const folder = freshDatabase();
let asked = 0;
/** What is answered now: what was answered before is over. */
const health = (later = 0) => storeHealth(as(system, now + ++asked * 10_000 + later));

describe("the health of the store", () => {
  it("is what a write has just shown, and holds for five seconds", () => {
    const good = {
      databaseWritable: true,
      databaseInPlace: true,
      databaseSound: true,
      migrationsCurrent: true,
    };
    expect(storeHealth(as(system, now))).toMatchObject({ ...good, diskFree: true, lastWriteAt: now });
    sqlite().pragma("query_only = ON");
    expect(storeHealth(as(system, now + 4_999)).databaseWritable).toBe(true);
    expect(storeHealth(as(system, now + 5_000))).toMatchObject({ databaseWritable: false, lastWriteAt: now });
    sqlite().pragma("query_only = OFF");
    expect(health().databaseWritable).toBe(true);
  });
  it("is not down while somebody else writes, unless they do so for a minute", async () => {
    expect(health()).toMatchObject({ databaseWritable: true, databaseBusy: false });
    const release = await lockHeldElsewhere(databaseFile(folder));
    const begun = performance.now();
    expect(health()).toMatchObject({ databaseWritable: true, databaseBusy: true });
    // It asks once and waits for nobody; a busy machine may hold it up a moment.
    expect(performance.now() - begun).toBeLessThan(1000);
    expect(health(60_000)).toMatchObject({ databaseWritable: false, databaseBusy: true });
    await release();
  });
  it("says that mail waits too long, where a server is set", async () => {
    const settings = { ...processSettings(), smtpUrl: "smtp://127.0.0.1:9" };
    Object.assign(processSettings(), { smtpUrl: settings.smtpUrl });
    value(await registered(opened(world()).slug, { email: "waits@example.org" }));
    expect(health()).toMatchObject({ mailWaits: false });
    expect(health(3_600_000)).toMatchObject({ mailWaits: true, databaseWritable: true });
  });
  it("is down once somebody came upon a damaged page, and a look through the file finds one", async () => {
    noteIfDamaged(Object.assign(new Error("malformed"), { code: "SQLITE_CORRUPT_VTAB" }));
    expect(health().databaseSound).toBe(false);
    noteSoundness(true);
    expect(await lookThrough(databaseFile(folder))).toBe(true);
    sqlite().pragma("wal_checkpoint(TRUNCATE)");
    const copy = join(mkdtempSync(join(tmpdir(), "cascade-damaged-")), "cascade.db");
    copyFileSync(databaseFile(folder), copy);
    writeSync(openSync(copy, "r+"), Buffer.alloc(64 * 4096, 7), 0, 64 * 4096, 40 * 4096);
    expect(await lookThrough(copy)).toBe(false);
    expect(health().databaseSound).toBe(false);
    noteSoundness(true);
  });
  it("is down whichever copy of the code and whichever process came upon a damaged page, wrapped or not", async () => {
    vi.resetModules();
    const copy = await import("../../lib/store/health");
    const malformed = Object.assign(new Error("malformed"), { code: "SQLITE_CORRUPT" });
    copy.noteIfDamaged(new Error("a query failed", { cause: malformed }));
    expect(health().databaseSound).toBe(false);
    Object.assign(globalThis, { cascadeDamaged: undefined });
    expect(health().databaseSound).toBe(false);
    copy.noteSoundness(true);
    expect(health().databaseSound).toBe(true);
  });
  it("answers 503 with what is wrong and nothing of anybody's", async () => {
    sqlite().pragma("query_only = ON");
    const answer = GET();
    sqlite().pragma("query_only = OFF");
    const said = (await answer.json()) as { wrong: string[] };
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "30"]);
    expect(said).toMatchObject({ status: "failing", databaseWritable: false, databaseInPlace: true });
    expect(said.wrong).toContain("databaseWritable");
    expect(Object.values(said).flat().join(" ")).not.toContain("example.org");
  });
  const disk = smallDisk(8_000);
  it.skipIf(disk === null)(
    "is true on a full disk, where nothing that was acknowledged is lost",
    async () => {
      const there = disk!;
      try {
        copyFileSync(process.env.CASCADE_TEMPLATE!, databaseFile(there));
        closeDatabase();
        process.env.DATA_DIR = there;
        const course = opened(world());
        value(await registered(course.slug));
        fill(there);
        expect(statfsSync(there).bavail).toBe(0);
        Object.assign(processSettings(), { dataDir: there });
        expect(health()).toMatchObject({ databaseWritable: false, diskFree: false, databaseInPlace: true });
        let refused = 0;
        for (let i = 0; i < 5; i++) await registered(course.slug).catch(() => (refused += 1));
        expect(refused).toBe(5);
        rmSync(join(there, "filling"));
        expect(health()).toMatchObject({ databaseWritable: true });
        value(await registered(course.slug));
        expect(sqlite().prepare("SELECT count(*) AS n FROM registrations").get()).toEqual({ n: 2 });
        expect(sqlite().pragma("integrity_check", { simple: true })).toBe("ok");
      } finally {
        closeDatabase();
        process.env.DATA_DIR = folder;
        gone(there);
        rmSync(there, { recursive: true });
      }
    },
  );
});
