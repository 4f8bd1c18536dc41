import { and, desc, eq, gte, inArray, isNotNull, isNull, lt, ne, or, type SQL, sql } from "drizzle-orm";
import { accounts, identities, passkeys, signInLinks } from "@/db/schema/accounts";
import type { Context } from "../../acts/context";
import { personView } from "../../people/store";
import { takesPasskeys } from "../rules/secondStep";

/** Condition that a link is under way with which the owner of an account has not come yet. */
const invited = (cx: Context): SQL<number> =>
  sql`exists (select 1 from sign_in_links where account_id = ${accounts.id} and used_at is null and expires_at >= ${cx.now})`;

const rows = (cx: Context) =>
  cx.db
    .select({
      id: accounts.id,
      personId: accounts.personId,
      name: personView.name,
      latinName: personView.latinName,
      email: accounts.email,
      phone: accounts.phone,
      administrator: accounts.isAdministrator,
      disabledAt: accounts.disabledAt,
      lastSignInAt: accounts.lastSignInAt,
      createdAt: accounts.createdAt,
      invited: invited(cx).mapWith(Boolean),
    })
    .from(accounts)
    .innerJoin(personView, eq(personView.id, accounts.personId));

/** Accounts from the newest on: so many that were made before this one. */
export const accountsBefore = (cx: Context, before: number | null, most: number) =>
  rows(cx)
    .where(before === null ? undefined : lt(accounts.id, before))
    .orderBy(desc(accounts.id))
    .limit(most)
    .all();

/** The accounts of these people. */
export const accountsOfPeople = (cx: Context, personIds: readonly number[]) =>
  personIds.length === 0
    ? []
    : rows(cx)
        .where(inArray(accounts.personId, [...personIds]))
        .all();

/** All accounts of administrators, in the order in which they were made; there are few. */
export const administrators = (cx: Context) =>
  rows(cx).where(eq(accounts.isAdministrator, true)).orderBy(accounts.id).all();

/** One of them, as the list shows it. */
export const accountInList = (cx: Context, accountId: number) =>
  rows(cx).where(eq(accounts.id, accountId)).get();

/**
 * True where another administrator than this one can sign in: is not disabled, and has a password, a passkey that is taken
 * here, or an identity at the issuer that is asked.
 */
export function anotherAdministrator(cx: Context, accountId: number): boolean {
  const { oidc, publicUrl } = cx.settings;
  const another = cx.db
    .select({ id: accounts.id })
    .from(accounts)
    .leftJoin(
      identities,
      and(
        eq(identities.accountId, accounts.id),
        eq(identities.issuer, oidc?.issuer ?? ""),
        isNull(identities.refusedAt),
      ),
    )
    .leftJoin(passkeys, eq(passkeys.accountId, accounts.id))
    .where(
      and(
        eq(accounts.isAdministrator, true),
        ne(accounts.id, accountId),
        isNull(accounts.disabledAt),
        or(
          isNotNull(accounts.passwordHash),
          isNotNull(identities.accountId),
          takesPasskeys(publicUrl) ? isNotNull(passkeys.id) : undefined,
        ),
      ),
    )
    .limit(1)
    .get();
  return another !== undefined;
}

/** Until when the newest link of an account holds that nobody has used; null where there is none. */
export const linkHoldsUntil = (cx: Context, accountId: number): number | null =>
  cx.db
    .select({ expiresAt: signInLinks.expiresAt })
    .from(signInLinks)
    .where(
      and(
        eq(signInLinks.accountId, accountId),
        isNull(signInLinks.usedAt),
        gte(signInLinks.expiresAt, cx.now),
      ),
    )
    .get()?.expiresAt ?? null;
