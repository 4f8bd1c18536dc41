import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { transact } from "@/db/client";
import { accounts, identities, persons, signInLinks } from "@/db/schema";
import { demand } from "../access/demand";
import { system, visitor } from "../access/rules";
import { change } from "../acts/command";
import type { Context } from "../acts/context";
import { audit } from "../audit/commands";
import { addContactKeys } from "../contacts/commands";
import { hashToken, newToken } from "../crypto/tokens";
import { fault } from "../faults";
import { forgive, startOver, withinLimit } from "../limits/commands";
import { queueMail } from "../messages/tell";
import { namesOf } from "../names/rules";
import { readPhone } from "../phone/phone";
import { countriesInUse } from "../places/queries";
import { fail, failAt, ok, type Result, refuse, refuseAt } from "../result";
import { fold, withoutMarks } from "../text";
import { hashPassword, passwordFits } from "./password";
import { linkOpened } from "./queries";
import { inviteLifetimeMs, linkAsks, linkLifetimeMs, linkLimit, signInLimits } from "./rules";

/** What a session carries of an account. */
export type SignedIn = { accountId: number; sessionVersion: number; language: "en" | "fr" | "ar" };

/** What somebody signs in with: an address or number that is one account's alone, or one that may fit several. */
type Identifier =
  | { local: false; email: string | null; phone: string | null }
  | { local: true; phones: string[] };

/** How many accounts a local number is tried for. */
const mostAccounts = 5;

/** A number with its country's code is the same everywhere; a local one is read as of each country in use. */
function readIdentifier(cx: Context, typed: string): Identifier {
  if (typed.includes("@"))
    return { local: false, email: withoutMarks(typed).trim().toLowerCase(), phone: null };
  const phone = readPhone(typed, "");
  if (phone) return { local: false, email: null, phone };
  const phones = countriesInUse({ ...cx, viewer: visitor }).map((country) => readPhone(typed, country));
  return { local: true, phones: [...new Set(phones)].filter((found) => found !== null) };
}

/** The accounts that are meant, those of the countries in use first. */
function accountsBy(cx: Context, identifier: Identifier) {
  const found = identifier.local
    ? inArray(accounts.phone, identifier.phones)
    : identifier.email
      ? eq(accounts.email, identifier.email)
      : eq(accounts.phone, identifier.phone ?? "");
  const rows = cx.db
    .select({
      id: accounts.id,
      email: accounts.email,
      phone: accounts.phone,
      passwordHash: accounts.passwordHash,
      sessionVersion: accounts.sessionVersion,
      isAdministrator: accounts.isAdministrator,
      language: persons.language,
    })
    .from(accounts)
    .innerJoin(persons, eq(persons.id, accounts.personId))
    .where(found)
    .all();
  const rank = (phone: string | null) => (identifier.local ? identifier.phones.indexOf(phone ?? "") : 0);
  return rows.sort((a, b) => rank(a.phone) - rank(b.phone)).slice(0, mostAccounts);
}

const tooMany = ({ waitMinutes }: { waitMinutes: number }) =>
  fail("tooManyAttempts", { params: { minutes: waitMinutes } });

/**
 * Signs in with e-mail or phone and password. Unknown account and wrong password get the same answer after the same
 * work; attempts are counted by account and by address. A local number that fits several accounts lets in whose password
 * it is; its misses count by number and address, so that nobody is locked out by a namesake of their number.
 */
