import { and, asc, desc, eq, gt, gte, inArray, sql } from "drizzle-orm";
import { outer, prepared } from "@/db/client";
import {
  accounts,
  countries,
  courses,
  holidays,
  persons,
  programmeCountries,
  programmeMembers,
  programmes,
  rooms,
  settings,
  venues,
} from "@/db/schema";
import { programmeFilter } from "../access/queries";
import type { Context } from "../acts/context";
import { counts } from "../courses/queries";
import { byName } from "../names/rules";
import { displayPhone } from "../phone/phone";

/**
 * Programmes of the viewer by their codes, with countries and the number of courses: all, or a page of them.
 * @param page so many at most, after a code (from the first where it is empty).
 */
export function programmeList(cx: Context, page?: { after: string; most: number }) {
  const of = programmeFilter(cx);
  const rows = cx.db
    .select({
      id: programmes.id,
      code: programmes.code,
      title: programmes.title,
      donor: programmes.donor,
      partners: programmes.partners,
      startsOn: programmes.startsOn,
      endsOn: programmes.endsOn,
      issuer: programmes.issuer,
      contactName: programmes.contactName,
      contactPhone: programmes.contactPhone,
      contactEmail: programmes.contactEmail,
      approvesWorkshops: programmes.approvesWorkshops,
      courses: sql<number>`(select count(*) from ${courses} where ${courses.programmeId} = ${outer(programmes.id)} and ${counts})`,
    })
    .from(programmes)
    .where(
      and(
        of === null ? undefined : inArray(programmes.id, of.length > 0 ? of : [-1]),
        page ? gt(programmes.code, page.after) : undefined,
      ),
    )
    .orderBy(asc(programmes.code))
    .limit(page?.most ?? -1)
    .all();
  const where = cx.db.select().from(programmeCountries).orderBy(asc(programmeCountries.country)).all();
  return rows.map((row) => ({
    ...row,
    countries: where.filter((c) => c.programmeId === row.id).map((c) => c.country),
  }));
}

/** Programmes in which the viewer is a trainer, with their countries: where they may schedule a workshop. */
export function programmesTrained(cx: Context) {
  if (cx.viewer.trains.length === 0) return [];
  const where = cx.db.select().from(programmeCountries).orderBy(asc(programmeCountries.country)).all();
  return cx.db
    .select({ id: programmes.id, code: programmes.code, approvesWorkshops: programmes.approvesWorkshops })
    .from(programmes)
    .where(inArray(programmes.id, [...cx.viewer.trains]))
    .orderBy(asc(programmes.code))
    .all()
    .map((row) => ({
      ...row,
      countries: where.filter((c) => c.programmeId === row.id).map((c) => c.country),
    }));
}

/** A programme with its members and the counts of its courses; null where the viewer may not see it. */
export function programmeDetail(cx: Context, programmeId: number) {
  const row = programmeList(cx).find((p) => p.id === programmeId);
  if (!row) return null;
  const members = cx.db
    .select({ personId: persons.id, name: persons.name, role: programmeMembers.role })
    .from(programmeMembers)
    .innerJoin(persons, eq(persons.id, programmeMembers.personId))
    .where(eq(programmeMembers.programmeId, programmeId))
    .orderBy(asc(programmeMembers.role), asc(persons.sortName))
    .all();
  return { ...row, members };
}

/** Whom the public may ask about a programme. */
export type ProgrammeContact = { name: string | null; phone: string | null; email: string | null };

const contactRow = prepared((db) =>
  db
    .select({
      name: programmes.contactName,
      phone: programmes.contactPhone,
      email: programmes.contactEmail,
    })
    .from(programmes)
    .where(eq(programmes.id, sql.placeholder("programmeId")))
    .prepare(),
);

const coordinatorRow = prepared((db) =>
  db
    .select({ name: persons.name, phone: accounts.phone, email: accounts.email })
    .from(programmeMembers)
    .innerJoin(persons, eq(persons.id, programmeMembers.personId))
    .innerJoin(accounts, eq(accounts.personId, persons.id))
    .where(
      and(
        eq(programmeMembers.programmeId, sql.placeholder("programmeId")),
        eq(programmeMembers.role, "coordinator"),
      ),
    )
    .orderBy(asc(programmeMembers.since), asc(persons.id))
    .limit(1)
    .prepare(),
);

