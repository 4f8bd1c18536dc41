import { prefix, withStorage } from "./draft";

/** The forms of an account of which something is kept that is not sent: their keys, without that of the account. */
export function keptDrafts(account: string): string[] {
  const mine = `${prefix}${account} `;
  const kept = (storage: Storage) =>
    Object.keys(storage)
      .filter((key) => key.startsWith(mine))
      .map((key) => key.slice(mine.length));
  return [...(withStorage(true, kept) ?? []), ...(withStorage(false, kept) ?? [])];
}

/** Forgets what is kept of everybody else: whoever uses this browser now has no business with it. */
export function forgetOthersDrafts(account: string): void {
  for (const tab of [true, false])
    withStorage(tab, (storage) => {
      for (const key of Object.keys(storage))
        if (key.startsWith(prefix) && !key.startsWith(`${prefix}${account} `)) storage.removeItem(key);
    });
}
