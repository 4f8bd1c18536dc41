import { and, like, lt, sql } from "drizzle-orm";
import { transact } from "@/db/client";
import { settings } from "@/db/schema";
import type { Context } from "../acts/context";
import { machineClock } from "../time/clock";
import { nameOfChange } from "./rules";

/**
 * Notes that what public pages of these tags show was changed, for every process on this file.
 * @param when in ms since the epoch, by the machine's own clock, as the age of a kept page is.
 */
export function notePagesChanged(cx: Context, tags: readonly string[], when: number): void {
  if (tags.length === 0) return;
  const value = String(when);
  transact(cx.db, () =>
    cx.db
      .insert(settings)
      .values(tags.map((tag) => ({ name: nameOfChange(tag), value })))
      .onConflictDoUpdate({ target: settings.name, set: { value } })
      .run(),
  );
}

/** Forgets changes that no kept page is older than. */
export function forgetPageChanges(cx: Context, before: number): void {
  transact(cx.db, () =>
    cx.db
      .delete(settings)
      .where(and(like(settings.name, nameOfChange("%")), lt(sql`cast(${settings.value} as integer)`, before)))
      .run(),
  );
}

/** Pages that are being made while a change is written may show what was before: they are made anew too, in ms. */
const longestWriteMs = 1_000;

/** Notes what pages an event makes out of date, within its transaction, for all processes. */
export function pagesChanged(cx: Context, tags: readonly string[]): void {
  if (tags.length > 0) notePagesChanged(cx, tags, machineClock() + longestWriteMs);
}
