import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { closeDatabase } from "../../db/client";
import { system } from "../../lib/access/table";
import { keyIdOf } from "../../lib/crypto/seal";
import { processSettings } from "../../lib/env/settings";
import { copyKeys } from "../../lib/store/backup";
import { openStore } from "../../lib/store/commands";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { now } from "../support/world";

const folder = freshDatabase();
const backups = join(folder, "backups");
const system_ = () => as(system, now);
const mode = (path: string) => statSync(path).mode & 0o777;

describe("a copy of the keys", () => {
  it("has every key that is here, wherever that comes from", () => {
    openStore(now);
    const settings = processSettings();
    const [given, former] = [randomBytes(32), randomBytes(32)];
    const keys = [given, former, settings.key] as const;
    const apart = join(folder, "all");
    const held = copyKeys({ ...system_(), settings: { ...settings, key: given, keys } }, apart);
    const named = (key: Buffer) => join(apart, `key-${keyIdOf(key)}`);
    expect(held).toEqual([
      join(apart, "key"),
      join(apart, "auth-secret"),
      named(former),
      named(settings.key),
    ]);
    expect(readFileSync(named(settings.key), "utf8")).toBe(settings.key.toString("hex"));
  });

  it("lies apart from the backups, which one by hand says, and in no folder with another instance's", () => {
    expect(() => copyKeys(system_(), join(backups, "keys"))).toThrow(/keys and backups belong apart/);
    const apart = join(folder, "apart");
    const copied = copyKeys(system_(), apart);
    expect(readFileSync(join(apart, "key"), "utf8")).toBe(processSettings().key.toString("hex"));
    expect(copied.map(mode)).toEqual(copied.map(() => 0o600));
    expect(copyKeys(system_(), apart)).toEqual(copied);
    const settings = { ...processSettings(), authSecret: "ef".repeat(32) };
    copyKeys({ ...system_(), settings }, apart);
    expect(readFileSync(join(apart, "auth-secret"), "utf8")).toBe(settings.authSecret);
    writeFileSync(join(apart, "key"), "ab".repeat(32));
    expect(() => copyKeys(system_(), apart)).toThrow(/another instance/);
    expect(readFileSync(join(apart, "auth-secret"), "utf8")).toBe(settings.authSecret);
    closeDatabase();
    const said = spawnSync(process.execPath, ["--import", "tsx", "scripts/backup.ts"], { encoding: "utf8" });
    expect(said.stdout).toMatch(/was looked through and is whole\.\nIts keys are not in it/);
    expect(said.status).toBe(0);
  });
});
