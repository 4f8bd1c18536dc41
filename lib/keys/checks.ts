import type { Context } from "../acts/context";
import { inTransaction } from "../acts/transaction";
import { keyIdOf, proofOf } from "../crypto/seal";
import { isSealedWith, opens, someSealed } from "./sealed";
import { type KeyCheck, keepKey, knownKeys } from "./store";

/** What to do about a key that is not the one. */
const wayOn = "put the right one back from your copy of the keys (README, Keys). Nothing was changed.";

/** The keys that the database knows and that are here. */
const knownHere = (cx: Context): KeyCheck[] =>
  knownKeys(cx).filter(({ id, proof }) =>
    cx.settings.keys.some((key) => keyIdOf(key) === id && proofOf(key) === proof),
  );

/**
 * What is wrong with the keys that are here, as one sentence; null where they are those of the database.
 * A database without a check is from before there were any: it is tried out whether the key opens what is sealed.
 */
export function wrongKey(cx: Context): string | null {
  const known = knownKeys(cx);
  const id = keyIdOf(cx.settings.key);
  if (known.length === 0) {
    const one = someSealed(cx);
    return one && !opens(cx, one)
      ? `The key ${id} does not open what this database holds, so it is another instance's: ${wayOn}`
      : null;
  }
  const here = new Set(knownHere(cx).map((one) => one.id));
  if (here.size === 0)
    return `The key ${id} is not the one of this database, which is ${known.findLast((one) => !one.retiredAt)?.id ?? known.at(-1)!.id}: ${wayOn}`;
  const gone = known.find((one) => !one.retiredAt && !here.has(one.id) && isSealedWith(cx, one.id));
  return gone
    ? `Some of what this database holds is sealed with the key ${gone.id}, which is not here: ${wayOn}`
    : null;
}

/**
 * Refuses keys that are not the database's; the one in use is noted where it is not yet, as in a database from before
 * they were, or in a backup that was made with an earlier one.
 * @throws Error with one sentence that says what to do.
 */
export function requireRightKey(cx: Context): void {
  const wrong = wrongKey(cx);
  if (wrong) throw new Error(wrong);
  const id = keyIdOf(cx.settings.key);
  if (knownKeys(cx).some((one) => one.id === id && !one.retiredAt)) return;
  inTransaction(cx, () => keepKey(cx, cx.settings.key));
}
