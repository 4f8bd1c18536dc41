import type { Granted, OwnSignIn, Self } from "../../access/gate";
import { visitor } from "../../access/table";
import { isAskedForSecondStep } from "../../access/viewer";
import type { Context } from "../../acts/context";
import { inBase32 } from "../../crypto/totp";
import type { PersonRow } from "../../people/store";
import { personNames } from "../../people/store";
import { readPhone } from "../../phone/phone";
import { countriesInUse } from "../../places/queries";
import { isDemonstration } from "../../programmes/queries";
import { rolesOf } from "../../programmes/store/roles";
import { withoutMarks } from "../../text";
import { isCodeOpen, linkAsks } from "../rules";
import {
  appAddress,
  hasMeans,
  isBeingSetUp,
  isConfirmed,
  shownCode,
  takesPasskeys,
} from "../rules/secondStep";
import { signInEndsAt, stayOf } from "../rules/signIns";
import { accountRow, accountRowOf, accountsReachedBy, firstAccounts, type MeantAccount } from "../store";
import { type CodeRow, codesNaming, codesOf } from "../store/codes";
import { hasIdentity, mayRestoreIdentity } from "../store/identities";
import { linkRow } from "../store/links";
import {
  authenticatorRow,
  hadRecoveryCodes,
  passkeysOf,
  recoveryCodesLeft,
  secondStepsOf,
  unsealCodes,
} from "../store/secondSteps";
import { confirmedAt, signInsOf } from "../store/signIns";

/** What somebody signs in with: an address or number that is one account's alone, or one that may fit several. */
export type Identifier =
  | { local: false; email: string | null; phone: string | null }
  | { local: true; phones: string[] };

/** A number with its country's code is the same everywhere; a local one is read as of each country in use. */
export function readIdentifier(cx: Context, typed: string): Identifier {
  if (typed.includes("@"))
    return { local: false, email: withoutMarks(typed).trim().toLowerCase(), phone: null };
  const phone = readPhone(typed, "");
  if (phone) return { local: false, email: null, phone };
  const phones = countriesInUse({ ...cx, viewer: visitor }).map((country) => readPhone(typed, country));
  return { local: true, phones: [...new Set(phones)].filter((found) => found !== null) };
}

/** E-mail address or phones (E.164) that somebody may mean. */
const readAs = (identifier: Identifier) =>
  identifier.local
    ? { email: null, phones: identifier.phones }
    : { email: identifier.email, phones: identifier.phone ? [identifier.phone] : [] };

/** The one-time codes that whoever types this contact may mean: of accounts that have it, and those that name it. */
export function codesMeant(cx: Context, identifier: Identifier): CodeRow[] {
  const accounts = accountsMeant(cx, identifier);
  const found = [
    ...accounts.flatMap(({ id }) => codesOf(cx, id)),
    ...codesNaming(cx, readAs(identifier).phones),
  ];
  return [...new Map(found.map((row) => [row.id, row])).values()];
}

/** True where the owner of this account has proven the contact that was typed. */
export const isProvenFor = (account: MeantAccount, identifier: Identifier): boolean =>
  (!identifier.local && identifier.email ? account.emailProvenAt : account.phoneProvenAt) !== null;

/** The accounts that may be meant: those that have proven the contact, then as the countries in use come, then the older first. */
export function accountsMeant(cx: Context, identifier: Identifier): MeantAccount[] {
  const { email, phones } = readAs(identifier);
  const rank = (account: MeantAccount) =>
    (isProvenFor(account, identifier) ? 0 : phones.length) + phones.indexOf(account.phone ?? "");
  const found = accountsReachedBy(cx, email, phones);
  return email
    ? found.sort((a, b) => Number(isProvenFor(b, identifier)) - Number(isProvenFor(a, identifier)))
    : found.sort((a, b) => rank(a) - rank(b));
}

/**
 * The account of an e-mail address or a phone number, for the operator's command: the one that has proven it, else the only
 * one there is; null where there is none, or several may be meant.
 */
export function accountOf(
  cx: Context,
  identifier: string,
): { accountId: number; administrator: boolean; disabled: boolean } | null {
  const read = readIdentifier(cx, identifier);
  const found = accountsMeant(cx, read);
  const proven = found.filter((account) => isProvenFor(account, read));
  const [account, another] = proven.length > 0 ? proven : found;
  return account && !another
    ? {
        accountId: account.id,
        administrator: account.isAdministrator,
        disabled: account.disabledAt !== null,
      }
    : null;
}

/** The accounts of a demonstration, to sign in with; null where this database holds real data. */
export function demoSignIn(cx: Context) {
  if (!isDemonstration(cx)) return null;
  return firstAccounts(cx, 5).map(({ identifier, personId, administrator }) => {
    const [role = "participant" as const] = rolesOf(cx, personId)
      .map((held) => held.role)
      .sort();
    return { identifier, role: administrator ? ("administrator" as const) : role };
  });
}

/** Where the viewer is signed in, the device used last first; what has run out is left out. */
export function ownSignIns(cx: Context, { accountId }: Granted<Self, "account.own">) {
  const stay = stayOf(cx.viewer);
  return signInsOf(cx, accountId)
    .filter((used) => signInEndsAt(used, stay) > cx.now)
    .map((used) => ({ ...used, here: used.id === cx.viewer.signInId }));
}
export type ListedSignIn = ReturnType<typeof ownSignIns>[number];

