import type * as Processes from "node:child_process";
import { once } from "node:events";
import { describe, expect, it, vi } from "vitest";
import { databaseFile } from "../../db/client";
import { freshDatabase } from "../support/database";

const started = vi.hoisted(() => [] as Processes.ChildProcess[]);
const environments = vi.hoisted(() => [] as Record<string, string>[]);
vi.mock("node:child_process", async (original) => {
  const real = await original<typeof Processes>();
  const spawn = (command: string, words: string[], options: Processes.SpawnOptions) => {
    // Without one of its own a process gets that of its parent.
    environments.push({ ...(options.env ?? process.env) } as Record<string, string>);
    const child = real.spawn(command, words, options);
    started.push(child);
    return child;
  };
  return { ...real, default: { ...real, spawn }, spawn };
});

const folder = freshDatabase();
const secrets = {
  CASCADE_KEY: process.env.CASCADE_KEY ?? "",
  NEXTAUTH_SECRET: "b".repeat(64),
  SMTP_URL: "smtps://user:password@mail.example.org",
  SMS_URL: "https://sms.example.org/send?key=secret",
  OIDC_CLIENT_SECRET: "secret",
  OIDC_CLIENT_ID: "cascade",
  OIDC_ISSUER: "https://login.example.org",
};
Object.assign(process.env, secrets, { CASCADE_MODE: "production" });
if (!secrets.CASCADE_KEY) delete process.env.CASCADE_KEY;

describe("a process below the one that serves", () => {
  it("gets no key and no password that it does not need", async () => {
    const { paperFile } = await import("../../lib/documents/paperFile");
    const { lookThrough } = await import("../../app/_server/sound");
    const { backUpDaily } = await import("../../app/_server/backup");
    expect((await paperFile([], "zip")).subarray(0, 2).toString()).toBe("PK");
    expect(await lookThrough(databaseFile(folder))).toBe(true);
    backUpDaily();
    const [code] = await once(started[2]!, "close");
    expect([started.length, code]).toEqual([3, 0]);
    const names = Object.keys(secrets);
    const has = environments.map((given) => names.filter((name) => name in given));
    expect(has[0]).toEqual([]);
    expect(has[1]).toEqual([]);
    expect(has[2]!.filter((name) => /SMTP|SMS|OIDC/.test(name))).toEqual([]);
  });
});
