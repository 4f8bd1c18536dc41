import type { Context } from "../acts/context";
import { inTransaction } from "../acts/transaction";
import { countAttempt, type Delay, delayed, type Limit } from "./rules";
import { attemptsAt, changeAttempts, deleteAttempts, takeAttemptBack } from "./store";

/** Counts an attempt at something limited; `allowed` is false where there have been too many. Kept in the database. */
export const withinLimit = (
  cx: Context,
  key: string,
  limit: Limit,
): { allowed: boolean; waitMinutes: number } =>
  changeAttempts(cx, key, (kept) => countAttempt(kept, limit, cx.now));

const dayMs = 24 * 3600_000;

/**
 * How many minutes to wait before another try under a key whose misses make it wait longer and longer; 0 where none is.
 * @param waitAfter how long so many misses in a row make it wait from the last on, in ms.
 */
export function minutesToWait(cx: Context, key: string, waitAfter: (misses: number) => number): number {
  const kept = attemptsAt(cx, key);
  if (!kept || cx.now - kept.since >= dayMs) return 0;
  return Math.max(0, Math.ceil((kept.since + waitAfter(kept.count) - cx.now) / 60_000));
}

/** Counts a miss under such a key; those of a day ago count no more. */
export const countMiss = (cx: Context, key: string): void => {
  changeAttempts(cx, key, (kept) => ({
    count: kept && cx.now - kept.since < dayMs ? kept.count + 1 : 1,
    since: cx.now,
  }));
};

/** Takes back an attempt within a limit that was none: what was right counts against nobody at the same address. */
export const forgive = (cx: Context, key: string): void => takeAttemptBack(cx, key);

/** Begins the count of a key anew. Within the open transaction. */
export const startOver = (cx: Context, key: string): void => deleteAttempts(cx, key);

/** What misses are counted under, and how long they make wait. */
export type Counted = { readonly key: string; readonly delay: Delay };

type Kept = { count: number; since: number };

/** A try that was counted as a miss: what was kept under its key before (undefined: nothing), and since. */
export type Tried = { readonly key: string; readonly before: Kept | undefined; readonly counted: Kept };

/**
 * Counts a try under each of these as a miss, until it is taken back (`takeTryBack`); or under none, where one of them makes
 * it wait. Kept in the database, in one transaction, so that tries at once are counted one after another.
 */
export const mayTry = (
  cx: Context,
  all: readonly Counted[],
): { allowed: boolean; waitMinutes: number; tried: Tried[] } =>
  inTransaction(cx, () => {
    const found = all.map(({ key, delay }) => {
      const before = attemptsAt(cx, key);
      return { key, before, delay, waitMs: delayed(before, delay, cx.now).waitMs };
    });
    const waitMs = Math.max(0, ...found.map((one) => one.waitMs));
    const tried = found
      .filter((one) => waitMs === 0 || one.waitMs > 0)
      .map(({ key, before, delay }) => ({
        key,
        before,
        counted: changeAttempts(cx, key, (kept) => delayed(kept, delay, cx.now)),
      }));
    return { allowed: waitMs === 0, waitMinutes: Math.max(1, Math.ceil(waitMs / 60_000)), tried };
  });

/**
 * Takes a try back that was no miss, as if it had not been: nobody waits for it, and what was kept stands since when it
 * stood. Where somebody missed meanwhile, their miss stays, with its wait. Within the open transaction.
 */
export function takeTryBack(cx: Context, { key, before, counted }: Tried): void {
  const now = attemptsAt(cx, key);
  if (now?.count !== counted.count || now.since !== counted.since) takeAttemptBack(cx, key);
  else if (before) changeAttempts(cx, key, () => before);
  else deleteAttempts(cx, key);
}
