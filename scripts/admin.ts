// npm run admin: the first administrator, or another one; a new link for an account that exists.
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { parseArgs } from "node:util";
import env from "@next/env";
import { closeDatabase, databaseFile } from "../db/client";
import { system } from "../lib/access/table";
import { createAdministrator } from "../lib/accounts/commands/administrator";
import { inviteByOperator } from "../lib/accounts/commands/invite";
import { takeSecondStepAwayByOperator } from "../lib/accounts/commands/takeSecondStepAway";
import { accountOf } from "../lib/accounts/queries";
import { contextOf, type SystemContext } from "../lib/acts/context";
import en from "../lib/i18n/messages/en.json" with { type: "json" };
import { openStore } from "../lib/store/commands";
import { clock } from "../lib/time/clock";

const usage = `Usage:
  npm run admin -- --email you@example.org --name "Full name"    a new administrator
  npm run admin -- --email you@example.org                       a new link to sign in, for an account that exists
  npm run admin -- --phone +962791234567                         the same, for an account with a phone number
    --reset-password   takes the forgotten password away and ends all sessions; the link asks for another
    --remove-second-step   takes passkeys, authenticator app and recovery codes away and ends all sessions
    --grant            makes the owner of the account an administrator`;

const say = (text: string) => process.stdout.write(`${text}\n`);

function stop(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** What is typed at the terminal, without showing it. */
async function typed(question: string): Promise<string> {
  process.stdout.write(question);
  const output = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output, terminal: true });
  terminal.on("SIGINT", () => stop("\nNothing was changed."));
  const line = await terminal.question("");
  terminal.close();
  process.stdout.write("\n");
  return line.trim();
}

/** The password typed at the terminal or piped in; a made one where there is neither. */
async function password(): Promise<{ text: string; made: boolean }> {
  let given = "";
  if (process.stdin.isTTY) given = await typed("Password (at least 10 characters; empty: one is made): ");
  else for await (const chunk of process.stdin) given += chunk;
  given = given.trim();
  return given ? { text: given, made: false } : { text: randomBytes(12).toString("base64url"), made: true };
}

/** The file that is about to change: the service's own only where this shell knows the service's DATA_DIR. */
function sayWhichDatabase(): void {
  const file = databaseFile(resolve(process.env.DATA_DIR || "data"));
  say(`Database: ${file}${existsSync(file) ? "" : " (not there yet: it is made)"}`);
  if (!process.env.DATA_DIR)
    say("If the service has a DATA_DIR, give it here too: DATA_DIR=… npm run admin …");
}

/** Takes the second step of an account away, and says so; goes on where there is none. */
function removeSecondStep(cx: SystemContext, accountId: number): void {
  const gone = takeSecondStepAwayByOperator(cx, accountId);
  say(
    gone.ok
      ? "Its second step is taken away, and all its sessions have ended."
      : "It has no second step: nothing to take away.",
  );
}

async function main() {
  const { values } = parseArgs({
    options: {
      email: { type: "string" },
      phone: { type: "string" },
      name: { type: "string" },
      "reset-password": { type: "boolean", default: false },
      "remove-second-step": { type: "boolean", default: false },
      grant: { type: "boolean", default: false },
    },
  });
  const email = values.email?.trim().toLowerCase();
  const identifier = email ?? values.phone?.trim();
  if (!identifier || (email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))) stop(usage);
  sayWhichDatabase();
  const now = Date.now();
  openStore(now);
  const account = accountOf(contextOf(system, clock()), identifier);
  if (account) {
    const { "reset-password": reset, grant } = values;
    if (values["remove-second-step"]) removeSecondStep(contextOf(system, now), account.accountId);
    const made = inviteByOperator(contextOf(system, now), { accountId: account.accountId, reset, grant });
    if (!made.ok) stop("The account is gone. Nothing was changed.");
    say(
      account.administrator || grant
        ? `${identifier} has an account already, an administrator's.`
        : `${identifier} has an account already, which is no administrator's: --grant makes it one.`,
    );
    if (reset) say("Its password is taken away, and all its sessions have ended.");
    say(
      `This link signs in once, within 7 days; older links of this account no longer work:\n${made.value.link}`,
    );
    if (!process.env.PUBLIC_URL) say("PUBLIC_URL is not set here: put the service's own address in front.");
  } else {
    if (!email || values["reset-password"])
      stop(`There is no account with ${identifier}. Nothing was changed.`);
    const { text, made: ours } = await password();
    if (text.length < 10) stop("The password needs at least 10 characters. Nothing was changed.");
    const made = await createAdministrator(contextOf(system, now), {
      name: values.name?.trim() || email,
      email,
      password: text,
    });
    if (!made.ok) stop(`${en.errors.passwordGuessable} Nothing was changed.`);
    say(`${email} is an administrator now.${ours ? ` Password: ${text}` : ""}`);
    say("Start the service with npm start and sign in with that address and password.");
  }
  closeDatabase();
}

env.loadEnvConfig(process.cwd(), false, { info() {}, error: console.error });
main().catch((error: Error) =>
  stop(/ERR_PARSE_ARGS/.test(String((error as { code?: string }).code)) ? usage : error.message),
);
