import { and, eq, gte, inArray, like, lt, sql } from "drizzle-orm";
import { settings } from "@/db/schema/settings";
import type { Context } from "../acts/context";

/** What is kept under a name; null where nothing is. */
export const settingOf = (cx: Context, name: string): string | null =>
  cx.db.select({ value: settings.value }).from(settings).where(eq(settings.name, name)).get()?.value ?? null;

/** Keeps a value under each of these names, instead of what was there. */
export function keepSettings(cx: Context, names: readonly string[], value: string): void {
  cx.db
    .insert(settings)
    .values(names.map((name) => ({ name, value })))
    .onConflictDoUpdate({ target: settings.name, set: { value } })
    .run();
}

const asNumber = sql`cast(${settings.value} as integer)`;

/** True where one of these names has a number of at least so much. */
export const someSettingFrom = (cx: Context, names: readonly string[], least: number): boolean =>
  cx.db
    .select({ name: settings.name })
    .from(settings)
    .where(and(inArray(settings.name, [...names]), gte(asNumber, least)))
    .get() !== undefined;

/** Forgets names like a pattern whose number is below another. */
export function forgetSettingsBelow(cx: Context, pattern: string, least: number): void {
  cx.db
    .delete(settings)
    .where(and(like(settings.name, pattern), lt(asNumber, least)))
    .run();
}