/**
 * Whom to ask about a programme: its contact, else the coordinator of longest standing; null where there is
 * neither. The phone is written for people.
 */
export function contactOf(cx: Context, programmeId: number): ProgrammeContact | null {
  const named = contactRow(cx.db).get({ programmeId });
  const contact = named?.phone || named?.email ? named : coordinatorRow(cx.db).get({ programmeId });
  return contact ? { ...contact, phone: contact.phone && displayPhone(contact.phone) } : null;
}

/** How many countries in use are told apart from the others. */
const mostInUse = 60;

/**
 * Countries in use: those of programmes first, then of venues and people, each by code. The country of people is asked for
 * by steps through its index, for there may be many people.
 */
function usedCountries(cx: Context): string[] {
  const rows = cx.db.all<{ code: string }>(sql`
    with recursive step(code) as (
      select min(country) from ${persons}
      union all
      select (select min(country) from ${persons} where country > step.code) from step where step.code is not null
    )
    select code from (
      select country as code, 0 as rank from ${programmeCountries}
      union all select country, 1 from ${venues}
      union all select step.code, 1 from step join ${countries} on ${countries.code} = step.code
    ) group by code order by min(rank), code limit ${mostInUse}`);
  return rows.map((row) => row.code);
}
/** Countries in which there are programmes, venues or people; those of programmes first, at most 60. */
export const countriesInUse = (cx: Context): string[] => usedCountries(cx);

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
export type CountryChoices = { inUse: string[]; others: string[] };

/** A country with zone, weekend and the holidays from a day on; null where there is none of that code. */
export function countryDetail(cx: Context, code: string, from: string) {
  const country = cx.db.select().from(countries).where(eq(countries.code, code)).get();
  return country ? { ...country, holidays: holidayList(cx, code, from) } : null;
}

/** Countries with zone and weekend. */
export const countryList = (cx: Context) => cx.db.select().from(countries).orderBy(asc(countries.code)).all();

/** Venues with their rooms, the retired ones too. */
export function venueList(cx: Context) {
  const allRooms = cx.db.select().from(rooms).orderBy(asc(rooms.id)).all();
  return cx.db
    .select()
    .from(venues)
    .orderBy(asc(venues.country), asc(venues.id))
    .all()
    .sort((a, b) => (a.country === b.country ? byName(a, b) : 0))
    .map((venue) => ({ ...venue, rooms: allRooms.filter((r) => r.venueId === venue.id) }));
}

/** A venue with its rooms and the number of its courses; null where there is none. */
export function venueDetail(cx: Context, venueId: number) {
  const venue = venueList(cx).find((v) => v.id === venueId);
  if (!venue) return null;
  const { count } = cx.db
    .select({ count: sql<number>`count(*)` })
    .from(courses)
    .where(eq(courses.venueId, venueId))
    .get()!;
  return { ...venue, courses: count };
}

/** The holidays of a country from a day on. */
export const holidayList = (cx: Context, country: string, from: string) =>
  cx.db
    .select()
    .from(holidays)
    .where(and(eq(holidays.country, country), gte(holidays.day, from)))
    .orderBy(asc(holidays.day))
    .all();

/** The next holiday of each of these countries, today's too. */
export function nextHolidays(cx: Context, codes: readonly string[], today: string) {
  const rows = cx.db
    .select()
    .from(holidays)
    .where(and(inArray(holidays.country, [...codes]), gte(holidays.day, today)))
    .orderBy(desc(holidays.day))
    .all();
  return new Map(rows.map((row) => [row.country, row]));
}

/** True where this database holds demonstration data. */
export function isDemonstration(cx: Context): boolean {
  return demonstration(cx.db).get() !== undefined;
}

const demonstration = prepared((db) =>
  db.select().from(settings).where(eq(settings.name, "demonstration")).prepare(),
);
