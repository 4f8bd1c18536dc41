import { prefix } from "./draftKey";

/** Forgets what is kept of everybody else: whoever uses this browser now has no business with it. Comes with every page of the desk. */
export function forgetOthersDrafts(account: number): void {
  try {
    for (const storage of [localStorage, sessionStorage])
      for (const key of Object.keys(storage))
        if (key.startsWith(prefix) && !key.startsWith(`${prefix}${account} `)) storage.removeItem(key);
  } catch {
    // A browser without storage keeps nothing.
  }
}
