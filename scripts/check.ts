// npm run check: what an operator looks after, in sentences; ends with 1 where something is wrong. What cannot be looked at
// is said as well, and the rest goes on.
import { parseArgs } from "node:util";
import { createTransport } from "nodemailer";
import { closeDatabase } from "../db/client";
import { system } from "../lib/access/table";
import { contextOf, type SystemContext } from "../lib/acts/context";
import { namesThatSetNothing } from "../lib/env/names.mjs";
import { environment, processSettings, type Settings, senderOfNone } from "../lib/env/settings";
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
  checkOldKey,
  checkZones,
  type Finding,
} from "../lib/store/check";
import { absentDatabase, demonstrationServed, foldersGiven } from "../lib/store/present";
import { troubleOf } from "../lib/store/trouble";
import { olderBuild, readSettingsFile } from "./setup.mjs";
import { command, isAddress, say as sayLine, stop } from "./terminal";

const usage = `Usage:
  npm run check                             looks at everything an operator looks after
  npm run check -- --to you@example.org     and sends a mail there, to see that it arrives`;

let wrong = 0;
function say({ about, wrong: isWrong, says }: Finding): void {
  if (isWrong) wrong += 1;
  sayLine(`${isWrong ? "WRONG" : "ok   "}  ${about}: ${says}`);
}

/**
 * Looks at one thing; where that cannot be done, says why and goes on.
 * @param unseen what else is not known then.
 */
function tried<Found>(about: string, look: () => Found, unseen = ""): Found | null {
  try {
    return look();
  } catch (error) {
    say({ about, wrong: true, says: troubleOf(error) + unseen });
    return null;
  }
}

/** The same of a check, whose findings are said. */
function look(about: string, check: () => Finding | Finding[]): void {
  for (const finding of [tried(about, check) ?? []].flat()) say(finding);
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

/** The database, opened; null where it does not open, which is said. */
const opened = (): SystemContext | null =>
  tried(
    "Database",
    () => contextOf(system, Date.now()),
    " What is in it, and its keys, could not be looked at.",
  );

/**
 * The data: the database where it opens, and in any case what lies around it.
 * @param settings those that could be read; without them no database is opened.
 */
function lookAtData(settings: Parameters<typeof checkBackups>[0] | Settings): void {
  const now = Date.now();
  const cx = "key" in settings ? opened() : null;
  if (cx) {
    look("Keys", () => [...checkOldKey(cx), checkKeys(cx)]);
    look("People", () => {
      const shown = demonstrationServed(cx);
      return { about: "People", wrong: shown !== null, says: shown ?? "they are no demonstration's." };
    });
  }
  look("Disk", () => checkDisk(settings.dataDir));
  look("Backups", () => checkBackups(settings, now));
  look("Clock", () => checkClock(cx, settings.dataDir, now));
  look("Time zones", () => checkZones(cx, process.versions.tz));
  if (cx) look("Database", () => checkDatabase(cx));
}

/** Everything, in turn; of a database that is not there what can be looked at before the first start, and nothing is made. */
async function lookAtAll(to: string | undefined): Promise<void> {
  const folders = foldersGiven();
  const env = tried("Settings", environment);
  const absent = tried("Files", () => absentDatabase(folders, "check") ?? "");
  const settings = env && absent === "" ? tried("Settings", processSettings) : null;
  if (env && (settings || absent !== ""))
    say({ about: "Settings", wrong: false, says: `they can all be read; the mode is ${env.CASCADE_MODE}.` });
  if (absent === "") look("Files", () => checkFiles(folders));
  if (env) look("Address", () => checkAddress(reached(), env.CASCADE_MODE));
  const builtBefore = env?.CASCADE_MODE === "production" && absent === "" ? olderBuild() : null;
  if (builtBefore) say({ about: "Build", wrong: true, says: builtBefore });
  if (absent === "")
    lookAtData(
      settings ?? {
        ...folders,
        backupsKept: env?.BACKUPS_KEPT ?? 0,
        mode: env?.CASCADE_MODE ?? "production",
      },
    );
  else if (absent)
    say({ about: "Database", wrong: true, says: `${absent} Of a new instance the first start makes it.` });
  if (env)
    say(
      await checkMail(
        {
          smtpUrl: env.SMTP_URL ?? null,
          mailFrom: env.MAIL_FROM ?? senderOfNone,
          publicUrl: settings?.publicUrl ?? env.PUBLIC_URL ?? "",
        },
        to,
      ),
    );
}

async function main(): Promise<void> {
  const { to } = parseArgs({ options: { to: { type: "string" } } }).values;
  if (to !== undefined && !isAddress(to))
    stop(`${to || "Nothing"} is no e-mail address: give one, as in --to you@example.org. Nothing was sent.`);
  for (const says of namesThatSetNothing(await readSettingsFile(process.cwd())))
    say({ about: "Settings", wrong: true, says });
  await lookAtAll(to);
  tried("Database", closeDatabase);
  sayLine(wrong === 0 ? "All is well." : `${wrong} wrong.`);
  process.exitCode = wrong === 0 ? 0 : 1;
}

await command(usage, main);
