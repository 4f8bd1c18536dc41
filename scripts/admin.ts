// npm run admin: administrators and accounts, for whoever runs the service.
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { parseArgs } from "node:util";
import { closeDatabase, databaseFile } from "../db/client";
import { system } from "../lib/access/table";
import {
  disableAccount,
  enableAccount,
  endSessionsOf,
  giveAdministration,
  takeAdministration,
} from "../lib/accounts/commands";
import { createAdministrator } from "../lib/accounts/commands/administrator";
import { inviteByOperator } from "../lib/accounts/commands/invite";
import { takeSecondStepAwayByOperator } from "../lib/accounts/commands/takeSecondStepAway";
import { accountOf, accountsForOperator } from "../lib/accounts/queries";
import type { AccountState } from "../lib/accounts/rules/states";
import { contextOf, type SystemContext } from "../lib/acts/context";
import messages from "../lib/i18n/messages/en.json";
import { openStore } from "../lib/store/commands";
import { absentDatabase, foldersGiven, lostDatabase } from "../lib/store/present";
import { clock } from "../lib/time/clock";
import { command, isAddress, say, stop } from "./terminal";

const usage = `Usage:
  npm run admin -- --create --email you@example.org --name "Full name"   a new administrator
  npm run admin -- --email you@example.org                               a new link to sign in, for an account that exists
  npm run admin -- --phone +962791234567                                 the same, for an account with a phone number
    --reset-password   takes the forgotten password away and ends all sessions; the link asks for another
    --remove-second-step   takes passkeys, authenticator app and recovery codes away and ends all sessions
    --grant            makes the owner of the account an administrator
  npm run admin -- list                              the administrators; --all: the 200 newest accounts
  npm run admin -- disable --email you@example.org   nobody signs in with the account any more
  npm run admin -- enable --email …                  it is open again
  npm run admin -- end-sessions --email …            signs it out on all devices
  npm run admin -- give-administrator --email …      makes its owner an administrator
  npm run admin -- take-administrator --email …      takes that away again`;

/** What is done to an account that exists, and what is said of it. */
const acts = {
  disable: [disableAccount, "is disabled: nobody signs in with it, and whoever was signed in is out."],
  enable: [enableAccount, "is open again."],
  "end-sessions": [endSessionsOf, "is signed out on all devices, and links made for it no longer work."],
  "give-administrator": [
    giveAdministration,
    "is an administrator's now, and links made for it before no longer work: npm run admin -- --email … makes another.",
  ],
  "take-administrator": [takeAdministration, "is no administrator's any more."],
} as const;

/** What is typed at the terminal, without showing it. */
async function typed(question: string): Promise<string> {
  process.stdout.write(question);
  const output = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output, terminal: true });
  terminal.on("SIGINT", () => stop("\nNothing was changed."));
  const line = await terminal.question("");
  terminal.close();
  process.stdout.write("\n");
  return line;
}

/** The password typed at the terminal or piped in; null where there is neither. */
async function password(): Promise<string | null> {
  let given = "";
  if (process.stdin.isTTY)
    given = await typed("Password (at least 10 characters; empty: a link that asks for one): ");
  else for await (const chunk of process.stdin) given += chunk;
  // A space at either end belongs to it, as it does in the form; only the end of the line that was piped does not.
  return given.replace(/\r?\n$/, "") || null;
}

/**
 * The file that is about to change: the service's own only where this shell knows the service's DATA_DIR.
 * @param makes a new administrator may be the first of a new instance; nothing else makes one.
 */
function sayWhichDatabase(makes: boolean): void {
  const folders = foldersGiven();
  const absent = absentDatabase(folders, "admin …");
  if (absent && (!makes || lostDatabase(folders))) stop(absent);
  say(`Database: ${databaseFile(folders.dataDir)}${absent ? " (not there yet: it is made)" : ""}`);
  if (!process.env.DATA_DIR)
    say("If the service has a DATA_DIR, give it here too: DATA_DIR=… npm run admin …");
}

/** The states of an account in words. */
const states: Record<AccountState, string> = {
  invited: "invited",
  unused: "unused",
  inUse: "in use",
  disabled: "disabled",
};