export async function signIn(
  cx: Context,
  input: { identifier: string; password: string },
  address: string,
): Promise<Result<SignedIn>> {
  const identifier = readIdentifier(cx, input.identifier);
  const found = accountsBy(cx, identifier);
  const addressKey = `sign-in:address:${address}`;
  const byAddress = withinLimit(cx, addressKey, signInLimits.address);
  if (!byAddress.allowed) return tooMany(byAddress);
  const typed = hashToken(fold(input.identifier).replaceAll(" ", ""));
  const limitKey = identifier.local
    ? `sign-in:local:${typed}:${address}`
    : `sign-in:account:${found[0]?.id ?? typed}`;
  const byAccount = withinLimit(cx, limitKey, signInLimits.account);
  if (!byAccount.allowed) return tooMany(byAccount);
  if (identifier.local) {
    const byNumber = withinLimit(cx, `sign-in:local:${typed}`, signInLimits.localNumber);
    if (!byNumber.allowed) return tooMany(byNumber);
  }
  // As many tries as accounts could fit what was typed, whoever has one: the time tells nothing of that.
  const tries = identifier.local ? Math.min(mostAccounts, Math.max(1, identifier.phones.length)) : 1;
  const fitting: typeof found = [];
  for (let i = 0; i < tries; i++) {
    const account = found[i];
    if ((await passwordFits(account?.passwordHash ?? null, input.password)) && account) fitting.push(account);
  }
  const [account, another] = fitting;
  if (!account) return fail("signInWrong");
  if (another) return fail("signInAmbiguous");
  transact(cx.db, () => {
    startOver(cx, limitKey);
    forgive(cx, addressKey);
    cx.db.update(accounts).set({ lastSignInAt: cx.now }).where(eq(accounts.id, account.id)).run();
    audit({ ...cx, viewer: system }, "session.start", "account", account.id);
  });
  return ok({ accountId: account.id, sessionVersion: account.sessionVersion, language: account.language });
}

/** Sends a link that signs in once, where the account has an e-mail address. The answer is the same in any case. */
export function requestLink(
  cx: Context,
  input: { identifier: string },
  address: string,
): Result<{ sent: true }> {
  const limit = withinLimit(cx, `link:address:${address}`, linkLimit);
  if (!limit.allowed) return tooMany(limit);
  // Each link goes to the account's own address: of a local number that fits several, to each.
  for (const { id, email, language } of accountsBy(cx, readIdentifier(cx, input.identifier))) {
    if (!email || !cx.settings.smtpUrl) continue;
    const token = newToken();
    transact(cx.db, () => {
      newLink(cx, id, token, cx.now + linkLifetimeMs, null);
      queueMail(cx, cx.now, {
        to: email,
        language,
        message: "signInLink",
        params: { link: `${cx.settings.publicUrl}/sign-in/link?token=${token}` },
      });
    });
  }
  return ok({ sent: true });
}

/** Keeps a link that signs in once, by its hash. It ends every older one of the account. Within the open transaction. */
export function newLink(
  cx: Context,
  accountId: number,
  token: string,
  expiresAt: number,
  byPersonId: number | null,
): void {
  endLinks(cx, accountId);
  cx.db
    .insert(signInLinks)
    .values({ tokenHash: hashToken(token), accountId, expiresAt, byPersonId })
    .run();
}

/** Ends every link of an account that has not been used. Within the open transaction. */
export function endLinks(cx: Context, accountId: number): void {
  cx.db
    .delete(signInLinks)
    .where(and(eq(signInLinks.accountId, accountId), isNull(signInLinks.usedAt)))
    .run();
}

/**
 * Signs in with such a link; a second use or a late one is refused. Whose account has no password chooses one with it
 * (see `linkAsks`): a link that was used up would else be the last way in.
 */
export async function useLink(
  cx: Context,
  input: { token: string; password?: string | null },
): Promise<Result<SignedIn>> {
  // Only for a link that holds: hashing is work that nobody is to ask for with made-up links.
  if (!linkOpened(cx, input.token)) return fail("linkExpired");
  const passwordHash = input.password ? await hashPassword(input.password) : null;
  return change(cx, () => {
    const link = cx.db
      .select()
      .from(signInLinks)
      .where(eq(signInLinks.tokenHash, hashToken(input.token)))
      .get();
    if (!link || link.usedAt !== null || link.expiresAt < cx.now) refuse("linkExpired");
    cx.db.update(signInLinks).set({ usedAt: cx.now }).where(eq(signInLinks.tokenHash, link.tokenHash)).run();
    cx.db.update(accounts).set({ lastSignInAt: cx.now }).where(eq(accounts.id, link.accountId)).run();
    proveContact(cx, link.accountId, link.byPersonId);
    choosePassword(cx, link.accountId, passwordHash);
    audit({ ...cx, viewer: system }, "session.start", "account", link.accountId, { by: "link" });
    return sessionOf(cx, link.accountId);
  });
}

