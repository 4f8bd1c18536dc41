import type { Granted, Reach, Self } from "../access/gate";
import type { Context } from "../acts/context";
import { coursesAtVenue } from "../courses/store";
import type { Translated } from "../i18n/rules";
import { inOrderOfNames } from "../names/rules";
import { countriesOfPersons, personRow } from "../people/store";
import { countriesOfProgrammes } from "../programmes/store";
import { countriesOfThese } from "../programmes/store/countries";
import { weekday } from "../time/civil";
import { countInRooms } from "../timetable/store/taken";
import { samePlaces } from "./rules";
import {
  allCountries,
  type CountryRow,
  countriesOfVenues,
  countryRow,
  type HolidayRow,
  holidaysFrom,
  holidaysOfAll,
  type RoomRow,
  roomsAmong,
  roomsInCountry,
  roomsOf,
  type VenueRow,
  venueNames,
  venuesAmong,
} from "./store";

export type { HolidayRow } from "./store";

/** How many countries in use are told apart from the others. */
const mostInUse = 60;

/** Countries in which there are programmes, venues or people; those of programmes first, at most 60. */
export function countriesInUse(cx: Context): string[] {
  const others = [...countriesOfVenues(cx), ...countriesOfPersons(cx)].sort();
  return [...new Set([...countriesOfProgrammes(cx).sort(), ...others])].slice(0, mostInUse);
}

export type CountryChoices = { inUse: string[]; others: string[] };

/** The countries of a form's list: those in use, and the others. */
export function countryChoices(cx: Context): CountryChoices {
  const inUse = countriesInUse(cx);
  return {
    inUse,
    others: countryList(cx)
      .map((c) => c.code)
      .filter((code) => !inUse.includes(code)),
  };
}

/** The countries whose venues the viewer keeps: those of their programmes; all for an administrator. */
export function countriesKept(cx: Context, { programmes }: Granted<Reach, "venues.edit">): CountryChoices {
  return programmes === "all"
    ? countryChoices(cx)
    : { inUse: countriesOfThese(cx, programmes).sort(), others: [] };
}

/** A country with zone, weekend and the holidays from a day on; null where there is none of that code. */
export function countryDetail(cx: Context, code: string, from: string) {
  const country = countryRow(cx, code);
  return country ? { ...country, holidays: holidaysFrom(cx, code, from) } : null;
}

/** Countries with zone and weekend. */
export const countryList = (cx: Context): CountryRow[] => allCountries(cx);

/** The time zone in which somebody reads instants: that of their country; UTC where none is known. */
export const ownZone = (cx: Context, { personId }: Granted<Self, "account.own">): string =>
  countryRow(cx, personRow(cx, personId)?.country ?? "")?.zone ?? "UTC";

/** What every venue is called and where, the retired ones too; by country and name. */
export const venueList = (cx: Context) =>
  inOrderOfNames(venueNames(cx)).sort((a, b) => (a.country < b.country ? -1 : Number(a.country > b.country)));

/** These venues of a list with their rooms, in its order. */
export function venuesWithRooms(cx: Context, list: readonly { id: number }[]) {
  const ids = list.map(({ id }) => id);
  const rooms = roomsAmong(cx, ids);
  const venues = new Map(venuesAmong(cx, ids).map((venue) => [venue.id, venue]));
  return ids.map((id) => ({ ...venues.get(id)!, rooms: rooms.filter((r) => r.venueId === id) }));
}

/** A venue with its rooms, the number of its courses, and of the sessions to come in its rooms, of which some may be closed. */
export function venueDetail(cx: Context, venue: Granted<VenueRow, "venues.edit">) {
  const rooms = roomsOf(cx, venue.id);
  const toCome = (of: readonly RoomRow[]) =>
    countInRooms(
      cx,
      of.map(({ id }) => id),
      cx.now,
    );
  return {
    ...venue,
    rooms,
    courses: coursesAtVenue(cx, venue.id),
    toCome: toCome(rooms),
    toComeInClosed: toCome(
      venue.retiredAt === null ? rooms.filter((room) => room.retiredAt !== null) : rooms,
    ),
  };
}

