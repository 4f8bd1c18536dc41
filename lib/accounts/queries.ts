import type { Granted, OwnSignIn } from "../access/gate";
import { visitor } from "../access/table";
import { isAskedForSecondStep } from "../access/viewer";
import type { Context } from "../acts/context";
import { inBase32 } from "../crypto/totp";
import type { PersonRow } from "../people/store";
import { readPhone } from "../phone/phone";
import { countriesInUse } from "../places/queries";
import { isDemonstration } from "../programmes/queries";
import { rolesOf } from "../programmes/store/roles";
import { withoutMarks } from "../text";
import { linkAsks, mostAccounts } from "./rules";
import { appAddress, hasMeans, isConfirmed, takesPasskeys } from "./rules/secondStep";
import { accountRow, accountRowOf, accountsReachedBy, firstAccounts } from "./store";
import { linkRow } from "./store/links";
import { authenticatorRow, passkeysOf, recoveryCodesLeft, secondStepsOf } from "./store/secondSteps";
import { confirmedAt } from "./store/signIns";

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

/** What a link that signs in asks of whoever opens it; null where it has been used, replaced, or is too old. */
export function linkOpened(cx: Context, token: string) {
  const link = linkRow(cx, token);
  if (!link || link.usedAt !== null || link.expiresAt < cx.now) return null;
  const account = accountRow(cx, link.accountId);
  return { asks: linkAsks(account?.passwordHash != null, cx.settings.oidc !== null) };
}

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
    app && app.confirmedAt === null && !(halfway && hasMeans(means)) ? inBase32(app.secret) : null;
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
    confirmed: isConfirmed(confirmedAt(cx, signInId), cx.now),
    hasPassword: account?.passwordHash != null,
  };
}

export type OwnSecondStep = ReturnType<typeof ownSecondStep>;

/** Whether somebody's account has a second step, which an administrator takes away from who lost it; null without account. */
export function hasSecondStep(cx: Context, { id }: Granted<PersonRow, "accounts.edit">): boolean | null {
  const account = accountRowOf(cx, id);
  return account ? hasMeans(secondStepsOf(cx, account.id)) : null;
}
