import { join } from "node:path";
import type { Context } from "../acts/context";
import { inTransaction } from "../acts/transaction";
import { readKeyFile } from "../crypto/keyFiles";
import { keyIdOf, proofOf } from "../crypto/seal";
import { keepSettings, settingOf } from "../settings/store";
import { isNeeded, opens, someSealed } from "./sealed";
import { type KeyCheck, keepKey, knownKeys } from "./store";

/** What to do about a key that is not the one. */
const wayOn = "put the right one back from your copy of the keys (README, Keys). Nothing was changed.";

/** The keys that the database knows and that are here. */
const knownHere = (cx: Context): KeyCheck[] =>
  knownKeys(cx).filter(({ id, proof }) =>
    cx.settings.keys.some((key) => keyIdOf(key) === id && proofOf(key) === proof),
  );

/** True where a change of the key put this one aside, so that another may be in use in its place. */
function isPutAside({ settings }: Context, { id, proof }: KeyCheck): boolean {
  const digits = readKeyFile(join(settings.keysDir, `key-${id}`));
  return digits !== null && proofOf(Buffer.from(digits, "hex")) === proof;
}

/**
 * What is wrong with the keys that are here, as one sentence; null where they are those of the database.
 * A database without a check is from before there were any: it is tried out whether the key opens what is sealed.
 * @param mayChange the key in use may be one that the database does not know, if only its own is here too.
 */
export function wrongKey(cx: Context, mayChange = false): string | null {
  const known = knownKeys(cx);
  const id = keyIdOf(cx.settings.key);
  if (known.length === 0) {
    const one = someSealed(cx);
    return one && !opens(cx, one)
      ? `The key ${id} does not open what this database holds, so it is another instance's: ${wayOn}`
      : null;
  }
  const here = new Set(knownHere(cx).map((one) => one.id));
  if (here.size === 0) {
    const own = known.findLast((one) => !one.retiredAt)?.id ?? known.at(-1)!.id;
    return `The key ${id} is not the one of this database, which is ${own}: put that one beside it as key-${own}, where ${id} came after it, else put it in its place; both from your copy of the keys (README, Keys). Nothing was changed.`;
  }
  const own = known.filter((one) => !one.retiredAt);
  if (!mayChange && !known.some((one) => one.id === id) && !own.some((one) => isPutAside(cx, one)))
    return `The key ${id} is not the one of this database, which is ${own.at(-1)?.id ?? known.at(-1)!.id} and is here too: leave out CASCADE_KEY, or, where ${id} is to take its place, run npm run keys -- rotate. Nothing was changed.`;
  const gone = known.find((one) => !one.retiredAt && !here.has(one.id) && isNeeded(cx, one.id));
  return gone
    ? `Some of what this database holds is sealed with the key ${gone.id}, which is not here: ${wayOn}`
    : null;
}

/**
 * Refuses keys that are not the database's; the one in use is noted where it is not yet, as in a database from before
 * they were, or in a backup that was made with an earlier one.
 * @param mayChange as for `wrongKey`.
 * @throws Error with one sentence that says what to do.
 */
export function requireRightKey(cx: Context, mayChange = false): void {
  const wrong = wrongKey(cx, mayChange);
  if (wrong) throw new Error(wrong);
  const id = keyIdOf(cx.settings.key);
  if (knownKeys(cx).some((one) => one.id === id && !one.retiredAt)) return;
  const restored = isFromEarlierBackup(cx);
  inTransaction(cx, () => {
    keepKey(cx, cx.settings.key);
    if (restored) keepSettings(cx, [broughtIn], id);
  });
}

/** Under this name the database notes with which key in use a backup from before the change to it was brought in. */
const broughtIn = "backupBefore";

/**
 * True for a database that a backup brought in from before the change to the key in use: the key was put in place here
 * without it. What is sealed in it needs the earlier one, and no change of the key was broken off.
 */
export function isFromEarlierBackup(cx: Context): boolean {
  const id = keyIdOf(cx.settings.key);
  const known = knownKeys(cx);
  if (known.some((one) => one.id === id)) return settingOf(cx, broughtIn) === id;
  return known.some((one) => !one.retiredAt && isPutAside(cx, one));
}
