import { sql } from "drizzle-orm";
import { check, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { flag, instant, isDay, isFilled, isJson, json, key, translated } from "./columns";

/** Countries in which courses are held, with what planning needs of them. */
export const countries = sqliteTable(
  "countries",
  {
    /** ISO 3166-1 alpha-2. */
    code: text().primaryKey(),
    /** IANA zone proposed for a new course. */
    zone: text().notNull(),
    /** ISO weekdays not worked, such as [5,6]. */
    weekend: json<number[]>().notNull(),
    /** Last year whose public holidays were put in; those of a year are put in once, so that what is taken out stays out. */
    holidaysUntil: integer(),
    version: integer().notNull().default(1),
  },
  (t) => [isJson("countries_weekend", t.weekend)],
);

/** Public holidays of a country; left out when a timetable is proposed. */
export const holidays = sqliteTable(
  "holidays",
  {
    country: text()
      .notNull()
      .references(() => countries.code),
    day: text().notNull(),
    name: translated().notNull(),
    /** True where the day was computed and the moon decides: it may be a day earlier or later. */
    byMoon: flag().notNull().default(false),
    /** Since when it is taken out, kept so that it can be put back and is not shipped again; null while it holds. */
    removedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.country, t.day] }),
    isDay("holidays_day", t.day),
    isJson("holidays_name", t.name),
  ],
);

export const venues = sqliteTable(
  "venues",
  {
    id: key(),
    name: text().notNull(),
    country: text()
      .notNull()
      .references(() => countries.code),
    place: text().notNull(),
    address: text(),
    stepFree: flag().notNull().default(false),
    /** Since when it is no longer offered for new courses; null while it is. */
    retiredAt: instant(),
    /** Counts changes of the venue and its rooms. */
    version: integer().notNull().default(1),
  },
  (t) => [isFilled("venues_name", t.name)],
);

export const rooms = sqliteTable(
  "rooms",
  {
    id: key(),
    venueId: integer()
      .notNull()
      .references(() => venues.id, { onDelete: "cascade" }),
    name: text().notNull(),
    seats: integer(),
    /** As of a venue. */
    retiredAt: instant(),
  },
  (t) => [
    uniqueIndex("rooms_name").on(t.venueId, t.name),
    check("rooms_seats", sql`${t.seats} is null or ${t.seats} > 0`),
  ],
);
