import { and, desc, eq, notInArray, sql } from "drizzle-orm";
import type * as z from "zod/mini";
import {
  auditLog,
  countries,
  courses,
  holidays,
  programmeCountries,
  programmes,
  rooms,
  venues,
} from "@/db/schema";
import { demand, demandAnywhere } from "../access/demand";
import { change } from "../acts/command";
import type { Context } from "../acts/context";
import { audit } from "../audit/commands";
import { eachLanguage } from "../fields";
import { edited, type Locale, locales, sameOr, type Translated } from "../i18n/rules";
import { displayPhone, normalisePhone } from "../phone/phone";
import { type Result, refuse } from "../result";
import {
  countriesOf,
  type countrySchema,
  type holidayEditSchema,
  type holidayRemovalSchema,
  type holidaySchema,
  type ProgrammeInput,
  type programmeEditSchema,
  type RoomRow,
  type venueEditSchema,
  type venueRetirementSchema,
  type venueSchema,
} from "./schema";

/** A text in the languages given; it goes on belonging to the language it was written in first, if that is left. */
function inLanguages(texts: Record<Locale, string | null>, before: Translated | undefined): Translated {
  const filled = locales.filter((locale) => texts[locale]);
  const own = before && texts[before.own] ? before.own : (filled[0] ?? "en");
  const said: Translated = { own };
  for (const locale of filled) said[locale] = texts[locale] ?? undefined;
  return sameOr(before ?? null, said);
}

/** The phone of a programme's contact, as people dial it; read in the programme's first country where it is local. */
function contactPhone(typed: string | null, countryCodes: readonly string[]): string | null {
  if (typed === null) return null;
  const phone =
    countryCodes.map((code) => normalisePhone(typed, code)).find((found) => found !== null) ??
    refuse("invalid", { fields: { contactPhone: "phoneInvalid" } });
  return displayPhone(phone);
}

function columnsOf(cx: Context, input: ProgrammeInput, kept: typeof programmes.$inferSelect | null) {
  const same = cx.db
    .select({ id: programmes.id })
    .from(programmes)
    .where(eq(programmes.code, input.code))
    .get();
  if (same && same.id !== kept?.id) refuse("invalid", { fields: { code: "codeTaken" } });
  const known = new Set(
    cx.db
      .select({ code: countries.code })
      .from(countries)
      .all()
      .map((c) => c.code),
  );
  if (countriesOf(input).some((c) => !known.has(c))) refuse("invalid", { fields: { countries: "choose" } });
  return {
    code: input.code,
    title: inLanguages({ en: input.titleEn, fr: input.titleFr, ar: input.titleAr }, kept?.title),
    donor: input.donor,
    partners: input.partners,
    startsOn: input.startsOn,
    endsOn: input.endsOn,
    issuer: inLanguages({ en: input.issuerEn, fr: input.issuerFr, ar: input.issuerAr }, kept?.issuer),
    contactName: input.contactName,
    contactPhone: contactPhone(input.contactPhone, countriesOf(input)),
    contactEmail: input.contactEmail,
    approvesWorkshops: input.approvesWorkshops === "yes",
  };
}

function putCountries(cx: Context, programmeId: number, codes: string[]) {
  const others = notInArray(programmeCountries.country, codes);
  cx.db
    .delete(programmeCountries)
    .where(and(eq(programmeCountries.programmeId, programmeId), others))
    .run();
  for (const country of codes)
    cx.db.insert(programmeCountries).values({ programmeId, country }).onConflictDoNothing().run();
}

/** Adds a programme. */
export function createProgramme(cx: Context, input: ProgrammeInput): Result<{ programmeId: number }> {
  return change(cx, () => {
    demand(cx.viewer, "programmes.create", {});
    const { id } = cx.db
      .insert(programmes)
      .values({ ...columnsOf(cx, input, null), createdAt: cx.now })
      .returning({ id: programmes.id })
      .get();
    putCountries(cx, id, countriesOf(input));
    audit(cx, "programme.create", "programme", id);
    return { programmeId: id };
  });
}

/** Changes a programme. */
export function editProgramme(
  cx: Context,
  input: z.output<typeof programmeEditSchema>,
): Result<{ programmeId: number }> {
  return change(cx, () => {
    demand(cx.viewer, "programmes.edit", { programmeId: input.programmeId });
    const kept =
      cx.db.select().from(programmes).where(eq(programmes.id, input.programmeId)).get() ?? refuse("notFound");
    cx.db
      .update(programmes)
      .set(columnsOf(cx, input, kept))
      .where(eq(programmes.id, kept.id))
      .run();
    putCountries(cx, kept.id, countriesOf(input));
    audit(cx, "programme.edit", "programme", kept.id);
    return { programmeId: kept.id };
  });
}

