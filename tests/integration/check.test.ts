import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  statSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { closeDatabase, databaseFile, sqlite } from "../../db/client";
import { system } from "../../lib/access/table";
import { processSettings } from "../../lib/env/settings";
import {
  checkAddress,
  checkBackups,
  checkClock,
  checkDatabase,
  checkFiles,
  checkKeys,
  checkZones,
} from "../../lib/store/check";
import { isDiskFull, openStore, troubleOf } from "../../lib/store/commands";
import { demonstrationServed } from "../../lib/store/present";
import { bundled } from "../../scripts/bundled";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { mailServer } from "../support/mail";
import { now } from "../support/world";

const folder = freshDatabase();
const file = databaseFile(folder);
const server = await mailServer();
afterAll(() => server.close());
const cx = () => as(system, now);
const given: string[] = [];

/** The sentence with which settings are refused; "" where they are not. */
async function refused(settings: Record<string, string>): Promise<string> {
  for (const [name, value] of Object.entries(settings)) {
    given.push(name);
    process.env[name] = value;
  }
  vi.resetModules();
  const { processSettings } = await import("../../lib/env/settings");
  try {
    processSettings();
    return "";
  } catch (error) {
    return (error as Error).message;
  }
}
afterEach(() => {
  for (const name of given.splice(0)) delete process.env[name];
});

describe("the settings", () => {
  it("are refused with one sentence where they are half there or cannot be read", async () => {
    const oidc = { OIDC_ISSUER: "https://login.example.org", OIDC_CLIENT_ID: "cascade" };
    expect(await refused(oidc)).toBe(
      "OIDC_CLIENT_SECRET is not set, though OIDC_ISSUER is: set all three for sign-in by OpenID Connect, or none",
    );
    expect(await refused({ ...oidc, OIDC_CLIENT_SECRET: "s" })).toBe("");
    for (const url of [
      "mail.example.org",
      "http://mail.example.org",
      "smtp:///",
      "smtps://user:p@ss/word@x:y",
    ])
      expect(await refused({ SMTP_URL: url }), url).toMatch(/^SMTP_URL must be an address such as smtps:/);
    expect(await refused({ SMTP_URL: "smtps://user:p%40ss@mail.example.org:465" })).toBe("");
    for (const url of ["ftp://x.org", "https://x.org/cascade", "https://a:b@x.org", "https://x.org/?x=1"])
      expect(await refused({ PUBLIC_URL: url }), url).toMatch(
        /^PUBLIC_URL must be an address such as https:/,
      );
    expect(await refused({ PUBLIC_URL: "https://x.org/" })).toBe("");
    expect(await refused({ MAIL_FROM: "Cascade" })).toMatch(/^MAIL_FROM must have an e-mail address/);
    const from = { MAIL_FROM: "Cascade <c@example.org>" };
    expect(await refused({ ...from, BACKUPS_KEPT: "many" })).toMatch(/^BACKUPS_KEPT must be a number/);
    expect(await refused({ ...from, BACKUPS_KEPT: "3" })).toBe("");
    delete process.env.SMTP_URL;
    expect(await refused(from)).toBe(
      "MAIL_FROM is set, but SMTP_URL is not: set both to send mail, or neither",
    );
  });

  it("name no issuer and no gateway without TLS where real data is, unless it is on this machine", async () => {
    const oidc = { OIDC_CLIENT_ID: "cascade", OIDC_CLIENT_SECRET: "s" };
    const real = { CASCADE_MODE: "production" };
    expect(await refused({ ...real, ...oidc, OIDC_ISSUER: "http://login.example.org" })).toBe(
      "OIDC_ISSUER must begin with https:, unless it is on this machine",
    );
    expect(await refused({ ...real, ...oidc, OIDC_ISSUER: "http://localhost:8080" })).toBe("");
    for (const url of ["http://sms.example.org/send", "ftp://localhost/send", "http://localhost.example.org"])
      expect(await refused({ ...real, SMS_URL: url }), url).toMatch(/^SMS_URL must begin with https:/);
    expect(await refused({ ...real, SMS_URL: "https://sms.example.org/send" })).toBe("");
  });

  it("send mail to another machine over TLS or not at all, unless they say otherwise", async () => {
    const { sendMail } = await import("../../lib/mail/mail");
    const message = { from: "a@example.org", to: "b@example.org", subject: "S", text: "T" };
    const port = new URL(server.url).port;
    // Another name for this machine, which counts as another machine; its server knows no TLS.
    const there = `smtp://0.0.0.0:${port}`;
    const before = server.arrived.length;
    await expect(sendMail(there, message, "1")).rejects.toMatchObject({ code: "ETLS" });
    for (const more of ["tls=always", "ignoreTLS=true", "requireTLS=false"])
      await expect(sendMail(`${there}?${more}`, message, "1"), more).rejects.toMatchObject({ code: "ETLS" });
    expect(server.arrived).toHaveLength(before);
    await sendMail(`${there}?tls=none`, message, "2");
    await sendMail(server.url, message, "3");
    expect(server.arrived).toHaveLength(before + 2);
  });

  it("refuse a file in the place of the folder of backups, and of one above it", async () => {
    const place = join(mkdtempSync(join(tmpdir(), "cascade-backups-")), "here");
    expect(await refused({ BACKUP_DIR: place })).toBe("");
    writeFileSync(place, "x");
    for (const dir of [place, join(place, "backups")])
      expect(await refused({ BACKUP_DIR: dir })).toBe(
        `BACKUP_DIR is to be the folder ${dir}, but ${place} is a file: set another folder. Nothing was changed.`,
      );
  });

  it("refuse a folder into which others may look", async () => {
    chmodSync(folder, 0o755);
    expect(await refused({})).toBe(`${folder} may be read by others: chmod 700 ${folder}, then start again.`);
    chmodSync(folder, 0o700);
    expect(await refused({})).toBe("");
  });
});

