import type { Context } from "../acts/context";
import { inTransaction } from "../acts/transaction";
import { forgetSettingsBelow, keepSettings } from "../settings/store";
import { nameOfChange } from "./rules";

/** Pages that are being made while a change is written may show what was before: they are made anew too, in ms. */
const longestWriteMs = 1_000;

/**
 * Notes that what public pages of these tags show was changed, for every process on this file.
 * @param when in ms since the epoch, by the machine's own clock, as the age of a kept page is.
 */
export function notePagesChanged(cx: Context, tags: readonly string[], when: number): void {
  if (tags.length === 0) return;
  inTransaction(cx, () => keepSettings(cx, tags.map(nameOfChange), String(when)));
}

/** Notes what pages an event makes out of date, within its transaction. */
export const pagesChanged = (cx: Context, tags: readonly string[]): void =>
  notePagesChanged(cx, tags, cx.machineNow() + longestWriteMs);

/** Forgets changes that no kept page is older than. */
export const forgetPageChanges = (cx: Context, before: number): void =>
  inTransaction(cx, () => forgetSettingsBelow(cx, nameOfChange("%"), before));
