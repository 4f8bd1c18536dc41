import { and, asc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/sqlite-core";
import { accounts } from "@/db/schema/accounts";
import type { Context } from "../acts/context";
import { hashToken } from "../crypto/tokens";
import { deleteAddressesOf } from "../feeds/store";
import { personView } from "../people/store";
import { endCodes } from "./store/codes";
import { forgetDevices } from "./store/devices";
import { endLinks } from "./store/links";
import { deleteSignIns } from "./store/signIns";

export type AccountRow = typeof accounts.$inferSelect;

/** An account as it is within the open transaction. */
export const accountRow = (cx: Context, accountId: number): AccountRow | undefined =>
  cx.db.select().from(accounts).where(eq(accounts.id, accountId)).get();

/** The account that somebody signs in with as this person. */
export const accountRowOf = (cx: Context, personId: number): AccountRow | undefined =>
  cx.db.select().from(accounts).where(eq(accounts.personId, personId)).get();

/** How somebody is reached by their account, and when they last signed in. For other stores to join. */
export const contactOfAccount = new QueryBuilder({ casing: "snake_case" })
  .select({
    accountPersonId: accounts.personId,
    accountPhone: accounts.phone,
    accountEmail: accounts.email,
    lastSignInAt: accounts.lastSignInAt,
  })
  .from(accounts)
  .as("account_contact");

/** Whose account is whose. For other stores to join. */
export const ownerOfAccount = new QueryBuilder({ casing: "snake_case" })
  .select({ ownedAccountId: accounts.id, ownerId: accounts.personId })
  .from(accounts)
  .as("account_owner");

/** Whose account this is, where it is not disabled: who somebody is without having signed in. */
export const ownerOf = (cx: Context, accountId: number) =>
  cx.db
    .select({
      accountId: accounts.id,
      personId: personView.id,
      name: personView.name,
      latinName: personView.latinName,
      language: personView.language,
      administrator: accounts.isAdministrator,
    })
    .from(accounts)
    .innerJoin(personView, eq(personView.id, accounts.personId))
    .where(and(eq(accounts.id, accountId), isNull(accounts.disabledAt)))
    .get();

/** Those of these people whose account is disabled. */
export const disabledAmong = (cx: Context, personIds: readonly number[]): number[] =>
  personIds.length === 0
    ? []
    : cx.db
        .select({ personId: accounts.personId })
        .from(accounts)
        .where(and(inArray(accounts.personId, [...personIds]), isNotNull(accounts.disabledAt)))
        .all()
        .map(({ personId }) => personId);

/** What letting somebody in takes of an account, and the language of its owner. */
export const sessionRow = (cx: Context, accountId: number) =>
  cx.db
    .select({ accountId: accounts.id, language: personView.language })
    .from(accounts)
    .innerJoin(personView, eq(personView.id, accounts.personId))
    .where(eq(accounts.id, accountId))
    .get();

/** An account that may be meant by an address or a number, with the language of its owner. */
const meant = {
  id: accounts.id,
  personId: accounts.personId,
  email: accounts.email,
  phone: accounts.phone,
  emailProvenAt: accounts.emailProvenAt,
  phoneProvenAt: accounts.phoneProvenAt,
  passwordHash: accounts.passwordHash,
  disabledAt: accounts.disabledAt,
  lastSignInAt: accounts.lastSignInAt,
  isAdministrator: accounts.isAdministrator,
  name: personView.name,
  language: personView.language,
};

/** The accounts with this e-mail address or one of these phones (E.164), in the order in which they were made. */
export const accountsReachedBy = (cx: Context, email: string | null, phones: readonly string[]) =>
  cx.db
    .select(meant)
    .from(accounts)
    .innerJoin(personView, eq(personView.id, accounts.personId))
    .where(email ? eq(accounts.email, email) : inArray(accounts.phone, [...phones]))
    .orderBy(asc(accounts.id))
    .all();
export type MeantAccount = ReturnType<typeof accountsReachedBy>[number];

/** The account whose owner has proven this e-mail address or phone (E.164) theirs. */
export const accountProven = (cx: Context, field: "email" | "phone", value: string): AccountRow | undefined =>
  cx.db
    .select()
    .from(accounts)
    .where(
      and(
        eq(accounts[field], value),
        isNotNull(field === "email" ? accounts.emailProvenAt : accounts.phoneProvenAt),
      ),
    )
    .get();

/** How many accounts have this e-mail address or phone (E.164) without having proven it. */
export const countUnproven = (cx: Context, field: "email" | "phone", value: string): number =>
  cx.db
    .select({ id: accounts.id })
    .from(accounts)
    .where(
      and(
        eq(accounts[field], value),
        isNull(field === "email" ? accounts.emailProvenAt : accounts.phoneProvenAt),
      ),
    )
    .all().length;

/** True where this person administers this Cascade. */
export const isAdministrator = (cx: Context, personId: number): boolean =>
  accountRowOf(cx, personId)?.isAdministrator === true;

/** The first accounts that were made, with who may sign in by them. */
export const firstAccounts = (cx: Context, most: number) =>
  cx.db
    .select({
      identifier: sql<string>`coalesce(${accounts.email}, ${accounts.phone})`,
      personId: accounts.personId,
      administrator: accounts.isAdministrator,
    })
    .from(accounts)
    .orderBy(asc(accounts.id))
    .limit(most)
    .all();

/** Puts in an account; gives its key. */
export const insertAccount = (cx: Context, row: Omit<typeof accounts.$inferInsert, "createdAt">): number =>
  cx.db
    .insert(accounts)
    .values({ ...row, createdAt: cx.now })
    .returning({ id: accounts.id })
    .get().id;

/** Changes an account. */
export function setAccount(cx: Context, accountId: number, row: Partial<AccountRow>): void {
  cx.db.update(accounts).set(row).where(eq(accounts.id, accountId)).run();
}

/** Ends the links and codes of an account that have not been used, whoever made them, but one person where they are named. */
export function endLinksAndCodes(cx: Context, accountId: number, butBy: number | null = null): void {
  endLinks(cx, accountId, butBy);
  endCodes(cx, accountId, butBy);
}

/**
 * Forgets the devices on which an account is known, such as where a second step was set up that none of them has taken;
 * not the one from which its owner acts.
 */
export function forgetOtherDevices(cx: Context, accountId: number): void {
  const { viewer, browser } = cx;
  const own = viewer.accountId === null || viewer.accountId === accountId;
  forgetDevices(cx, accountId, { but: own && browser.device ? hashToken(browser.device) : null });
}

/**
 * Changes an account and ends all its sign-ins, what its devices are known for, the links and codes that would begin one, and
 * the addresses of its calendars: whoever was signed in may have made one, and it would show where its owner is for ever.
 * @param but the one that goes on, such as the one from which it is done; none where it is null.
 */
export function setAccountAndEndSessions(
  cx: Context,
  accountId: number,
  row: Partial<AccountRow>,
  but: number | null = null,
): void {
  endLinksAndCodes(cx, accountId);
  if (Object.keys(row).length > 0) setAccount(cx, accountId, row);
  deleteSignIns(cx, accountId, but);
  deleteAddressesOf(cx, accountId);
  forgetOtherDevices(cx, accountId);
}