/** What a link that signs in asks of whoever opens it; null where it has been used, replaced, or is too old. */
export function linkOpened(cx: Context, token: string) {
  const link = linkRow(cx, token);
  if (!link || link.usedAt !== null || link.expiresAt < cx.now) return null;
  const account = accountRow(cx, link.accountId);
  if (!account) return null;
  return { asks: linkAsks(account, cx.settings.oidc !== null), names: personNames(cx, account.personId) };
}
export { isGuessedFirst } from "../passwordChoice";
export type { AccountPage, ListedAccount } from "./accounts";
export { accountList, accountPage, accountsForOperator } from "./accounts";

/**
 * The second step of somebody's own account: its means, whether it is asked for, and what is to be confirmed before it is
 * changed. `app` is being set up where it has a `secret` to type and an `address` to scan.
 */
export function ownSecondStep(cx: Context, own: Granted<OwnSignIn, "secondStep.setUp">) {
  const { accountId, signInId, halfway } = own;
  const account = accountRow(cx, accountId);
  const means = secondStepsOf(cx, accountId);
  const app = authenticatorRow(cx, accountId);
  // Whoever is halfway and has a means does not come to see the secret of another.
  const begun =
    app && isBeingSetUp(app, confirmedAt(cx, signInId), cx.now) && !(halfway && hasMeans(means))
      ? inBase32(app.secret)
      : null;
  return {
    halfway,
    has: hasMeans(means),
    asked: isAskedForSecondStep(cx),
    app: {
      since: app?.confirmedAt ?? null,
      begun: begun && {
        secret: begun,
        address: appAddress(begun, account?.email ?? account?.phone ?? "", "Cascade"),
      },
    },
    passkeys: passkeysOf(cx, accountId).map(({ id, name, createdAt, lastUsedAt }) => ({
      id,
      name,
      createdAt,
      lastUsedAt,
    })),
    takesPasskeys: takesPasskeys(cx.settings.publicUrl),
    codesLeft: recoveryCodesLeft(cx, accountId),
    /** False until codes were made for the first time: then none is "left", and no older one stops. */
    hadCodes: hadRecoveryCodes(cx, accountId),
    confirmed: isConfirmed(confirmedAt(cx, signInId), cx.now),
    hasPassword: account?.passwordHash != null,
  };
}

/** The recovery codes that came with the first means, as the browser keeps them (`sealed`) and they are shown; null where none wait. */
export const codesToShow = (
  cx: Context,
  { accountId }: Granted<OwnSignIn, "secondStep.setUp">,
  sealed: string | null,
): string[] | null => (sealed && unsealCodes(cx, accountId, sealed)?.map(shownCode)) || null;

export type OwnSecondStep = ReturnType<typeof ownSecondStep>;

/**
 * The second step of somebody else, which an administrator takes away from who lost it: whether there is one, and whether
 * the administrator is asked for their own password first. Null without account.
 */
export function secondStepOf(cx: Context, { id }: Granted<PersonRow, "accounts.edit">) {
  const account = accountRowOf(cx, id);
  return account ? { has: hasMeans(secondStepsOf(cx, account.id)), asks: asksPassword(cx) } : null;
}

/** True where the viewer is asked for their own password before what gives or takes power, or a way in. */
export function asksPassword(cx: Context): boolean {
  const own = cx.viewer.accountId === null ? null : accountRow(cx, cx.viewer.accountId);
  return own?.passwordHash != null && !confirmed(cx);
}

/** True where the viewer showed just now who they are, so that nobody need ask for the password again. */
export const confirmed = (cx: Context): boolean => isConfirmed(confirmedAt(cx, cx.viewer.signInId), cx.now);

/** The phone (E.164) that a code is awaited for; null where none is. */
export const phoneAwaited = (cx: Context, accountId: number): string | null =>
  codesOf(cx, accountId, "prove").find((row) => isCodeOpen(row, cx.now))?.phone ?? null;

/**
 * How one's own contacts stand, for the account's page: which are proven, and the new one that waits for its code, with
 * whether a message brings that.
 */
export function ownContacts(cx: Context, { accountId }: Granted<Self, "account.own">) {
  const { email, phone, emailProvenAt, phoneProvenAt, passwordHash } = accountRow(cx, accountId)!;
  const [code] = codesOf(cx, accountId, "prove").filter((row) => isCodeOpen(row, cx.now));
  const awaited = code?.email ?? code?.phone ?? null;
  const issuerName = cx.settings.oidc?.name ?? "OpenID Connect";
  return {
    email,
    phone,
    emailProven: emailProvenAt !== null,
    phoneProven: phoneProvenAt !== null,
    /** The password is asked for before one of them changes. */
    asksPassword: passwordHash !== null && !confirmed(cx),
    /** The contact that a code is awaited for. */
    awaited,
    /** The issuer that vouches for the account, as it is called; null where none does. */
    issuer: hasIdentity(cx, accountId) ? issuerName : null,
    /** The one that its owner took off and may let in again, while sign-in by it is offered; null where there is none. */
    issuerTakenOff: cx.settings.oidc && mayRestoreIdentity(cx, accountId) ? issuerName : null,
    byMail: cx.settings.smtpUrl !== null,
    bySms: cx.settings.smsUrl !== null,
  };
}
export type OwnContacts = ReturnType<typeof ownContacts>;