describe("the files of the database", () => {
  it("of the demonstration are not served to real people", () => {
    openStore(now);
    sqlite().prepare("INSERT INTO settings VALUES ('demonstration', 'yes')").run();
    const [real, shown] = (["production", "demo"] as const).map((mode) =>
      demonstrationServed({ ...cx(), settings: { ...cx().settings, mode } }),
    );
    sqlite().prepare("DELETE FROM settings WHERE name = 'demonstration'").run();
    closeDatabase();
    expect(real).toMatch(/holds the demonstration, whose accounts and password/);
    expect(shown).toBe(null);
  });

  it("are their owner's alone after a start, whatever they were before, and so is what is made", () => {
    chmodSync(file, 0o644);
    expect(checkFiles(processSettings())).toMatchObject({ wrong: true, says: expect.stringContaining(file) });
    openStore(now);
    sqlite().prepare("INSERT INTO settings VALUES ('x', 'y')").run();
    for (const path of [file, `${file}-wal`, `${file}-shm`, join(folder, "key")])
      expect(statSync(path).mode & 0o777, path).toBe(0o600);
    expect(checkFiles(processSettings()).wrong).toBe(false);
  });
});

describe("npm run check", () => {
  it("says what is wrong with clock, keys, backups, zones and address, and where they are right", () => {
    openStore(now);
    const machine = Date.now();
    expect(checkClock(cx(), folder, machine).wrong).toBe(false);
    utimesSync(file, new Date(), new Date(machine + 3_600_000));
    expect(checkClock(cx(), folder, machine)).toMatchObject({
      wrong: true,
      says: expect.stringMatching(/: set it\.$/),
    });
    utimesSync(file, new Date(), new Date());
    expect(checkKeys(cx()).wrong).toBe(false);
    const production = { ...cx().settings, mode: "production" as const };
    expect(checkBackups(production, machine).wrong).toBe(false);
    expect(checkBackups(production, machine + 3 * 24 * 3_600_000).wrong).toBe(true);
    expect(checkZones(cx(), "x").wrong).toBe(false);
    const at = (publicUrl: string | null, trustsProxy: boolean) =>
      checkAddress({ publicUrl, trustsProxy }, "production").wrong;
    expect(at("https://cascade.example.org", true)).toBe(false);
    expect(at("https://cascade.example.org", false)).toBe(true);
    expect(at("http://cascade.example.org", false)).toBe(true);
    expect(at("http://localhost:3000", false)).toBe(true);
    // What is reached from this machine alone is no service, also behind a proxy.
    expect(at("http://localhost:3000", true)).toBe(true);
    expect(at(null, false)).toBe(true);
  });

  it("is a command that sends a mail where it is asked for, and ends with 1 where something is wrong", async () => {
    closeDatabase();
    const run = async (settings: Record<string, string>, ...words: string[]) => {
      const child = spawn(process.execPath, ["--import", "tsx", "scripts/check.ts", ...words], {
        env: { ...process.env, CASCADE_MODE: "test", PUBLIC_URL: "http://localhost:3000", ...settings },
        stdio: ["ignore", "pipe", "inherit"],
      });
      const [said, [code]] = await Promise.all([text(child.stdout), once(child, "close")]);
      return { said, code };
    };
    const well = await run({ SMTP_URL: server.url }, "--to", "boss@example.org");
    expect(well.said).toMatch(/took a mail to boss@example\.org.*\nAll is well\.\n$/s);
    expect(well.code).toBe(0);
    expect(server.arrived.at(-1)!.to).toBe("boss@example.org");
    const open = await run({ SMTP_URL: `${server.url.replace("127.0.0.1", "0.0.0.0")}?tls=none` });
    expect(open.said).toMatch(
      /WRONG {2}Mail: 0\.0\.0\.0:\d+ is reached without TLS.*WRONG {2}Mail: mail comes from Cascade <cascade@localhost>, which many servers refuse: set MAIL_FROM.*\n2 wrong\.\n$/s,
    );
    const bad = await run({ SMTP_URL: "smtp://127.0.0.1:9", PUBLIC_URL: "https://cascade.example.org" });
    expect(bad.said).toMatch(
      /WRONG {2}Address:.*WRONG {2}Mail: 127\.0\.0\.1:9 does not take mail.*\n2 wrong\.\n$/s,
    );
    expect(bad.code).toBe(1);
  });

  it("finds a damaged database", () => {
    openStore(now);
    const page = sqlite()
      .prepare("SELECT rootpage FROM sqlite_master WHERE name = 'countries'")
      .pluck()
      .get() as number;
    closeDatabase();
    const handle = openSync(file, "r+");
    writeSync(handle, Buffer.alloc(4096, 7), 0, 4096, (page - 1) * 4096);
    closeSync(handle);
    expect(checkDatabase(cx())[0]).toMatchObject({
      wrong: true,
      says: expect.stringMatching(/^it is damaged/),
    });
  });
});

