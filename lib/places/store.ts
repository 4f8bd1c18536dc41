import { and, eq, inArray } from "drizzle-orm";
import { countries, holidays, venues } from "@/db/schema/places";
import type { Context } from "../acts/context";

export type VenueRow = typeof venues.$inferSelect;

/** A venue as it is within the open transaction. */
export const venueRow = (cx: Context, venueId: number): VenueRow | undefined =>
  cx.db.select().from(venues).where(eq(venues.id, venueId)).get();

export type CountryRow = typeof countries.$inferSelect;

/** A country with its zone and the weekdays that are not worked. */
export const countryRow = (cx: Context, code: string): CountryRow | undefined =>
  cx.db.select().from(countries).where(eq(countries.code, code)).get();

/** Which of these civil days are public holidays of a country. */
export const holidaysAmong = (cx: Context, country: string, days: readonly string[]): string[] =>
  cx.db
    .select({ day: holidays.day })
    .from(holidays)
    .where(and(eq(holidays.country, country), inArray(holidays.day, [...days])))
    .all()
    .map((holiday) => holiday.day);

/** All public holidays of a country, as civil days. */
export const holidaysOf = (cx: Context, country: string): string[] =>
  cx.db
    .select({ day: holidays.day })
    .from(holidays)
    .where(eq(holidays.country, country))
    .all()
    .map((holiday) => holiday.day);
