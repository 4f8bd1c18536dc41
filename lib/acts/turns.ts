import { setTimeout as pause } from "node:timers/promises";
import { asksForLock } from "@/db/client";
import type { Context } from "./context";

/** Somebody else held the lock on writing for so long that waiting ended. Nothing was written. */
export class StillBusy extends Error {
  constructor() {
    super("the database is being written to by somebody else");
  }
}

/** True for what is said where somebody else holds the lock on writing: SQLite itself, or after waiting in vain. */
export const isBusy = (error: unknown): boolean =>
  error instanceof StillBusy || String((error as { code?: unknown } | null)?.code).startsWith("SQLITE_BUSY");

/** How long a request waits for its turn to write, in ms: shorter than a reader's patience or a proxy's. */
const patienceMs = 5_000;
/** How long whoever is first in line waits before asking again whether the lock is free, in ms: longer each time, up to this. */
const longestPauseMs = 25;

/** Writes that wait for their turn, in the order in which they came; one of them asks for the lock at a time. */
const line: { last: Promise<unknown>; length: number } = { last: Promise.resolve(), length: 0 };

/** Asks for the lock until it is free or patience ends; what is then done may still find it taken, and asks on. */
async function inTurn<Value>(cx: Context, work: () => Value, until: number): Promise<Value> {
  for (let pauseMs = 3; ; pauseMs = Math.min(longestPauseMs, pauseMs * 2)) {
    try {
      if (asksForLock(cx.db)) return work();
    } catch (error) {
      if (!isBusy(error)) throw error;
    }
    if (performance.now() >= until) throw new StillBusy();
    await pause(pauseMs);
  }
}

/** Does a write once it is first in line and the lock is free. */
async function inLine<Value>(cx: Context, work: () => Value, until: number): Promise<Value> {
  line.length += 1;
  const turn = line.last.then(() => inTurn(cx, work, until));
  line.last = turn.then(
    () => {},
    () => {},
  );
  try {
    return await turn;
  } finally {
    line.length -= 1;
  }
}

/**
 * Does what writes, and where somebody else holds the lock on writing, waits for it outside of the thread, so that reads
 * go on. `work` is one transaction: where it was refused the lock it wrote nothing, so that doing it again writes nothing twice.
 * @param patience how long to wait, in ms.
 * @throws StillBusy where that was in vain.
 */
export async function whenFree<Value>(
  cx: Context,
  work: () => Value,
  patience: number = patienceMs,
): Promise<Value> {
  if (line.length === 0)
    try {
      if (asksForLock(cx.db)) return work();
    } catch (error) {
      if (!isBusy(error) || error instanceof StillBusy) throw error;
    }
  return inLine(cx, work, performance.now() + patience);
}

/**
 * Does what waits for other things too, and where its first write found the lock taken, all of it again once that is free.
 * Its later writes wait in their turn by themselves.
 * @throws StillBusy where the lock stays taken for so long that waiting ends.
 */
export async function againWhenFree<Value>(cx: Context, work: () => Promise<Value>): Promise<Value> {
  const until = performance.now() + patienceMs;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error) || error instanceof StillBusy) throw error;
      if (performance.now() >= until) throw new StillBusy();
    }
    await inLine(cx, () => undefined, until);
  }
}

/** Does a write that may be left out, such as counting a look; null where somebody else holds the lock at this moment. */
export function unlessBusy<Value>(cx: Context, work: () => Value): Value | null {
  try {
    return asksForLock(cx.db) ? work() : null;
  } catch (error) {
    if (isBusy(error)) return null;
    throw error;
  }
}
