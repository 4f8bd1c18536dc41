import { sealedAuthenticators } from "../accounts/store/secondSteps";
import type { Context } from "../acts/context";
import { inTransaction } from "../acts/transaction";
import { keyIdOf, seal, sealedWith, unseal } from "../crypto/seal";
import { sealedFacts } from "../people/store/facts";
import type { SealedRow, SealedRows } from "./sealedRows";
import { isTable } from "./store";

/** Every table with sealed values: whoever adds one adds it here, and a change of the key goes over it. */
export const sealedTables: readonly SealedRows[] = [sealedFacts, sealedAuthenticators];

/** So many rows are read, or sealed again in one transaction: a few ms. */
const atOnce = 500;

/** The sealed values of a table in portions. */
export function* portionsOf(cx: Context, table: SealedRows): Generator<SealedRow[]> {
  if (!isTable(cx, table.table)) return;
  for (let after = 0; ; ) {
    const rows = table.next(cx, after, atOnce);
    if (rows.length === 0) return;
    after = rows.at(-1)!.row;
    yield rows;
  }
}

/** True where a value opens with the keys that are here. */
export function opens(cx: Context, { sealed, about }: SealedRow): boolean {
  try {
    unseal(cx.settings.keys, sealed, about);
    return true;
  } catch {
    return false;
  }
}

/** Some sealed value of the database; null where there is none. */
export function someSealed(cx: Context): SealedRow | null {
  for (const table of sealedTables) for (const [row] of portionsOf(cx, table)) return row!;
  return null;
}

/** The id of the key that a value which names none opens with; null where none that is here opens it. */
function openingKey({ settings: { keys } }: Context, { sealed, about }: SealedRow): string | null {
  for (const key of keys)
    try {
      unseal([key], sealed, about);
      return keyIdOf(key);
    } catch {
      // Another one's.
    }
  return null;
}

/** The id of the key that a value needs, also where it names none; null where that one is not known. */
export const neededBy = (cx: Context, one: SealedRow): string | null =>
  sealedWith(one.sealed) ?? openingKey(cx, one);

/**
 * True where a value needs the key of this id. What names no key, and opens with none that is here, counts for each that
 * is missing.
 */
export function isNeeded(cx: Context, id: string): boolean {
  const here = cx.settings.keys.some((key) => keyIdOf(key) === id);
  for (const table of sealedTables)
    for (const rows of portionsOf(cx, table))
      if (rows.some((row) => (neededBy(cx, row) ?? (here ? null : id)) === id)) return true;
  return false;
}

/**
 * Seals with the key in use whatever is sealed with another one, or does not say with which: a portion in a transaction
 * of its own, so that what was done stays where the process is killed.
 * @returns how many values were sealed again.
 * @throws Error where one opens with none of the keys that are here; the others of its portion stay as they were.
 */
export function sealAgain(cx: Context): number {
  const { key, keys } = cx.settings;
  const id = keyIdOf(key);
  let done = 0;
  for (const table of sealedTables)
    for (const rows of portionsOf(cx, table)) {
      const older = rows.filter(({ sealed }) => sealedWith(sealed) !== id);
      if (older.length === 0) continue;
      inTransaction(cx, () => {
        for (const { row, sealed, about } of older)
          table.put(cx, row, seal(key, unseal(keys, sealed, about), about));
      });
      done += older.length;
    }
  return done;
}
