// What is killed at random points, and what must hold afterwards.
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { closeDatabase, databaseFile, sqlite } from "../../db/client";
import { migrate } from "../../db/migrate";
import { processSettings } from "../../lib/env/settings";
import { coursesToCertify } from "../../tests/support/certified";
import { mailServer } from "../../tests/support/mail";
import { day, ended, now, opened, registered, value, world } from "../../tests/support/world";
import type { Order } from "./child";
import { acknowledged, ask, count, type End, killedAfter, wrongWithFile } from "./kill";

/** What came of one kind of work: how often it was killed, what was acknowledged, and what was wrong afterwards. */
export type Outcome = { kills: number; acknowledged: number; twice: number; faults: string[] };

/** Kills at so many points; `random` says where each lies, from 0 to 1. */
export type Trial = (points: number, random: () => number) => Promise<Outcome>;

const everywhere = mkdtempSync(join(tmpdir(), "cascade-torture-"));
process.once("exit", () => rmSync(everywhere, { recursive: true, force: true }));
const folderOf = (name: string) => {
  const folder = join(everywhere, name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
};

/** Does something on the database of a folder within this process. */
async function within<Value>(folder: string, work: () => Value | Promise<Value>): Promise<Value> {
  closeDatabase();
  process.env.DATA_DIR = folder;
  try {
    migrate(sqlite(), now);
    return await work();
  } finally {
    closeDatabase();
  }
}

/** Begins anew with a copy of a folder's database. */
function copied(from: string, name: string): string {
  const folder = folderOf(name);
  copyFileSync(databaseFile(from), databaseFile(folder));
  return folder;
}

/** Kills at a random point of the work as long as it takes by itself; a kill that comes too late counts as none. */
async function kill(
  outcome: Outcome,
  span: number,
  random: () => number,
  folder: string,
  order: Order,
  env = {},
): Promise<End> {
  const end = await killedAfter(random() * span, folder, order, env);
  outcome.kills += Number(end.killed);
  outcome.acknowledged += acknowledged(end).length;
  return end;
}

const begun = (): Outcome => ({ kills: 0, acknowledged: 0, twice: 0, faults: [] });

const registration: Trial = async (points, random) => {
  const folder = folderOf("registration");
  const { slug } = await within(folder, () => opened(world(), { capacity: "500" }));
  const outcome = begun();
  const tokens: string[] = [];
  const mail = { SMTP_URL: "smtp://127.0.0.1:9" };
  for (let run = 0; run < points; run++) {
    const order: Order = { what: "registration", slug, run, now: now + run * 1_000 };
    const end = await kill(outcome, 500, random, folder, order, mail);
    tokens.push(...acknowledged(end));
    outcome.faults.push(...wrongWithFile(folder));
    const kept = ask<{ token: string }>(folder, "SELECT token FROM registrations").map(({ token }) => token);
    const lost = tokens.filter((token) => !kept.includes(token)).length;
    const more = kept.length - tokens.length;
    if (lost > 0) outcome.faults.push(`${lost} acknowledged registrations are not there`);
    if (more > outcome.kills) outcome.faults.push(`${more} registrations that nobody sent`);
  }
  const twice =
    "SELECT count(*) AS n FROM (SELECT form_key FROM registrations GROUP BY form_key HAVING count(*) > 1)";
  outcome.twice = count(folder, twice);
  for (const [what, from] of [
    [
      "history",
      "SELECT count(*) AS n FROM registrations r WHERE NOT EXISTS (SELECT 1 FROM registration_changes WHERE registration_id = r.id)",
    ],
    [
      "a row of the log",
      "SELECT count(*) AS n FROM registrations r WHERE NOT EXISTS (SELECT 1 FROM audit_log WHERE subject = 'registration' AND subject_id = r.id)",
    ],
    [
      "mail",
      "SELECT count(*) AS n FROM registrations r WHERE NOT EXISTS (SELECT 1 FROM jobs WHERE topic = 'registration:' || r.id || ':place')",
    ],
    ["a number in order", "SELECT max(number) - count(*) AS n FROM registrations"],
  ] as const) {
    const without = count(folder, from);
    if (without !== 0) outcome.faults.push(`${without} registrations without ${what}`);
  }
  return outcome;
};

/** As many as a course of the tests has places. */
const people = 20;

const certificates: Trial = async (points, random) => {
  const template = folderOf("certificates");
  const { courseId, viewer, at } = await within(template, async () => {
    const w = world();
    const names = Array.from({ length: people }, (_, i) => `Person ${i}`);
    const course = await coursesToCertify(w).running("user", names);
    for (const i of course.people.keys()) course.mark(i, "present", "last");
    const evening = course.at(course.endsOn, "22:00");
    value(ended(w.coordinator, course.courseId, evening));
    return { courseId: course.courseId, viewer: w.coordinator, at: evening };
  });
  const order: Order = { what: "certificates", courseId, viewer, now: at };
  const whole = await killedAfter(null, copied(template, "certificates-whole"), order);
  const outcome = begun();
  const issued = (folder: string) =>
    count(folder, "SELECT count(*) AS n FROM certificates WHERE valid_from IS NOT NULL");
  for (let run = 0; run < points; run++) {
    const folder = copied(template, `certificates-${run}`);
    const end = await kill(outcome, whole.ms * 1.1, random, folder, order);
    outcome.faults.push(...wrongWithFile(folder));
    const there = issued(folder);
    if (there !== 0 && there !== people) outcome.faults.push(`${there} of ${people} certificates`);
    if (acknowledged(end).length > 0 && there !== people)
      outcome.faults.push("an acknowledged batch is not there");
    await killedAfter(null, folder, order);
    if (issued(folder) < people) outcome.faults.push(`${issued(folder)} certificates after another try`);
    outcome.twice +=
      issued(folder) - count(folder, "SELECT count(DISTINCT registration_id) AS n FROM certificates");
    rmSync(folder, { recursive: true });
  }
  return outcome;
};

const mail: Trial = async (points, random) => {
  const folder = folderOf("mail");
  const server = await mailServer();
  // The settings of this process may have been read before there was a server.
  Object.assign(processSettings(), { smtpUrl: server.url });
  const course = await within(folder, () => opened(world(), { capacity: "500" }));
  const outcome = begun();
  let at = now + day;
  const env = () => ({ SMTP_URL: server.url, CASCADE_NOW: new Date(at).toISOString() });
  let queued = 0;
  for (let run = 0; run < points; run++) {
    await within(folder, async () => {
      for (let i = 0; i < 12; i++)
        value(await registered(course.slug, { email: `mail-${queued++}@example.org` }, now + queued));
    });
    await kill(outcome, 250, random, folder, { what: "mail" }, env());
    outcome.faults.push(...wrongWithFile(folder));
    // The lease of whoever was killed runs out.
    at += 180_000;
  }
  await killedAfter(null, folder, { what: "mail" }, env());
  server.close();
  Object.assign(processSettings(), { smtpUrl: null });
  const waiting = count(
    folder,
    "SELECT count(*) AS n FROM jobs WHERE done_at IS NULL OR failure IS NOT NULL",
  );
  if (waiting > 0) outcome.faults.push(`${waiting} mails did not go out`);
  const times = new Map<string, number>();
  for (const { id } of server.arrived) times.set(id, (times.get(id) ?? 0) + 1);
  const reached = new Set(server.arrived.map(({ to }) => to)).size;
  outcome.acknowledged = reached;
  outcome.twice = server.arrived.length - times.size;
  if (reached !== queued || times.size !== queued)
    outcome.faults.push(`${reached} of ${queued} mails arrived`);
  // Whoever is killed between the server's answer and noting it cannot know: one message a kill at most.
  if (outcome.twice > outcome.kills) outcome.faults.push(`${outcome.twice} copies at ${outcome.kills} kills`);
  return outcome;
};

/** What a database has after every start, however the ones before ended. */
function wrongAfterStart(folder: string, whole: string): string[] {
  return ["countries", "holidays", "tools", "modules", "migrations"].flatMap((table) => {
    const [there, right] = [folder, whole].map((of) => count(of, `SELECT count(*) AS n FROM ${table}`));
    return there === right ? [] : [`${there} of ${right} ${table}`];
  });
}

/** Kills starts on a folder as it is made, then starts once more. */
async function starts(
  name: string,
  make: (folder: string) => void,
  points: number,
  random: () => number,
  env: Record<string, string>,
  wrong: (folder: string) => string[],
) {
  const whole = folderOf(`${name}-whole`);
  make(whole);
  const { ms } = await killedAfter(null, whole, { what: "start" }, env);
  const outcome = begun();
  for (let run = 0; run < points; run++) {
    const folder = folderOf(`${name}-${run}`);
    make(folder);
    await kill(outcome, ms, random, folder, { what: "start" }, env);
    await killedAfter(null, folder, { what: "start" }, env);
    outcome.faults.push(...wrongWithFile(folder), ...wrongAfterStart(folder, whole), ...wrong(folder));
    rmSync(folder, { recursive: true });
  }
  return outcome;
}

const migration: Trial = (points, random) => {
  const old = (folder: string) => {
    const database = new Database(databaseFile(folder));
    migrate(database, now, 3);
    database.exec("INSERT INTO countries (code, zone, weekend) VALUES ('JO', 'Asia/Amman', '[5,6]')");
    const person = database.prepare(
      "INSERT INTO persons (name, search, language, created_at, version, fictional) VALUES (?, ?, 'ar', 0, 1, 0)",
    );
    for (let i = 0; i < 200; i++) person.run(`ليلى ${i}`, `ليلي ${i}`);
    database.close();
  };
  return starts("migration", old, points, random, {}, (folder) => {
    const kept = count(folder, "SELECT count(*) AS n FROM persons WHERE sort_name <> ''");
    return kept === 200 ? [] : [`${kept} of 200 people`];
  });
};

const start: Trial = (points, random) =>
  // Keys are made by the start itself.
  starts(
    "start",
    () => {},
    points,
    random,
    { CASCADE_KEY: "", NEXTAUTH_SECRET: "" },
    (folder) =>
      ["key", "auth-secret"].flatMap((name) => {
        const file = join(folder, name);
        const whole = existsSync(file) && /^[0-9a-f]{64}\s*$/.test(readFileSync(file, "utf8"));
        return whole ? [] : [`${name} is not whole`];
      }),
  );

const backup: Trial = async (points, random) => {
  const folder = folderOf("backup");
  await within(folder, async () => {
    const { slug } = opened(world(), { capacity: "500" });
    for (let i = 0; i < 60; i++) value(await registered(slug, {}, now + i));
  });
  const { ms } = await killedAfter(null, folder, { what: "backup" });
  const outcome = begun();
  for (let run = 0; run < points; run++) {
    await kill(outcome, ms, random, folder, { what: "backup" });
    outcome.faults.push(...wrongWithFile(folder));
    for (const name of readdirSync(join(folder, "backups")).filter((file) => file.endsWith(".db"))) {
      const database = new Database(join(folder, "backups", name), { readonly: true });
      const sound = database.pragma("integrity_check", { simple: true });
      const { n } = database.prepare("SELECT count(*) AS n FROM registrations").get() as { n: number };
      if (sound !== "ok" || n !== 60) outcome.faults.push(`${name}: ${sound}, ${n} of 60 registrations`);
      database.close();
      if (run > 0) rmSync(join(folder, "backups", name));
    }
  }
  await killedAfter(null, folder, { what: "backup" });
  return outcome;
};

/** All kinds of work, by name. */
export const trials: Record<string, Trial> = { registration, certificates, mail, migration, start, backup };
