import { and, desc, eq, getTableColumns, gte, lt, sql } from "drizzle-orm";
import { attempts, refusals } from "@/db/schema/limits";
import { ownerOfAccount } from "../accounts/store";
import type { Context } from "../acts/context";
import { inTransaction } from "../acts/transaction";
import { personView } from "../people/store";
import type { RefusalKind, Refused } from "./rules";

/** The attempts counted under a key, and since when (an instant); undefined where there were none. */
export const attemptsAt = (cx: Context, key: string): { count: number; since: number } | undefined =>
  cx.db.select().from(attempts).where(eq(attempts.key, key)).get();

/** Keeps under a key what is made of the attempts counted there, in one transaction. */
export function changeAttempts<Next extends { count: number; since: number }>(
  cx: Context,
  key: string,
  next: (kept: { count: number; since: number } | undefined) => Next,
): Next {
  return inTransaction(cx, () => {
    const made = next(attemptsAt(cx, key));
    const { count, since } = made;
    cx.db
      .insert(attempts)
      .values({ key, count, since })
      .onConflictDoUpdate({ target: attempts.key, set: { count, since } })
      .run();
    return made;
  });
}

/** Counts one attempt less under a key. */
export function takeAttemptBack(cx: Context, key: string): void {
  cx.db
    .update(attempts)
    .set({ count: sql`max(0, ${attempts.count} - 1)` })
    .where(eq(attempts.key, key))
    .run();
}

/** Deletes the count of a key. */
export function deleteAttempts(cx: Context, key: string): void {
  cx.db.delete(attempts).where(eq(attempts.key, key)).run();
}

/** Deletes counts that began before an instant. */
export function deleteAttemptsBefore(cx: Context, before: number): void {
  cx.db.delete(attempts).where(lt(attempts.since, before)).run();
}

/** What is written down of refusals since an instant. */
export const refusalsFrom = (cx: Context, from: number) =>
  cx.db
    .select({
      id: refusals.id,
      kind: refusals.kind,
      address: refusals.address,
      accountId: refusals.accountId,
    })
    .from(refusals)
    .where(gte(refusals.at, from))
    .all();

/** Writes down a refusal, with how often. */
export function addRefusal(cx: Context, refused: Refused, count: number): void {
  cx.db
    .insert(refusals)
    .values({ ...refused, at: cx.now, count })
    .run();
}

/** Counts so many more in a row. */
export function countRefusals(cx: Context, id: number, times: number): void {
  cx.db
    .update(refusals)
    .set({ count: sql`${refusals.count} + ${times}` })
    .where(eq(refusals.id, id))
    .run();
}

/** What was refused, the newest first, with the name of whoever was signed in. */
export const refusalsBefore = (cx: Context, kind: RefusalKind | null, before: number | null, limit: number) =>
  cx.db
    .select({ ...getTableColumns(refusals), personName: personView.name })
    .from(refusals)
    .leftJoin(ownerOfAccount, eq(ownerOfAccount.ownedAccountId, refusals.accountId))
    .leftJoin(personView, eq(personView.id, ownerOfAccount.ownerId))
    .where(
      and(
        kind === null ? undefined : eq(refusals.kind, kind),
        before === null ? undefined : lt(refusals.id, before),
      ),
    )
    .orderBy(desc(refusals.id))
    .limit(limit)
    .all();

/** How often each kind was refused. */
export const refusalCounts = (cx: Context): { kind: RefusalKind; times: number }[] =>
  cx.db
    .select({ kind: refusals.kind, times: sql<number>`sum(${refusals.count})` })
    .from(refusals)
    .groupBy(refusals.kind)
    .all();

/** Deletes what was refused before an instant. */
export function deleteRefusalsBefore(cx: Context, before: number): void {
  cx.db.delete(refusals).where(lt(refusals.at, before)).run();
}
