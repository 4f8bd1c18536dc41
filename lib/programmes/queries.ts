import { and, asc, eq, gte, inArray, sql } from "drizzle-orm";
import { outer, prepared, read } from "@/db/client";
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
import type { Viewer } from "../access/rules";
import { displayPhone } from "../phone/phone";

/** Programmes of the viewer, with countries and the number of courses. */
export function programmeList(viewer: Viewer) {
  const of = programmeFilter(viewer);
  const rows = read()
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
      courses: sql<number>`(select count(*) from ${courses} where ${courses.programmeId} = ${outer(programmes.id)})`,
    })
    .from(programmes)
    .where(of === null ? undefined : inArray(programmes.id, of.length > 0 ? of : [-1]))
    .orderBy(asc(programmes.code))
    .all();
  const where = read().select().from(programmeCountries).orderBy(asc(programmeCountries.country)).all();
  return rows.map((row) => ({
    ...row,
    countries: where.filter((c) => c.programmeId === row.id).map((c) => c.country),
  }));
}

/** A programme with its members and the counts of its courses; null where the viewer may not see it. */
export function programmeDetail(viewer: Viewer, programmeId: number) {
  const row = programmeList(viewer).find((p) => p.id === programmeId);
  if (!row) return null;
  const members = read()
    .select({ personId: persons.id, name: persons.name, role: programmeMembers.role })
    .from(programmeMembers)
    .innerJoin(persons, eq(persons.id, programmeMembers.personId))
    .where(eq(programmeMembers.programmeId, programmeId))
    .orderBy(asc(programmeMembers.role), asc(persons.name))
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
export function contactOf(programmeId: number): ProgrammeContact | null {
  const named = contactRow().get({ programmeId });
  const contact = named?.phone || named?.email ? named : coordinatorRow().get({ programmeId });
  return contact ? { ...contact, phone: contact.phone && displayPhone(contact.phone) } : null;
}

/** Countries with zone and weekend. */
export const countryList = (_viewer: Viewer) =>
  read().select().from(countries).orderBy(asc(countries.code)).all();

/** Venues with their rooms. */
export function venueList(_viewer: Viewer) {
  const allRooms = read().select().from(rooms).orderBy(asc(rooms.id)).all();
  return read()
    .select()
    .from(venues)
    .orderBy(asc(venues.country), asc(venues.name))
    .all()
    .map((venue) => ({ ...venue, rooms: allRooms.filter((r) => r.venueId === venue.id) }));
}

/** Holidays from a day on. */
export function holidayList(_viewer: Viewer, from: string) {
  return read()
    .select()
    .from(holidays)
    .where(and(gte(holidays.day, from)))
    .orderBy(asc(holidays.day), asc(holidays.country))
    .all();
}

/** True where this database holds demonstration data. */
export function isDemonstration(): boolean {
  return demonstration().get() !== undefined;
}

const demonstration = prepared((db) =>
  db.select().from(settings).where(eq(settings.name, "demonstration")).prepare(),
);
