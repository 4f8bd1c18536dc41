// npm run check: what an operator looks after, in sentences; ends with 1 where something is wrong.
import { parseArgs } from "node:util";
import { createTransport } from "nodemailer";
import { closeDatabase } from "../db/client";
import { system } from "../lib/access/table";
import { contextOf } from "../lib/acts/context";
import { namesThatSetNothing } from "../lib/env/names.mjs";
import { environment, processSettings, type Settings } from "../lib/env/settings";
import { isThisMachine } from "../lib/env/shape";
import { isInTheOpen, mailUrl } from "../lib/mail/mail";
import {
  checkAddress,
  checkBackups,
  checkClock,
  checkDatabase,
  checkDisk,
  checkFiles,
  checkKeys,
  checkZones,
  type Finding,
} from "../lib/store/check";
import { absentDatabase, demonstrationServed, foldersGiven } from "../lib/store/present";
import { troubleOf } from "../lib/store/trouble";
import { olderBuild, readSettingsFile } from "./setup.mjs";

const usage = `Usage:
  npm run check                             looks at everything an operator looks after
  npm run check -- --to you@example.org     and sends a mail there, to see that it arrives`;

let wrong = 0;
function say({ about, wrong: isWrong, says }: Finding): void {
  if (isWrong) wrong += 1;
  process.stdout.write(`${isWrong ? "WRONG" : "ok   "}  ${about}: ${says}\n`);
}

/** Looks at one thing, and says where that cannot be done. */
function look(about: string, check: () => Finding | Finding[]): void {
  try {
    for (const finding of [check()].flat()) say(finding);
  } catch (error) {
    say({ about, wrong: true, says: troubleOf(error) });
  }
}

/** Reaches the mail server, signs in there, and sends a mail where one is asked for. */
async function checkMail(
  { smtpUrl, mailFrom, publicUrl }: Pick<Settings, "smtpUrl" | "mailFrom" | "publicUrl">,
  to?: string,
): Promise<Finding> {
  const about = "Mail";
  if (!smtpUrl)
    return {
      about,
      wrong: to !== undefined,
      says: "SMTP_URL is not set: no mail is sent, and people stand on the list People to tell.",
    };
  const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };
  const { host, hostname } = new URL(smtpUrl);
  if (isInTheOpen(smtpUrl))
    say({ about, wrong: true, says: `${host} is reached without TLS (?tls=none): mail goes in the open.` });
  if (/@localhost\b/.test(mailFrom) && !isThisMachine(hostname))
    say({
      about,
      wrong: true,
      says: `mail comes from ${mailFrom}, which many servers refuse: set MAIL_FROM to an address of yours.`,
    });
  const transport = createTransport(mailUrl(smtpUrl, patience));
  try {
    await transport.verify();
    if (!to) return { about, wrong: false, says: `${host} takes mail. --to you@example.org sends one.` };
    await transport.sendMail({
      from: mailFrom,
      to,
      subject: "Cascade sends mail",
      text: `This mail was sent by npm run check of ${publicUrl}. Nothing has to be done.`,
    });
    return { about, wrong: false, says: `${host} took a mail to ${to}: see whether it arrives.` };
  } catch (error) {
    return { about, wrong: true, says: `${host} does not take mail: ${(error as Error).message}` };
  } finally {
    transport.close();
  }
}

const reached = () => ({
  publicUrl: process.env.PUBLIC_URL || null,
  trustsProxy: Number(process.env.TRUST_PROXY || 0) > 0,
});

/** What can be looked at where there is no database yet, or no longer; nothing is made. */
async function checkBeforeStart(absent: string, to?: string): Promise<void> {
  try {
    const { CASCADE_MODE: mode, SMTP_URL, MAIL_FROM, PUBLIC_URL } = environment();
    say({ about: "Settings", wrong: false, says: `they can all be read; the mode is ${mode}.` });
    look("Address", () => checkAddress(reached(), mode));
    say(await checkMail({ smtpUrl: SMTP_URL ?? null, mailFrom: MAIL_FROM, publicUrl: PUBLIC_URL ?? "" }, to));
  } catch (error) {
    say({ about: "Settings", wrong: true, says: troubleOf(error) });
  }
  say({ about: "Database", wrong: true, says: `${absent} Of a new instance the first start makes it.` });
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { to: { type: "string" } } });
  let absent: string | null;
  try {
    absent = absentDatabase(foldersGiven(), "check");
  } catch (error) {
    return say({ about: "Files", wrong: true, says: troubleOf(error) });
  }
  if (absent) return checkBeforeStart(absent, values.to);
  let settings: Settings;
  try {
    settings = processSettings();
  } catch (error) {
    return say({ about: "Settings", wrong: true, says: troubleOf(error) });
  }
  say({ about: "Settings", wrong: false, says: `they can all be read; the mode is ${settings.mode}.` });
  look("Files", () => checkFiles(settings));
  look("Address", () => checkAddress(reached(), settings.mode));
  const builtBefore = settings.mode === "production" ? olderBuild() : null;
  if (builtBefore) say({ about: "Build", wrong: true, says: builtBefore });
  const now = Date.now();
  look("Database", () => {
    const cx = contextOf(system, now);
    look("Keys", () => checkKeys(cx));
    look("People", () => {
      const shown = demonstrationServed(cx);
      return { about: "People", wrong: shown !== null, says: shown ?? "they are no demonstration's." };
    });
    look("Disk", () => checkDisk(cx));
    look("Backups", () => checkBackups(cx, now));
    look("Clock", () => checkClock(cx, now));
    look("Time zones", () => checkZones(cx, process.versions.tz));
    return checkDatabase(cx);
  });
  say(await checkMail(settings, values.to));
  closeDatabase();
}

async function start(): Promise<void> {
  for (const says of namesThatSetNothing(await readSettingsFile(process.cwd())))
    say({ about: "Settings", wrong: true, says });
  await main();
}

start().then(
  () => {
    process.stdout.write(wrong === 0 ? "All is well.\n" : `${wrong} wrong.\n`);
    process.exitCode = wrong === 0 ? 0 : 1;
  },
  (error: Error & { code?: string }) => {
    process.stderr.write(`${error.code?.startsWith("ERR_PARSE_ARGS") ? usage : troubleOf(error)}\n`);
    process.exitCode = 1;
  },
);