/**
 * Notes that the contact of an account is its owner's: by a mail that reached it or an issuer that vouches for it, or
 * else on the word of whoever handed the link over, which counts as far as they do. The mail's word stands.
 */
function proveContact(cx: Context, accountId: number, byPersonId: number | null): void {
  const account = cx.db.select().from(accounts).where(eq(accounts.id, accountId)).get();
  if (account?.contactProvenAt && account.contactProvenBy === null) return;
  cx.db
    .update(accounts)
    .set({ contactProvenAt: cx.now, contactProvenBy: byPersonId })
    .where(eq(accounts.id, accountId))
    .run();
}

/** Gives an account that has none the password chosen with a link, and ends its other sessions. */
function choosePassword(cx: Context, accountId: number, passwordHash: string | null): void {
  const account = cx.db.select().from(accounts).where(eq(accounts.id, accountId)).get() ?? refuse("notFound");
  const asks = linkAsks(account.passwordHash !== null, cx.settings.oidc !== null);
  if (asks === "nothing") return;
  if (!passwordHash) {
    if (asks === "password") refuseAt({ password: fault("required") });
    return;
  }
  cx.db
    .update(accounts)
    .set({ passwordHash, sessionVersion: account.sessionVersion + 1 })
    .where(eq(accounts.id, accountId))
    .run();
  audit({ ...cx, viewer: system }, "account.password", "account", accountId, { by: "link" });
}

function sessionOf(cx: Context, accountId: number): SignedIn {
  const row = cx.db
    .select({ accountId: accounts.id, sessionVersion: accounts.sessionVersion, language: persons.language })
    .from(accounts)
    .innerJoin(persons, eq(persons.id, accounts.personId))
    .where(eq(accounts.id, accountId))
    .get();
  return row ?? refuse("notFound");
}

/**
 * Signs in somebody whom an OpenID Connect issuer vouches for: known by issuer and subject, else by an e-mail address
 * that the issuer has verified. Nobody gets an account this way who has none.
 */
export function signInByIdentity(
  cx: Context,
  input: { issuer: string; subject: string; email: string | null; emailVerified: boolean },
): Result<SignedIn> {
  return change(cx, () => {
    const known = cx.db
      .select()
      .from(identities)
      .where(and(eq(identities.issuer, input.issuer), eq(identities.subject, input.subject)))
      .get();
    let accountId = known?.accountId;
    if (!accountId && input.email && input.emailVerified) {
      accountId = cx.db
        .select({ id: accounts.id })
        .from(accounts)
        .where(eq(accounts.email, input.email.toLowerCase()))
        .get()?.id;
      if (accountId)
        cx.db.insert(identities).values({ issuer: input.issuer, subject: input.subject, accountId }).run();
    }
    if (!accountId) refuse("noAccount");
    cx.db.update(accounts).set({ lastSignInAt: cx.now }).where(eq(accounts.id, accountId)).run();
    proveContact(cx, accountId, null);
    audit({ ...cx, viewer: system }, "session.start", "account", accountId, { by: "oidc" });
    return sessionOf(cx, accountId);
  });
}

/** Gives a person the means to sign in. @throws Refusal where another account has that e-mail or phone. */
export function createAccount(
  cx: Context,
  input: {
    personId: number;
    email: string | null;
    phone: string | null;
    passwordHash: string | null;
    isAdministrator?: boolean;
  },
): SignedIn {
  if (!input.email && !input.phone) refuseAt({ phone: fault("contactNeeded") });
  for (const field of ["email", "phone"] as const) {
    const value = input[field];
    if (value && cx.db.select({ id: accounts.id }).from(accounts).where(eq(accounts[field], value)).get())
      refuseAt({ [field]: fault("accountExists") });
  }
  const account = cx.db
    .insert(accounts)
    .values({ ...input, isAdministrator: input.isAdministrator ?? false, createdAt: cx.now })
    .returning({ id: accounts.id })
    .get();
  audit(cx, "account.create", "account", account.id);
  return sessionOf(cx, account.id);
}

