import { prefix, withStorage } from "./draft";

/** How many forms of an account have something kept that is not sent; `of` begins with the account's key. */
export function countDrafts(account: string): number {
  const count = (storage: Storage) =>
    Object.keys(storage).filter((key) => key.startsWith(`${prefix}${account} `)).length;
  return (withStorage(true, count) ?? 0) + (withStorage(false, count) ?? 0);
}