/** Refuses a country that is not there, beside its field. */
function demandCountry(cx: Context, code: string): void {
  if (!cx.db.select({ code: countries.code }).from(countries).where(eq(countries.code, code)).get())
    refuse("invalid", { fields: { country: "choose" } });
}

/** Puts the rows of a form into a venue. Rooms that the form does not name stay as they are. */
function putRooms(cx: Context, venueId: number, rows: readonly RoomRow[]): void {
  const kept = new Map(
    cx.db
      .select()
      .from(rooms)
      .where(eq(rooms.venueId, venueId))
      .all()
      .map((room) => [room.id, room]),
  );
  if (rows.some(({ id }) => id !== null && !kept.has(id))) refuse("notFound");
  const named = new Set(rows.map(({ id }) => id));
  const names = new Set([...kept.values()].filter((room) => !named.has(room.id)).map((room) => room.name));
  for (const { key, row } of rows) {
    if (names.has(row.name)) refuse("invalid", { fields: { [`room_${key}_name`]: "roomTaken" } });
    names.add(row.name);
  }
  // Two rooms may exchange their names, so all names are freed first.
  for (const { id } of rows)
    if (id !== null)
      cx.db
        .update(rooms)
        .set({ name: sql`'#' || ${rooms.id}` })
        .where(eq(rooms.id, id))
        .run();
  for (const { id, row } of rows) {
    const columns = {
      name: row.name,
      seats: row.seats,
      retiredAt: row.retired ? (kept.get(id ?? 0)?.retiredAt ?? cx.now) : null,
    };
    if (id === null)
      cx.db
        .insert(rooms)
        .values({ venueId, ...columns })
        .run();
    else cx.db.update(rooms).set(columns).where(eq(rooms.id, id)).run();
  }
}

/** Adds a venue with its rooms. */
export function createVenue(cx: Context, input: z.output<typeof venueSchema>): Result<{ venueId: number }> {
  return change(cx, () => {
    demandAnywhere(cx.viewer, "venues.edit");
    demandCountry(cx, input.country);
    const { name, country, place, address, stepFree } = input;
    const { id } = cx.db
      .insert(venues)
      .values({ name, country, place, address, stepFree })
      .returning({ id: venues.id })
      .get();
    putRooms(cx, id, input.rooms);
    audit(cx, "venue.create", "venue", id);
    return { venueId: id };
  });
}

/**
 * Changes a venue and its rooms. Its country stays while courses are planned there. A form that was opened before
 * somebody else's change is told what changed.
 */
export function editVenue(cx: Context, input: z.output<typeof venueEditSchema>): Result<{ venueId: number }> {
  return change(cx, () => {
    demandAnywhere(cx.viewer, "venues.edit");
    const venue = cx.db.select().from(venues).where(eq(venues.id, input.venueId)).get() ?? refuse("notFound");
    const { name, country, place, address, stepFree } = input;
    if (venue.version !== input.version) {
      const here = {
        name: venue.name,
        country: venue.country,
        place: venue.place,
        address: venue.address ?? "",
      };
      const changed = Object.entries(here).filter(
        ([field, value]) => (input[field as "name"] ?? "") !== value,
      );
      refuse("stale", { changed: { ...Object.fromEntries(changed), version: String(venue.version) } });
    }
    demandCountry(cx, country);
    if (
      country !== venue.country &&
      cx.db.select({ id: courses.id }).from(courses).where(eq(courses.venueId, venue.id)).get()
    )
      refuse("invalid", { fields: { country: "venueHasCourses" } });
    cx.db
      .update(venues)
      .set({ name, country, place, address, stepFree, version: venue.version + 1 })
      .where(eq(venues.id, venue.id))
      .run();
    putRooms(cx, venue.id, input.rooms);
    audit(cx, "venue.edit", "venue", venue.id);
    return { venueId: venue.id };
  });
}

/** Retires a venue, or brings it back. Courses that are planned there keep it; new ones are not offered it. */
export function setVenueRetired(
  cx: Context,
  input: z.output<typeof venueRetirementSchema>,
): Result<{ venueId: number }> {
  return change(cx, () => {
    demandAnywhere(cx.viewer, "venues.edit");
    const venue = cx.db.select().from(venues).where(eq(venues.id, input.venueId)).get() ?? refuse("notFound");
    const retired = input.retired === "yes";
    cx.db
      .update(venues)
      .set({ retiredAt: retired ? (venue.retiredAt ?? cx.now) : null, version: venue.version + 1 })
      .where(eq(venues.id, venue.id))
      .run();
    audit(cx, retired ? "venue.retire" : "venue.restore", "venue", venue.id);
    return { venueId: venue.id };
  });
}

