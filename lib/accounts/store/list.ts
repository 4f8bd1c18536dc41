import { and, desc, eq, gte, inArray, isNotNull, isNull, lt, ne, or, type SQL, sql } from "drizzle-orm";
import { accounts, identities, passkeys, signInLinks } from "@/db/schema/accounts";
import type { Context } from "../../acts/context";
import { personView } from "../../people/store";
import { holdsNow } from "../../programmes/store/roles";
import { takesPasskeys } from "../rules/secondStep";
import type { AccountFilter, AccountState } from "../rules/states";

/** Condition that a link is under way with which the owner of an account has not come yet. */
const invited = (cx: Context): SQL<number> =>
  sql`exists (select 1 from sign_in_links where account_id = ${accounts.id} and used_at is null and expires_at >= ${cx.now})`;

/** Condition that an account has a means of the second step. */
const hasStep = sql<number>`(exists (select 1 from passkeys where account_id = ${accounts.id}) or exists (select 1 from authenticators where account_id = ${accounts.id} and confirmed_at is not null))`;

/** Condition that nobody has shown of a contact of an account that it is theirs. */
const hasUnproven = sql`((${accounts.email} is not null and ${accounts.emailProvenAt} is null) or (${accounts.phone} is not null and ${accounts.phoneProvenAt} is null))`;

/** What the states of `accountState` are by. */
const inState = (cx: Context, state: AccountState): SQL | undefined => {
  if (state === "disabled") return isNotNull(accounts.disabledAt);
  const open = isNull(accounts.disabledAt);
  if (state === "inUse") return and(open, isNotNull(accounts.lastSignInAt));
  return and(
    open,
    isNull(accounts.lastSignInAt),
    state === "invited" ? invited(cx) : sql`not ${invited(cx)}`,
  );
};

/** Condition that an account is among those that a list is narrowed to. */
const fits = (cx: Context, { state, role, programme, step, contact }: AccountFilter): SQL | undefined => {
  const given = role === "administrator" ? null : role;
  return and(
    state === null ? undefined : inState(cx, state),
    role === "administrator" ? eq(accounts.isAdministrator, true) : undefined,
    given === null && programme === null
      ? undefined
      : holdsNow(cx, accounts.personId, { role: given, programmeId: programme }),
    step === null ? undefined : step === "set" ? hasStep : sql`not ${hasStep}`,
    contact === null ? undefined : hasUnproven,
  );
};

const rows = (cx: Context) =>
  cx.db
    .select({
      id: accounts.id,
      personId: accounts.personId,
      name: personView.name,
      latinName: personView.latinName,
      email: accounts.email,
      phone: accounts.phone,
      emailProven: sql<number>`${accounts.emailProvenAt} is not null`.mapWith(Boolean),
      phoneProven: sql<number>`${accounts.phoneProvenAt} is not null`.mapWith(Boolean),
      secondStep: hasStep.mapWith(Boolean),
      administrator: accounts.isAdministrator,
      disabledAt: accounts.disabledAt,
      lastSignInAt: accounts.lastSignInAt,
      createdAt: accounts.createdAt,
      invited: invited(cx).mapWith(Boolean),
    })
    .from(accounts)
    .innerJoin(personView, eq(personView.id, accounts.personId));

/** Accounts from the newest on: so many that were made before this one, of those that fit. */
export const accountsBefore = (
  cx: Context,
  before: number | null,
  most: number,
  filter: AccountFilter | null = null,
) =>
  rows(cx)
    .where(and(before === null ? undefined : lt(accounts.id, before), filter ? fits(cx, filter) : undefined))
    .orderBy(desc(accounts.id))
    .limit(most)
    .all();

/** The accounts of these people, of those that fit. */
export const accountsOfPeople = (cx: Context, personIds: readonly number[], filter: AccountFilter) =>
  personIds.length === 0
    ? []
    : rows(cx)
        .where(and(inArray(accounts.personId, [...personIds]), fits(cx, filter)))
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
