import {
  and,
  asc,
  desc,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  lte,
  type SQL,
  type SQLWrapper,
  sql,
} from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/sqlite-core";
import { countries, holidays, rooms, venues } from "@/db/schema/places";
import type { Context } from "../acts/context";

export type VenueRow = typeof venues.$inferSelect;
export type RoomRow = typeof rooms.$inferSelect;
export type CountryRow = typeof countries.$inferSelect;
export type HolidayRow = typeof holidays.$inferSelect;

/** A venue as it is within the open transaction. */
export const venueRow = (cx: Context, venueId: number): VenueRow | undefined =>
  cx.db.select().from(venues).where(eq(venues.id, venueId)).get();

/** What every venue is called and where, the retired ones too, by country. */
export const venueNames = (cx: Context) =>
  cx.db
    .select({
      id: venues.id,
      name: venues.name,
      place: venues.place,
      country: venues.country,
      retiredAt: venues.retiredAt,
    })
    .from(venues)
    .orderBy(asc(venues.country), asc(venues.id))
    .all();

/** These venues. */
export const venuesAmong = (cx: Context, ids: readonly number[]): VenueRow[] =>
  cx.db
    .select()
    .from(venues)
    .where(inArray(venues.id, [...ids]))
    .all();

/** True where there is a venue. */
export const someVenue = (cx: Context): boolean =>
  cx.db.select({ id: venues.id }).from(venues).limit(1).get() !== undefined;

/** Puts in a venue; gives its key. */
export const insertVenue = (cx: Context, row: typeof venues.$inferInsert): number =>
  cx.db.insert(venues).values(row).returning({ id: venues.id }).get().id;

/** Changes a venue. */
export function setVenue(cx: Context, venueId: number, row: Partial<VenueRow>): void {
  cx.db.update(venues).set(row).where(eq(venues.id, venueId)).run();
}

/** The rooms of these venues, the retired ones too. */
export const roomsAmong = (cx: Context, venueIds: readonly number[]): RoomRow[] =>
  cx.db
    .select()
    .from(rooms)
    .where(inArray(rooms.venueId, [...venueIds]))
    .orderBy(asc(rooms.id))
    .all();

/** The rooms of a venue, the retired ones too. */
export const roomsOf = (cx: Context, venueId: number): RoomRow[] =>
  cx.db.select().from(rooms).where(eq(rooms.venueId, venueId)).orderBy(asc(rooms.id)).all();

/** True of a room that is no longer offered, or whose venue is not. */
export const isClosed = (cx: Context, room: RoomRow): boolean =>
  room.retiredAt !== null || venueRow(cx, room.venueId)?.retiredAt !== null;

/** True of the venue of a course, and of every other one in its country: its sessions may be there. */
export const isWithin = (
  cx: Context,
  course: { venueId: number | null; country: string },
  venueId: number,
): boolean => venueId === course.venueId || venueRow(cx, venueId)?.country === course.country;

/** A room as it is within the open transaction. */
export const roomRow = (cx: Context, roomId: number): RoomRow | undefined =>
  cx.db.select().from(rooms).where(eq(rooms.id, roomId)).get();

/** Frees the name of a room, for another one to take. */
export function freeRoomName(cx: Context, roomId: number): void {
  cx.db
    .update(rooms)
    .set({ name: sql`'#' || ${rooms.id}` })
    .where(eq(rooms.id, roomId))
    .run();
}

/** Puts in a room. */
export function insertRoom(cx: Context, row: typeof rooms.$inferInsert): void {
  cx.db.insert(rooms).values(row).run();
}

/** Changes a room. */
export function setRoom(cx: Context, roomId: number, row: Partial<RoomRow>): void {
  cx.db.update(rooms).set(row).where(eq(rooms.id, roomId)).run();
}

/** A country by its ISO 3166 code. */
export const countryRow = (cx: Context, code: string): CountryRow | undefined =>
  cx.db.select().from(countries).where(eq(countries.code, code)).get();

/** Every country by its code. */
export const allCountries = (cx: Context): CountryRow[] =>
  cx.db.select().from(countries).orderBy(asc(countries.code)).all();

/** The time zones of these countries, by their codes. */
export const zonesOfCountries = (cx: Context, codes: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    cx.db
      .select({ code: countries.code, zone: countries.zone })
      .from(countries)
      .where(inArray(countries.code, [...codes]))
      .all()
      .map(({ code, zone }) => [code, zone]),
  );