describe("what the system says of files", () => {
  const said = (code: string, path?: string) =>
    troubleOf(Object.assign(new Error("raw"), { code, ...(path ? { path } : {}) }), file);
  it("is said with the path and what to do", () => {
    expect(said("ENOSPC", join(folder, "key"))).toBe(
      `The disk of ${folder} is full: free some room and try again.`,
    );
    expect(isDiskFull({ code: "SQLITE_FULL" })).toBe(true);
    expect(isDiskFull({ code: "SQLITE_IOERR" }, folder)).toBe(false);
    expect(said("SQLITE_FULL")).toContain(`The disk of ${folder} is full`);
    expect(said("EROFS", file)).toContain(`${file} lies on a disk that is read-only`);
    expect(said("SQLITE_IOERR_WRITE")).toContain(`The disk of ${folder} does not read or write`);
    expect(said("SQLITE_CORRUPT")).toContain("npm run restore");
    expect(said("ENOTDIR", folder)).toContain(`${folder} cannot be a folder, for a file lies there`);
    expect(said("EACCES", join(folder, "key"))).toMatch(/key may not be read and written.*ch(mod|own)/);
  });
  const nobody = 65534;
  const mayBeNobody = () =>
    process.getuid?.() === 0 &&
    spawnSync(process.execPath, ["-e", "require('fs').readdirSync('lib')"], { uid: nobody }).status === 0;
  it.skipIf(!mayBeNobody())("is said with the owner to whoever is another user", async () => {
    const own = mkdtempSync(join(tmpdir(), "cascade-nobody-"));
    chownSync(own, nobody, nobody);
    const child = spawn(process.execPath, ["--import", "tsx", "scripts/check.ts"], {
      env: { ...process.env, CASCADE_MODE: "test", TMPDIR: own },
      uid: nobody,
      stdio: ["ignore", "pipe", "inherit"],
    });
    const output = await text(child.stdout);
    expect(output).toMatch(new RegExp(`${folder} belongs to root: give it to the service's own user`));
    expect(output).not.toMatch(/There is no database|unable to open/);
  });
});

describe("npm run admin", () => {
  const run = async (dataDir: string, ...words: string[]) => {
    const child = spawn(process.execPath, [await bundled("scripts/admin.ts"), ...words], {
      env: { ...process.env, DATA_DIR: dataDir },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
    return out + err;
  };
  it("makes no instance in a wrong DATA_DIR, but by --create, for its owner alone", async () => {
    const elsewhere = join(mkdtempSync(join(tmpdir(), "cascade-else-")), "data");
    const answers = await Promise.all([run(elsewhere, "list"), run(elsewhere, "--email", "a@example.org")]);
    for (const answer of answers) expect(answer).toContain(`There is no database ${elsewhere}`);
    expect(existsSync(elsewhere)).toBe(false);
    const made = await run(elsewhere, "--create", "--email", "a@example.org", "--name", "A");
    expect(made).toContain("is an administrator now");
    expect(readdirSync(elsewhere).filter((name) => statSync(join(elsewhere, name)).mode & 0o077)).toEqual([]);
  });
  it("names what is typed wrong, and refuses what contradicts itself", async () => {
    const wrong: [string, RegExp][] = [
      ["--emial a@example.org", /Unknown option '--emial'/],
      ["dissable --email a@example.org", /There is no command dissable/],
      ["--create --email a@example.org", /needs a name/],
      ["--email nobody@example.org --name Nobody", /--create/],
      ["enable --email a@example.org --reset-password", /--reset-password does not go with enable/],
      ["--email a@example.org --phone +962791234567", /Give one --email or one --phone/],
      ["--email a@example.org --email b@example.org", /Give one --email or one --phone/],
    ];
    const answers = await Promise.all(wrong.map(([words]) => run(folder, ...words.split(" "))));
    for (const [i, [words, says]] of wrong.entries()) expect(answers[i], words).toMatch(says);
  });
});
