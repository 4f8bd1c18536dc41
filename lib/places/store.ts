import { eq } from "drizzle-orm";
import { countries, venues } from "@/db/schema/places";
import type { Context } from "../acts/context";

export type VenueRow = typeof venues.$inferSelect;

/** A venue as it is within the open transaction. */
export const venueRow = (cx: Context, venueId: number): VenueRow | undefined =>
  cx.db.select().from(venues).where(eq(venues.id, venueId)).get();

export type CountryRow = typeof countries.$inferSelect;

/** A country by its ISO 3166 code. */
export const countryRow = (cx: Context, code: string): CountryRow | undefined =>
  cx.db.select().from(countries).where(eq(countries.code, code)).get();

/** True where there is a venue. */
export const someVenue = (cx: Context): boolean =>
  cx.db.select({ id: venues.id }).from(venues).limit(1).get() !== undefined;
