import type { Context } from "../acts/context";
import { keepSettings } from "../settings/store";
import { nameOfChange } from "./rules";

/** Pages that are being made while a change is written may show what was before: they are made anew too, in ms. */
const longestWriteMs = 1_000;

/** Keeps when what public pages of these tags show was changed, by the machine's clock. Within the open transaction. */
export const keepPageChanges = (cx: Context, tags: readonly string[], when: number): void =>
  keepSettings(cx, tags.map(nameOfChange), String(when));

/** Notes what pages an event makes out of date, within its transaction. */
export function pagesChanged(cx: Context, tags: readonly string[]): void {
  if (tags.length > 0) keepPageChanges(cx, tags, cx.machineNow() + longestWriteMs);
}
