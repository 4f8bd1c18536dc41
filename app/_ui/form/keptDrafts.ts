import { withStorage } from "./draft";
import { prefix } from "./draftKey";

/** The forms of an account of which something is kept that is not sent: their keys, without that of the account. */
export function keptDrafts(account: string): string[] {
  const mine = `${prefix}${account} `;
  const kept = (storage: Storage) =>
    Object.keys(storage)
      .filter((key) => key.startsWith(mine))
      .map((key) => key.slice(mine.length));
  return [...(withStorage(true, kept) ?? []), ...(withStorage(false, kept) ?? [])];
}