/** Changes zone and weekend of a country, as they are proposed for new courses. Courses that are planned keep theirs. */
export function editCountry(cx: Context, input: z.output<typeof countrySchema>): Result<{ country: string }> {
  return change(cx, () => {
    demand(cx.viewer, "countries.edit", {});
    if (!cx.db.select().from(countries).where(eq(countries.code, input.country)).get()) refuse("notFound");
    cx.db
      .update(countries)
      .set({ zone: input.zone, weekend: input.weekend.map(Number).sort() })
      .where(eq(countries.code, input.country))
      .run();
    audit(cx, "country.edit", "country", null, { country: input.country });
    return { country: input.country };
  });
}

/** Enters a public holiday, which the proposal of a timetable leaves out. Refused where that day has one. */
export function addHoliday(cx: Context, input: z.output<typeof holidaySchema>) {
  return change(cx, () => {
    demand(cx.viewer, "holidays.edit", {});
    demandCountry(cx, input.country);
    const { country, day } = input;
    if (holidayOn(cx, country, day)) refuse("invalid", { fields: { day: "holidayThere" } });
    const language = input.language ?? (/\p{Script=Arabic}/u.test(input.name) ? "ar" : "en");
    cx.db
      .insert(holidays)
      .values({ country, day, name: { own: language, [language]: input.name } })
      .run();
    audit(cx, "holiday.add", "country", null, { country, day });
    return { country };
  });
}

const holidayOn = (cx: Context, country: string, day: string) =>
  cx.db
    .select()
    .from(holidays)
    .where(and(eq(holidays.country, country), eq(holidays.day, day)))
    .get();

/** Names a holiday otherwise or puts it to another day; put there by hand, it no longer goes by the moon. */
export function editHoliday(cx: Context, input: z.output<typeof holidayEditSchema>) {
  return change(cx, () => {
    demand(cx.viewer, "holidays.edit", {});
    const { country, of, day } = input;
    const kept = holidayOn(cx, country, of) ?? refuse("notFound");
    if (day !== of && holidayOn(cx, country, day)) refuse("invalid", { fields: { day: "holidayThere" } });
    cx.db
      .update(holidays)
      .set({
        day,
        name: edited(kept.name, input.ownLanguage, eachLanguage(input, "name")),
        byMoon: kept.byMoon && day === of,
      })
      .where(and(eq(holidays.country, country), eq(holidays.day, of)))
      .run();
    audit(cx, "holiday.edit", "country", null, { country, of, day });
    return { country, day };
  });
}

/** Takes a holiday out. The audit log keeps what it was, so that it can be put back. */
export function removeHoliday(cx: Context, input: z.output<typeof holidayRemovalSchema>) {
  return change(cx, () => {
    demand(cx.viewer, "holidays.edit", {});
    const { country, day } = input;
    const { name, byMoon } = holidayOn(cx, country, day) ?? refuse("notFound");
    cx.db
      .delete(holidays)
      .where(and(eq(holidays.country, country), eq(holidays.day, day)))
      .run();
    audit(cx, "holiday.remove", "country", null, { country, day, name, byMoon });
    return { country, day };
  });
}

/** Puts back the holiday that was last taken out of a day. */
export function restoreHoliday(cx: Context, input: z.output<typeof holidayRemovalSchema>) {
  return change(cx, () => {
    demand(cx.viewer, "holidays.edit", {});
    const { country, day } = input;
    if (holidayOn(cx, country, day)) refuse("holidayThere");
    const { detail } =
      cx.db
        .select({ detail: auditLog.detail })
        .from(auditLog)
        .where(
          and(
            eq(auditLog.action, "holiday.remove"),
            eq(sql`${auditLog.detail} ->> 'country'`, country),
            eq(sql`${auditLog.detail} ->> 'day'`, day),
            sql`${auditLog.detail} ->> 'name' is not null`,
          ),
        )
        .orderBy(desc(auditLog.id))
        .limit(1)
        .get() ?? refuse("notFound");
    const { name, byMoon } = detail as { name: Translated; byMoon: boolean };
    cx.db.insert(holidays).values({ country, day, name, byMoon }).run();
    audit(cx, "holiday.restore", "country", null, { country, day });
    return { country, day };
  });
}
