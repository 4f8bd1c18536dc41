import { existsSync, renameSync } from "node:fs";
import { join } from "node:path";
import { endAllCodes } from "../accounts/store/restored";
import type { SystemContext } from "../acts/context";
import { inTransaction } from "../acts/transaction";
import { keyFileOrNew, nextKeyFile, syncFolder, writeKeyFile } from "../crypto/keyFiles";
import { keyIdOf } from "../crypto/seal";
import { fillNames } from "../store/names";
import { isNeeded, opens, portionsOf, sealAgain, sealedTables } from "./sealed";
import { keepKey, knownKeys, retireKey } from "./store";

/** What a change of the key came to. */
export type Rotated = {
  /** The key in use now. */
  id: string;
  /** `made`: a new key; `finished`: one that was begun earlier, or given by the environment. */
  by: "made" | "finished";
  /** How many values were sealed again. */
  sealed: number;
  /** How many one-time codes were under way, and are over now. */
  codes: number;
  /** Keys with which nothing is sealed any more; backups from before may be. */
  retired: readonly string[];
};

/** The context in which another key is the one in use. */
const withKey = (cx: SystemContext, key: Buffer): SystemContext => ({
  ...cx,
  settings: { ...cx.settings, key, keys: [key, ...cx.settings.keys.filter((one) => !one.equals(key))] },
});

/** Keys that are noted as in use beside the one that is. */
const unfinished = (cx: SystemContext) =>
  knownKeys(cx).filter(({ id, retiredAt }) => retiredAt === null && id !== keyIdOf(cx.settings.key));

/**
 * Puts a new key in the place of the one in use. At whatever moment it is killed, all keys that something is sealed with
 * are there: the next one gets its name when the database knows it, the earlier one stays under its id.
 */
function nextKey(cx: SystemContext): SystemContext {
  const { key, keysDir } = cx.settings;
  const file = join(keysDir, "key");
  const next = Buffer.from(keyFileOrNew(nextKeyFile(keysDir)), "hex");
  writeKeyFile(join(keysDir, `key-${keyIdOf(key)}`), key.toString("hex"));
  inTransaction(cx, () => keepKey(cx, next));
  renameSync(nextKeyFile(keysDir), file);
  syncFolder(keysDir);
  return withKey(cx, next);
}

/**
 * Changes the key: makes a new one, or finishes a change that was begun (killed, or by another CASCADE_KEY), seals
 * everything again, makes anew by what contacts are found, and ends the one-time codes that the former one was needed for. Nobody else may work on the database meanwhile.
 * @param inFile the key in use lies in a file, which may be replaced.
 */
export function changeKey(cx: SystemContext, inFile: boolean): Rotated {
  const begun = inFile && existsSync(nextKeyFile(cx.settings.keysDir));
  const makes = inFile && (begun || unfinished(cx).length === 0);
  const now = makes ? nextKey(cx) : cx;
  inTransaction(now, () => keepKey(now, now.settings.key));
  const codes = inTransaction(now, () => endAllCodes(now));
  const sealed = sealAgain(now);
  fillNames(now);
  const retired = unfinished(now)
    .map(({ id }) => id)
    .filter((id) => !isNeeded(now, id));
  inTransaction(now, () => {
    for (const id of retired) retireKey(now, id);
  });
  const by = makes && !begun ? "made" : "finished";
  return { id: keyIdOf(now.settings.key), by, sealed, codes, retired };
}

/** What opening every sealed value of a table came to; `shut` are the rows of those that open with no key that is here. */
export type Verified = { name: string; opened: number; shut: readonly number[] };

/** Opens every sealed value of the database. */
export const verifySealed = (cx: SystemContext): Verified[] =>
  sealedTables.map((table) => {
    let opened = 0;
    const shut: number[] = [];
    for (const rows of portionsOf(cx, table))
      for (const row of rows) {
        if (opens(cx, row)) opened += 1;
        else shut.push(row.row);
      }
    return { name: table.name, opened, shut };
  });
