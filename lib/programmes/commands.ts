import { and, eq } from "drizzle-orm";
import type * as z from "zod/mini";
import type { Db } from "@/db/client";
import { countries, holidays, programmeCountries, programmes, rooms, venues } from "@/db/schema";
import { demand, demandAnywhere } from "../access/demand";
import type { Viewer } from "../access/rules";
import { audit, change } from "../audit/commands";
import { type Locale, locales, type Translated } from "../i18n/rules";
import { displayPhone, normalisePhone } from "../phone/phone";
import { type Result, refuse } from "../result";
import { asciiDigits } from "../text";
import type {
  holidayRemovalSchema,
  holidaySchema,
  ProgrammeInput,
  programmeEditSchema,
  venueSchema,
} from "./schema";

/** A text in the languages given; it goes on belonging to the language it was written in first, if that is left. */
function inLanguages(texts: Record<Locale, string | null>, before: Translated | undefined): Translated {
  const filled = locales.filter((locale) => texts[locale]);
  const own = before && texts[before.own] ? before.own : (filled[0] ?? "en");
  const said: Translated = { own };
  for (const locale of filled) said[locale] = texts[locale] ?? undefined;
  return said;
}

/** The phone of a programme's contact, as people dial it; read in the programme's first country where it is local. */
function contactPhone(typed: string | null, countryCodes: readonly string[]): string | null {
  if (typed === null) return null;
  const phone =
    countryCodes.map((code) => normalisePhone(typed, code)).find((found) => found !== null) ??
    refuse("invalid", { fields: { contactPhone: "phoneInvalid" } });
  return displayPhone(phone);
}

function columnsOf(db: Db, input: ProgrammeInput, kept: typeof programmes.$inferSelect | null) {
  const same = db.select({ id: programmes.id }).from(programmes).where(eq(programmes.code, input.code)).get();
  if (same && same.id !== kept?.id) refuse("invalid", { fields: { code: "codeTaken" } });
  const known = new Set(
    db
      .select({ code: countries.code })
      .from(countries)
      .all()
      .map((c) => c.code),
  );
  if (input.countries.some((c) => !known.has(c))) refuse("invalid", { fields: { countries: "choose" } });
  return {
    code: input.code,
    title: inLanguages({ en: input.titleEn, fr: input.titleFr, ar: input.titleAr }, kept?.title),
    donor: input.donor,
    partners: input.partners,
    startsOn: input.startsOn,
    endsOn: input.endsOn,
    issuer: inLanguages({ en: input.issuerEn, fr: input.issuerFr, ar: input.issuerAr }, kept?.issuer),
    contactName: input.contactName,
    contactPhone: contactPhone(input.contactPhone, input.countries),
    contactEmail: input.contactEmail,
  };
}

function putCountries(db: Db, programmeId: number, codes: string[]) {
  db.delete(programmeCountries).where(eq(programmeCountries.programmeId, programmeId)).run();
  for (const country of new Set(codes)) db.insert(programmeCountries).values({ programmeId, country }).run();
}

/** Adds a programme. */
export function createProgramme(
  viewer: Viewer,
  input: ProgrammeInput,
  now: number,
): Result<{ programmeId: number }> {
  return change((db) => {
    demand(viewer, "programmes.create", {});
    const { id } = db
      .insert(programmes)
      .values({ ...columnsOf(db, input, null), createdAt: now })
      .returning({ id: programmes.id })
      .get();
    putCountries(db, id, input.countries);
    audit(db, viewer, now, "programme.create", "programme", id);
    return { programmeId: id };
  });
}

/** Changes a programme. */
export function editProgramme(
  viewer: Viewer,
  input: z.output<typeof programmeEditSchema>,
  now: number,
): Result<{ programmeId: number }> {
  return change((db) => {
    demand(viewer, "programmes.edit", { programmeId: input.programmeId });
    const kept =
      db.select().from(programmes).where(eq(programmes.id, input.programmeId)).get() ?? refuse("notFound");
    db.update(programmes)
      .set(columnsOf(db, input, kept))
      .where(eq(programmes.id, kept.id))
      .run();
    putCountries(db, kept.id, input.countries);
    audit(db, viewer, now, "programme.edit", "programme", kept.id);
    return { programmeId: kept.id };
  });
}

/** Adds a venue with its rooms, one a line: "name | seats". */
export function createVenue(
  viewer: Viewer,
  input: z.output<typeof venueSchema>,
  now: number,
): Result<{ venueId: number }> {
  return change((db) => {
    demandAnywhere(viewer, "venues.edit");
    if (!db.select({ code: countries.code }).from(countries).where(eq(countries.code, input.country)).get())
      refuse("invalid", { fields: { country: "choose" } });
    const { rooms: lines, ...columns } = input;
    const { id } = db.insert(venues).values(columns).returning({ id: venues.id }).get();
    for (const [i, line] of (lines ?? "")
      .split("\n")
      .map((l) => l.trim())
      .filter(Boolean)
      .entries()) {
      const [name = "", seats = ""] = line.split("|").map((part) => part.trim());
      const count = seats ? Number(asciiDigits(seats)) : null;
      if (
        !name ||
        name.length > 80 ||
        (count !== null && (!Number.isInteger(count) || count < 1 || count > 5000))
      )
        refuse("invalid", { fields: { rooms: `roomLine?line=${i + 1}` } });
      db.insert(rooms).values({ venueId: id, name, seats: count }).onConflictDoNothing().run();
    }
    audit(db, viewer, now, "venue.create", "venue", id);
    return { venueId: id };
  });
}

/** Enters a public holiday, which the proposal of a timetable leaves out. */
export function addHoliday(viewer: Viewer, input: z.output<typeof holidaySchema>, now: number) {
  return change((db) => {
    demand(viewer, "holidays.edit", {});
    if (!db.select({ code: countries.code }).from(countries).where(eq(countries.code, input.country)).get())
      refuse("invalid", { fields: { country: "choose" } });
    db.insert(holidays)
      .values(input)
      .onConflictDoUpdate({ target: [holidays.country, holidays.day], set: { name: input.name } })
      .run();
    audit(db, viewer, now, "holiday.add", "country", null, { country: input.country, day: input.day });
    return { country: input.country };
  });
}

/** Takes a holiday out. */
export function removeHoliday(viewer: Viewer, input: z.output<typeof holidayRemovalSchema>, now: number) {
  return change((db) => {
    demand(viewer, "holidays.edit", {});
    db.delete(holidays)
      .where(and(eq(holidays.country, input.country), eq(holidays.day, input.day)))
      .run();
    audit(db, viewer, now, "holiday.remove", "country", null, { ...input });
    return { country: input.country };
  });
}
