import type { Granted, Self } from "../../access/granted";
import { visitor } from "../../access/table";
import type { Context } from "../../acts/context";
import { readPhone } from "../../phone/phone";
import { countriesInUse } from "../../places/queries";
import { isDemonstration } from "../../programmes/queries";
import { rolesOf } from "../../programmes/store/roles";
import { withoutMarks } from "../../text";
import { linkAsks, mostAccounts } from "../rules";
import { signInEndsAt, stayOf } from "../rules/signIns";
import { accountRow, accountsReachedBy, firstAccounts } from "../store";
import { linkRow } from "../store/links";
import { signInsOf } from "../store/signIns";

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

/** The accounts that are meant, those of the countries in use first. */
export function accountsMeant(cx: Context, identifier: Identifier) {
  if (!identifier.local)
    return accountsReachedBy(cx, identifier.email, identifier.phone ? [identifier.phone] : []);
  const rank = (phone: string | null) => identifier.phones.indexOf(phone ?? "");
  return accountsReachedBy(cx, null, identifier.phones)
    .sort((a, b) => rank(a.phone) - rank(b.phone))
    .slice(0, mostAccounts);
}

/**
 * The account of an e-mail address or a phone number, for the operator's command; null where there is none, or a local
 * number fits several.
 */
export function accountOf(
  cx: Context,
  identifier: string,
): { accountId: number; administrator: boolean } | null {
  const [account, another] = accountsMeant(cx, readIdentifier(cx, identifier));
  return account && !another ? { accountId: account.id, administrator: account.isAdministrator } : null;
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
export type OwnSignIn = ReturnType<typeof ownSignIns>[number];

/** What a link that signs in asks of whoever opens it; null where it has been used, replaced, or is too old. */
export function linkOpened(cx: Context, token: string) {
  const link = linkRow(cx, token);
  if (!link || link.usedAt !== null || link.expiresAt < cx.now) return null;
  const account = accountRow(cx, link.accountId);
  return { asks: linkAsks(account?.passwordHash != null, cx.settings.oidc !== null) };
}
export type { AccountPage, ListedAccount } from "./accounts";
export { accountList, accountPage, accountsForOperator } from "./accounts";