/** The rooms of the venue of a course, the retired ones too; none where it has no venue. */
export const roomsFor = (cx: Context, { venueId }: { venueId: number | null }) =>
  venueId === null ? [] : roomsOf(cx, venueId);

/** A course as its venues and rooms are looked for: its own venue, its country, and what its place is called. */
type Placed = { venueId: number | null; country: string; place: Translated };

/** What is at the place of a course first; of the rest it is said where it is (`town`). */
function nearestFirst<At extends { place: string }>({ country, place }: Placed, found: readonly At[]) {
  const places = [place, ...found.map((at): Translated => ({ own: "en", en: at.place }))];
  const [here, ...same] = samePlaces(places.map((of) => ({ country, place: of })));
  const all = found.map((at, nth) => ({ ...at, town: same[nth] === here ? null : at.place }));
  return [...all.filter(({ town }) => town === null), ...all.filter(({ town }) => town !== null)];
}

/** The rooms in use of other venues of the country of a course, each with its venue: a session may be there. */
export const roomsElsewhere = (cx: Context, course: Placed) =>
  nearestFirst(
    course,
    roomsInCountry(cx, course.country).filter((room) => room.venueId !== course.venueId),
  );

/**
 * The rooms that all sessions of a course without one may be given at once; null where none is at its place: in a village
 * without a room nobody means those of a town for everything.
 */
export function roomsToGive(cx: Context, course: Placed) {
  const [own, elsewhere] = [roomsFor(cx, course), roomsElsewhere(cx, course)];
  const here = own.some(({ retiredAt }) => retiredAt === null) || elsewhere.some(({ town }) => town === null);
  return here ? { own, elsewhere } : null;
}

/** The venues in use of the country of a course, but for its own: a group of it may have its place there. */
export const venuesElsewhere = (cx: Context, course: Placed) =>
  nearestFirst(
    course,
    inOrderOfNames(
      venueNames(cx).filter(
        (v) => v.country === course.country && v.id !== course.venueId && v.retiredAt === null,
      ),
    ),
  );

/** Public holidays of a country from a day to another. */
export const holidaysIn = (cx: Context, country: string, from: string, to: string): HolidayRow[] =>
  holidaysFrom(cx, country, from, to);

/** The next holiday of each of these countries, today's too. */
export const nextHolidays = (cx: Context, codes: readonly string[], today: string): Map<string, HolidayRow> =>
  new Map(holidaysOfAll(cx, codes, today).map((row) => [row.country, row]));

/** The holidays of several countries from a day to another. */
export const holidaysAmong = (
  cx: Context,
  codes: readonly string[],
  from: string,
  to: string,
): HolidayRow[] => holidaysOfAll(cx, codes, from).filter(({ day }) => day <= to);

/** What of a country's calendar a timetable goes by: its weekend, and days that are holidays. */
export const calendarOf = (
  cx: Context,
  country: string,
): { weekend: readonly number[]; free: Set<string> } => ({
  weekend: countryRow(cx, country)!.weekend,
  free: new Set(holidaysFrom(cx, country, "").map((h) => h.day)),
});

/** Of these days, those on which nobody works in a country, and whether a holiday is why. */
export function daysNotWorked(cx: Context, country: string, days: readonly string[]) {
  const weekend = countryRow(cx, country)?.weekend;
  const sorted = [...new Set(days)].sort();
  const free = new Set(holidaysFrom(cx, country, sorted[0] ?? "", sorted.at(-1)).map((h) => h.day));
  return [...new Set(days)]
    .map((day) => ({ day, holiday: free.has(day) }))
    .filter(({ day, holiday }) => holiday || weekend?.includes(weekday(day)));
}
