import { existsSync } from "node:fs";
import type { SystemContext } from "../acts/context";
import { nextKeyFile, readKeyFile } from "../crypto/keyFiles";
import { keyIdOf, sealedWith } from "../crypto/seal";
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

/** True where a change of the key was begun and not finished: another one is needed still, or the next one lies ready. */
export const isChangeUnfinished = (cx: SystemContext, keys: readonly KeyShown[]): boolean =>
  existsSync(nextKeyFile(cx.settings.keysDir)) || keys.some(({ inUse, sealed }) => !inUse && sealed > 0);

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
