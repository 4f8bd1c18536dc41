import { eq } from "drizzle-orm";
import { venues } from "@/db/schema/places";
import type { Context } from "../acts/context";

export type VenueRow = typeof venues.$inferSelect;

/** A venue as it is within the open transaction. */
export const venueRow = (cx: Context, venueId: number): VenueRow | undefined =>
  cx.db.select().from(venues).where(eq(venues.id, venueId)).get();
