import type { SystemContext } from "../acts/context";
import { inTransaction } from "../acts/transaction";
import { forgetSettingsBelow } from "../settings/store";
import { keepPageChanges } from "./changed";
import { nameOfChange } from "./rules";

/**
 * Notes that what public pages of these tags show was changed, for every process on this file.
 * @param when in ms since the epoch, by the machine's own clock, as the age of a kept page is.
 */
export function notePagesChanged(cx: SystemContext, tags: readonly string[], when: number): void {
  if (tags.length > 0) inTransaction(cx, () => keepPageChanges(cx, tags, when));
}

/** Forgets changes that no kept page is older than. */
export const forgetPageChanges = (cx: SystemContext, before: number): void =>
  inTransaction(cx, () => forgetSettingsBelow(cx, nameOfChange("%"), before));