/** The accounts, a line each: state, what signs in, whose, when last. */
function listAccounts(all: boolean): void {
  const day = (at: number | null) =>
    at === null ? "never signed in" : new Date(at).toISOString().slice(0, 10);
  const accounts = accountsForOperator(contextOf(system, clock()), !all, 200);
  if (accounts.length === 0)
    say(
      all
        ? "There is no account yet."
        : "There is no administrator yet: --create --email … --name … makes one.",
    );
  for (const account of accounts)
    say(
      [
        states[account.state],
        account.administrator ? "administrator" : account.coordinates ? "coordinator" : "",
        account.email ?? account.phone,
        account.name,
        day(account.lastSignInAt),
      ]
        .filter(Boolean)
        .join("  "),
    );
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

/** A link that signs in once, for an account that exists. */
function linkFor(
  account: NonNullable<ReturnType<typeof accountOf>>,
  who: string,
  reset: boolean,
  grant: boolean,
) {
  if (account.disabled)
    stop(
      `The account of ${who} is disabled: enable it first (npm run admin -- enable …). Nothing was changed.`,
    );
  const made = inviteByOperator(contextOf(system, clock()), { accountId: account.accountId, reset, grant });
  if (!made.ok) stop(`${messages.errors[made.fault.code]} Nothing was changed.`);
  say(
    account.administrator || grant
      ? `${who} has an account already, an administrator's.`
      : `${who} has an account already, which is no administrator's: --grant makes it one.`,
  );
  if (reset) say("Its password is taken away, and all its sessions have ended.");
  sayLink(
    "This link signs in once, within 7 days; older links of this account no longer work:",
    made.value.link,
  );
}

function sayLink(sentence: string, link: string): void {
  say(`${sentence}\n${link}`);
  if (!process.env.PUBLIC_URL) say("PUBLIC_URL is not set here: put the service's own address in front.");
}

/** A new administrator, where that is asked for by name: an address that is typed wrong makes nobody one. */
async function create(email: string, name: string): Promise<void> {
  const text = await password();
  if (text !== null && text.length < 10)
    stop("The password needs at least 10 characters. Nothing was changed.");
  const done = await createAdministrator(contextOf(system, clock()), { name, email, password: text });
  if (!done.ok) stop(`${messages.errors[done.fault.code]} Nothing was changed.`);
  say(`${email} is an administrator now.`);
  if (text !== null) {
    say("Start the service with npm start and sign in with that address and password.");
    return;
  }
  const { accountId } = done.value;
  const made = inviteByOperator(contextOf(system, clock()), { accountId, reset: false, grant: false });
  if (!made.ok) stop(messages.errors[made.fault.code]);
  sayLink(
    "Start the service with npm start and open this link, once, within 7 days; it asks for a password:",
    made.value.link,
  );
}

/** Ends with what was typed wrong, and the usage. */
const wrongly = (sentence: string): never => stop(`${sentence} Nothing was changed.\n\n${usage}`);

/** Options that go with a link alone, not with another word. */
const withLinkOnly = ["reset-password", "remove-second-step", "grant", "create"] as const;

const options = {
  email: { type: "string", multiple: true },
  phone: { type: "string", multiple: true },
  name: { type: "string" },
  create: { type: "boolean", default: false },
  all: { type: "boolean", default: false },
  "reset-password": { type: "boolean", default: false },
  "remove-second-step": { type: "boolean", default: false },
  grant: { type: "boolean", default: false },
} as const;

/** Refuses words that contradict each other. */
function requireOneSense(values: ReturnType<typeof typedWords>["values"], verb: string | undefined): void {
  const { email = [], phone = [], name, create: creates, all } = values;
  if (email.length + phone.length > 1)
    wrongly("Give one --email or one --phone: one account is changed at a time.");
  const set = withLinkOnly.filter((option) => values[option]);
  if (verb && set.length > 0) wrongly(`--${set[0]} does not go with ${verb}.`);
  if (all && verb !== "list") wrongly("--all goes with list alone.");
  if (creates && set.length > 1)
    wrongly(`--create does not go with --${set.find((one) => one !== "create")}.`);
  if (creates && phone.length > 0) wrongly("A new administrator is made with --email.");
  if (creates && !name?.trim()) wrongly('A new administrator needs a name: --name "Full name".');
  if (!creates && name !== undefined) wrongly("--name goes with --create alone.");
  if (verb === "list" && email.length + phone.length > 0) wrongly("list takes no address and no number.");
}

const typedWords = () => parseArgs({ allowPositionals: true, options });

/** What was typed after the name of the command. */
function asked() {
  const { values, positionals } = typedWords();
  const [verb, ...more] = positionals;
  if (verb !== undefined && verb !== "list" && !Object.hasOwn(acts, verb))
    wrongly(`There is no command ${verb}.`);
  if (more.length > 0) wrongly(`${more[0]} is one word too many: put what has spaces into quotes.`);
  requireOneSense(values, verb);
  const email = values.email?.[0]?.trim().toLowerCase();
  const who = email ?? values.phone?.[0]?.trim();
  if (verb !== "list" && !who) stop(usage);
  if (email !== undefined && !isAddress(email)) wrongly(`${email} is no e-mail address.`);
  return { ...values, verb: verb as "list" | keyof typeof acts | undefined, email, who: who ?? "" };
}

async function main() {
  // Whatever is made here is its owner's alone.
  process.umask(0o077);
  const { verb, email, who, name, create: creates, all, "reset-password": reset, grant, ...more } = asked();
  sayWhichDatabase(creates);
  openStore(Date.now());
  const account = verb === "list" ? null : accountOf(contextOf(system, clock()), who);
  if (verb === "list") listAccounts(all);
  else if (verb === "give-administrator" && account?.administrator)
    say(`The account of ${who} is an administrator's already. Nothing was changed.`);
  else if (verb && account) {
    const [act, sentence] = acts[verb];
    const done = act(contextOf(system, clock()), { accountId: account.accountId });
    if (!done.ok) stop(`${messages.errors[done.fault.code]} Nothing was changed.`);
    say(`The account of ${who} ${sentence}`);
  } else if (account && creates)
    stop(`${who} has an account already. Nothing was changed; --grant makes it an administrator's.`);
  else if (account) {
    if (more["remove-second-step"]) removeSecondStep(contextOf(system, clock()), account.accountId);
    linkFor(account, who, reset, grant);
  } else if (creates && email && name?.trim() && !verb) await create(email, name.trim());
  else
    stop(
      `There is no account with ${who}. Nothing was changed. A new administrator is made by --create --email ${email ?? "you@example.org"} --name "Full name".`,
    );
  closeDatabase();
}

await command(usage, main);
