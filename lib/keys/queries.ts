import { existsSync } from "node:fs";
import type { SystemContext } from "../acts/context";
import { nextKeyFile, readKeyFile } from "../crypto/keyFiles";
import { keyIdOf, sealedWith } from "../crypto/seal";
import { isFromEarlierBackup } from "./checks";
import { neededBy, portionsOf, sealedTables } from "./sealed";
import { knownKeys } from "./store";

/** A key of the database: whether it is the one in use, whether it is here, and how many values need it. */
export type KeyShown = {
  id: string;
  inUse: boolean;
  /** A change to this one was begun, and it is not in use yet. */
  isNext: boolean;
  here: boolean;
  /** Null where values need it of which the database has noted no key, as after a backup that was never served from. */
  since: number | null;
  retired: boolean;
  /** Values that are sealed with it; what names no key counts for the one that opens it, else for the oldest missing one. */
  sealed: number;
};

/** The id of the key to which a change was begun and does not lie in its place yet; null where there is none. */
function nextKeyId({ settings: { keysDir } }: SystemContext): string | null {
  const digits = readKeyFile(nextKeyFile(keysDir));
  return digits === null ? null : keyIdOf(Buffer.from(digits, "hex"));
}

/**
 * Why the database has need of another key than the one in use: a change of the key that was begun and not finished
 * (also where the next one lies ready), or a backup from before the last change that was brought in. Null where it has none.
 */
export function otherKeyNeeded(cx: SystemContext, keys: readonly KeyShown[]): "change" | "backup" | null {
  if (existsSync(nextKeyFile(cx.settings.keysDir))) return "change";
  if (!keys.some(({ inUse, sealed }) => !inUse && sealed > 0)) return null;
  return isFromEarlierBackup(cx) ? "backup" : "change";
}

/** The keys of the database, and how many sealed values do not say theirs. */
export function keysShown(cx: SystemContext): { keys: KeyShown[]; unsaid: number } {
  const known = knownKeys(cx);
  const here = cx.settings.keys.map(keyIdOf);
  const missing = known.find(({ id }) => !here.includes(id))?.id ?? null;
  const sealed = new Map<string | null, number>();
  let unsaid = 0;
  for (const table of sealedTables)
    for (const rows of portionsOf(cx, table))
      for (const row of rows) {
        if (sealedWith(row.sealed) === null) unsaid += 1;
        const id = neededBy(cx, row) ?? missing;
        sealed.set(id, (sealed.get(id) ?? 0) + 1);
      }
  const next = nextKeyId(cx);
  const unnoted = [...sealed.keys()].filter((id) => id !== null && known.every((key) => key.id !== id));
  const all = [...known, ...unnoted.map((id) => ({ id: id!, since: null, retiredAt: null }))];
  const keys = all.map(({ id, since, retiredAt }) => ({
    id,
    inUse: id === here[0],
    isNext: id === next,
    here: here.includes(id),
    since,
    retired: retiredAt !== null,
    sealed: sealed.get(id) ?? 0,
  }));
  return { keys, unsaid };
}

/**
 * What there is to say of a CASCADE_OLD_KEY that does nothing, as one sentence; null where it is needed, or none is given.
 * By itself it changes no key.
 */
export function idleOldKey(cx: SystemContext): string | null {
  const { oldKey, key } = cx.settings;
  if (!oldKey) return null;
  const [old, id] = [keyIdOf(oldKey), keyIdOf(key)];
  const known = knownKeys(cx);
  const noted = known.find((one) => one.id === old);
  const change =
    "to change the key, set CASCADE_KEY to the new one as well and run npm run keys -- rotate with the service stopped; else leave it out.";
  if (old === id) return `CASCADE_OLD_KEY is the key in use itself, so nothing was changed: ${change}`;
  if (noted && !noted.retiredAt) return null;
  if (noted)
    return `CASCADE_OLD_KEY (${old}) is needed by nothing in this database any more: leave it out, and keep the key for as long as backups from before its change.`;
  return known.length === 0
    ? null
    : `CASCADE_OLD_KEY (${old}) is no key of this database, whose key is ${id}, so nothing was changed: ${change}`;
}