/** Changes the viewer's own password and ends all their sessions; the answer starts a new one here. */
export async function changePassword(
  cx: Context,
  input: { current: string; password: string },
): Promise<Result<SignedIn>> {
  const account =
    cx.viewer.accountId === null
      ? undefined
      : cx.db.select().from(accounts).where(eq(accounts.id, cx.viewer.accountId)).get();
  if (!account) return fail("signInNeeded");
  const limit = withinLimit(cx, `password:account:${account.id}`, signInLimits.account);
  if (!limit.allowed) return tooMany(limit);
  if (account.passwordHash !== null && !(await passwordFits(account.passwordHash, input.current)))
    return failAt({ current: fault("passwordWrong") });
  const passwordHash = await hashPassword(input.password);
  return change(cx, () => {
    demand(cx.viewer, "account.own", { self: true });
    cx.db
      .update(accounts)
      .set({ passwordHash, sessionVersion: account.sessionVersion + 1 })
      .where(eq(accounts.id, account.id))
      .run();
    audit(cx, "account.password", "account", account.id);
    return sessionOf(cx, account.id);
  });
}

/** Ends every session of the viewer's account, this one included. */
export function signOutEverywhere(cx: Context, _input: unknown): Result<{ accountId: number }> {
  return change(cx, () => {
    demand(cx.viewer, "account.own", { self: true });
    const account =
      cx.db
        .select()
        .from(accounts)
        .where(eq(accounts.id, cx.viewer.accountId ?? 0))
        .get() ?? refuse("notFound");
    cx.db
      .update(accounts)
      .set({ sessionVersion: account.sessionVersion + 1 })
      .where(eq(accounts.id, account.id))
      .run();
    audit(cx, "account.sign-out-everywhere", "account", account.id);
    return { accountId: account.id };
  });
}

/**
 * Makes a link for somebody to whom it is handed over; it ends every older one. `reset` takes the password away and
 * ends all sessions first, so that the link asks for another. Within the open transaction.
 * @returns the address of the page that signs in.
 */
export function invite(cx: Context, accountId: number, reset: boolean): string {
  const token = newToken();
  if (reset) {
    cx.db
      .update(accounts)
      .set({
        passwordHash: null,
        contactProvenAt: null,
        contactProvenBy: null,
        sessionVersion: sql`${accounts.sessionVersion} + 1`,
      })
      .where(eq(accounts.id, accountId))
      .run();
    audit(cx, "account.reset", "account", accountId);
  }
  newLink(cx, accountId, token, cx.now + inviteLifetimeMs, cx.viewer.personId);
  audit(cx, "account.invite", "account", accountId);
  return `${cx.settings.publicUrl}/sign-in/link?token=${token}`;
}

/** The account of an e-mail address or a phone number, for the operator's command; null where there is none, or a
 *  local number fits several. */
export function accountOf(
  cx: Context,
  identifier: string,
): { accountId: number; administrator: boolean } | null {
  const [account, another] = accountsBy(cx, readIdentifier(cx, identifier));
  return account && !another ? { accountId: account.id, administrator: account.isAdministrator } : null;
}

/** Makes a link for an account that exists: the operator's command. `grant` makes its owner an administrator too. */
export function inviteByOperator(
  cx: Context,
  input: { accountId: number; reset: boolean; grant: boolean },
): Result<{ link: string }> {
  return change(cx, () => {
    if (input.grant) {
      cx.db.update(accounts).set({ isAdministrator: true }).where(eq(accounts.id, input.accountId)).run();
      audit({ ...cx, viewer: system }, "account.administrator", "account", input.accountId);
    }
    return { link: invite({ ...cx, viewer: system }, input.accountId, input.reset) };
  });
}

/** The first administrator, or another one: the operator's command. */
export async function createAdministrator(
  cx: Context,
  input: { name: string; email: string; password: string },
): Promise<Result<{ accountId: number }>> {
  const passwordHash = await hashPassword(input.password);
  return change(cx, () => {
    const person = cx.db
      .insert(persons)
      .values({
        ...namesOf({ name: input.name, latinName: null }, null),
        email: input.email,
        language: "en",
        createdAt: cx.now,
      })
      .returning({ id: persons.id })
      .get();
    addContactKeys(cx, cx.settings.key, person.id, { email: input.email, phone: null });
    return createAccount(
      { ...cx, viewer: system },
      { personId: person.id, email: input.email, phone: null, passwordHash, isAdministrator: true },
    );
  });
}
