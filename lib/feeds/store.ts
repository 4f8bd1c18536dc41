import { and, count, eq, getTableName, isNull, max } from "drizzle-orm";
import { hasTable } from "@/db/migrate";
import { feedAddresses } from "@/db/schema/feeds";
import type { Context } from "../acts/context";
import type { FeedAsked } from "./schema";

export type AddressRow = typeof feedAddresses.$inferSelect;

const ofFeed = (accountId: number, { feed, of }: FeedAsked) =>
  and(
    eq(feedAddresses.accountId, accountId),
    eq(feedAddresses.feed, feed),
    of === null ? isNull(feedAddresses.ofId) : eq(feedAddresses.ofId, of),
  );

/** The address whose token has this hash. */
export const addressBy = (cx: Context, tokenHash: string): AddressRow | undefined =>
  cx.db.select().from(feedAddresses).where(eq(feedAddresses.tokenHash, tokenHash)).get();

/** How many addresses of a calendar an account has, and when the last one was made (ms). */
export const addressesOf = (cx: Context, accountId: number, asked: FeedAsked) =>
  cx.db
    .select({ count: count(), lastMadeAt: max(feedAddresses.madeAt) })
    .from(feedAddresses)
    .where(ofFeed(accountId, asked))
    .get()!;

/** Adds an address. */
export function insertAddress(
  cx: Context,
  accountId: number,
  { feed, of }: FeedAsked,
  tokenHash: string,
): void {
  cx.db.insert(feedAddresses).values({ accountId, feed, ofId: of, tokenHash, madeAt: cx.now }).run();
}

/** Takes all addresses of a calendar away that an account has. */
export function deleteAddresses(cx: Context, accountId: number, asked: FeedAsked): void {
  cx.db.delete(feedAddresses).where(ofFeed(accountId, asked)).run();
}

/** Takes all addresses away that an account has, of every calendar: whoever ends what was signed in ends what goes on by itself. */
export function deleteAddressesOf(cx: Context, accountId: number): void {
  cx.db.delete(feedAddresses).where(eq(feedAddresses.accountId, accountId)).run();
}

/** Takes everybody's addresses away, such as those that a backup still has. An older version's database may have no table of them. */
export function deleteAllAddresses(cx: Context): void {
  if (hasTable(cx.db.$client, getTableName(feedAddresses))) cx.db.delete(feedAddresses).run();
}
