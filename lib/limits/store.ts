import { eq, lt, sql } from "drizzle-orm";
import { attempts } from "@/db/schema/limits";
import type { Context } from "../acts/context";
import { inTransaction } from "../acts/transaction";

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