/** Changes a country. */
export function setCountry(cx: Context, code: string, row: Partial<CountryRow>): void {
  cx.db.update(countries).set(row).where(eq(countries.code, code)).run();
}

const ofDay = (country: string, day: string) => and(eq(holidays.country, country), eq(holidays.day, day));
/** Condition: nobody has taken the holiday out. */
const holds = isNull(holidays.removedAt);

/** The holiday of a country on a day. */
export const holidayOn = (cx: Context, country: string, day: string): HolidayRow | undefined =>
  cx.db
    .select()
    .from(holidays)
    .where(and(ofDay(country, day), holds))
    .get();

/** Leaves a day without the holiday that was taken out of it, for another one to be put there. */
export function forgetRemovedHoliday(cx: Context, country: string, day: string): void {
  cx.db
    .delete(holidays)
    .where(and(ofDay(country, day), isNotNull(holidays.removedAt)))
    .run();
}

/** The holidays of a country from a day on, until another one where it is named. */
export const holidaysFrom = (cx: Context, country: string, from: string, until?: string): HolidayRow[] =>
  cx.db
    .select()
    .from(holidays)
    .where(
      and(
        eq(holidays.country, country),
        holds,
        gte(holidays.day, from),
        until === undefined ? undefined : lte(holidays.day, until),
      ),
    )
    .orderBy(asc(holidays.day))
    .all();

/** The holidays of several countries from a day on, the last ones first. */
export const holidaysOfAll = (cx: Context, codes: readonly string[], from: string): HolidayRow[] =>
  cx.db
    .select()
    .from(holidays)
    .where(and(inArray(holidays.country, [...codes]), gte(holidays.day, from), holds))
    .orderBy(desc(holidays.day))
    .all();

/** Enters a holiday. */
export function insertHoliday(cx: Context, row: typeof holidays.$inferInsert): void {
  cx.db.insert(holidays).values(row).run();
}

/** Changes the holiday of a day. */
export function setHoliday(cx: Context, country: string, day: string, row: Partial<HolidayRow>): void {
  cx.db.update(holidays).set(row).where(ofDay(country, day)).run();
}

/** Puts back the holiday that was taken out of a day; false where none was. */
export const putHolidayBack = (cx: Context, country: string, day: string): boolean =>
  cx.db
    .update(holidays)
    .set({ removedAt: null })
    .where(and(ofDay(country, day), isNotNull(holidays.removedAt)))
    .run().changes > 0;

/** Countries in which there are venues. */
export const countriesOfVenues = (cx: Context): string[] =>
  cx.db
    .selectDistinct({ country: venues.country })
    .from(venues)
    .all()
    .map(({ country }) => country);

/** What a room is called. For other stores to join. */
export const roomView = new QueryBuilder({ casing: "snake_case" })
  .select({ roomId: rooms.id, room: rooms.name, roomVenueId: rooms.venueId })
  .from(rooms)
  .as("room");

/** The name of the venue of this key in an outer query; null where it is null. */
export const venueNameOf = (venueId: SQLWrapper): SQL<string | null> =>
  sql`(select called.name from venues as called where called.id = ${venueId})`;

/** The place (town) of the venue of this key in an outer query; null where it is null. */
export const venuePlaceOf = (venueId: SQLWrapper): SQL<string | null> =>
  sql`(select called.place from venues as called where called.id = ${venueId})`;

/** The venue of the room of this key in an outer query; null where it is null. */
export const venueOfRoom = (roomId: SQLWrapper): SQL<number | null> =>
  sql`(select holding.venue_id from rooms as holding where holding.id = ${roomId})`;

/** So many rooms a list offers. */
const mostRooms = 500;

/** The rooms in use of a country's venues in use, by venue. */
export const roomsInCountry = (cx: Context, country: string) =>
  cx.db
    .select({
      ...{ id: rooms.id, name: rooms.name, seats: rooms.seats },
      ...{ venueId: venues.id, venue: venues.name, place: venues.place },
    })
    .from(rooms)
    .innerJoin(venues, eq(venues.id, rooms.venueId))
    .where(and(eq(venues.country, country), isNull(venues.retiredAt), isNull(rooms.retiredAt)))
    .orderBy(asc(venues.name), asc(venues.id), asc(rooms.id))
    .limit(mostRooms)
    .all();
