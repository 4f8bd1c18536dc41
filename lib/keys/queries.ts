import type { SystemContext } from "../acts/context";
import { keyIdOf, sealedWith } from "../crypto/seal";
import { portionsOf, sealedTables } from "./sealed";
import { knownKeys } from "./store";

/** A key of the database: whether it is the one in use, whether it is here, and how many values are sealed with it. */
export type KeyShown = {
  id: string;
  inUse: boolean;
  here: boolean;
  since: number;
  retired: boolean;
  sealed: number;
};

/** The keys of the database, and how many sealed values do not say theirs. */
export function keysShown(cx: SystemContext): { keys: KeyShown[]; unsaid: number } {
  const sealed = new Map<string | null, number>();
  for (const table of sealedTables)
    for (const rows of portionsOf(cx, table))
      for (const row of rows) {
        const id = sealedWith(row.sealed);
        sealed.set(id, (sealed.get(id) ?? 0) + 1);
      }
  const here = cx.settings.keys.map(keyIdOf);
  const keys = knownKeys(cx).map(({ id, since, retiredAt }) => ({
    id,
    inUse: id === here[0],
    here: here.includes(id),
    since,
    retired: retiredAt !== null,
    sealed: sealed.get(id) ?? 0,
  }));
  return { keys, unsaid: sealed.get(null) ?? 0 };
}
