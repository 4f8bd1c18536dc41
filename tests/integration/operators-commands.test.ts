import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { checkOldKey } from "../../lib/store/check";
import { olderBuild } from "../../scripts/setup.mjs";
import { freshDatabase } from "../support/database";
import { fill, gone, smallDisk } from "../support/disks";
import { openedAnew } from "../support/opened";

const folder = freshDatabase();
afterEach(() => {
  delete process.env.CASCADE_OLD_KEY;
});

describe("what an operator types", () => {
  it("takes an address alone to send to, and is explained by --help as every command is", async () => {
    const typed = (script: string, ...words: string[]) => {
      const done = spawnSync(process.execPath, ["--import", "tsx", `scripts/${script}.ts`, ...words], {
        encoding: "utf8",
        env: { ...process.env, CASCADE_MODE: "test", NODE_ENV: "production" },
      });
      return { code: done.status, out: done.stdout, err: done.stderr };
    };
    expect(typed("check", "--to", "boss at example.org")).toEqual({
      code: 1,
      out: "",
      err: "boss at example.org is no e-mail address: give one, as in --to you@example.org. Nothing was sent.\n",
    });
    expect(typed("check", "--to").err).toMatch(/^Option '--to <value>' argument missing\. .*\n\nUsage:/);
    for (const script of ["admin", "check"])
      expect(typed(script, "--help"), script).toEqual({
        code: 0,
        out: expect.stringMatching(new RegExp(`^Usage:\n  npm run ${script}`)),
        err: "",
      });
  });

  it("goes on at a full disk, and says all that can be known without the database", () => {
    const place = smallDisk(6_000);
    if (place === null) return;
    try {
      const data = join(place, "data");
      const run = (script: string, ...words: string[]) =>
        spawnSync(process.execPath, ["--import", "tsx", `scripts/${script}.ts`, ...words], {
          encoding: "utf8",
          input: "",
          env: { ...process.env, CASCADE_MODE: "test", DATA_DIR: data },
        }).stdout;
      run("admin", "--create", "--email", "a@example.org", "--name", "A");
      fill(place);
      const said = run("check");
      expect(said).toMatch(
        /^WRONG {2}Database: The disk of .* is full: free some room and try again\. What is in it, and its keys, could not/m,
      );
      expect(said).toMatch(/^WRONG {2}Disk: 0 MB are free in .*, and 64 MB should be: free some room\.$/m);
      for (const about of ["Settings", "Files", "Address", "Backups", "Clock", "Time zones", "Mail"])
        expect(said).toMatch(new RegExp(`^ok {5}${about}: `, "m"));
      expect(said).toMatch(/\n2 wrong\.\n$/);
    } finally {
      gone(place);
    }
  });

  it("says of CASCADE_OLD_KEY by itself that it changes nothing", async () => {
    const other = "ab".repeat(32);
    expect(await openedAnew((cx) => checkOldKey(cx))).toEqual([]);
    const own = readFileSync(join(folder, "key"), "utf8");
    for (const [digits, says] of [
      [
        other,
        /^CASCADE_OLD_KEY \([0-9a-f]{8}\) is no key of this database, .*set CASCADE_KEY to the new one/,
      ],
      [own, /^CASCADE_OLD_KEY is the key in use itself, so nothing was changed/],
    ] as const) {
      process.env.CASCADE_OLD_KEY = digits;
      expect(await openedAnew((cx) => checkOldKey(cx))).toMatchObject([
        { wrong: true, says: expect.stringMatching(says) },
      ]);
    }
  });
});

describe("a build", () => {
  it("of code with other migrations is not served", () => {
    const build = mkdtempSync(join(tmpdir(), "cascade-build-"));
    expect(olderBuild(build)).toMatch(/no build yet/);
    writeFileSync(join(build, "BUILD_ID"), "x");
    expect(olderBuild(build)).toMatch(/another version of the code/);
    const { entries } = JSON.parse(readFileSync("db/migrations/meta/_journal.json", "utf8"));
    writeFileSync(join(build, "cascade-migrations"), entries.at(-1).tag);
    expect(olderBuild(build)).toBeNull();
    writeFileSync(join(build, "cascade-migrations"), entries.at(-2).tag);
    expect(olderBuild(build)).toMatch(/npm run build/);
  });
});
