import { and, asc, eq, gt, inArray, like, notInArray, or, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import {
  accounts,
  certificateStands,
  certificates,
  contactKeys,
  courseModules,
  courses,
  courseTrainers,
  identities,
  modules,
  organisations,
  personProgrammes,
  persons,
  programmeMembers,
  programmes,
  registrations,
  sensitiveFacts,
  tools,
  toolVersions,
} from "@/db/schema";
import { programmeFilter } from "../access/queries";
import type { Context } from "../acts/context";
import { readSerial, readSerialEnd } from "../certificates/rules";
import { type ContactSearch, phoneEnds, readContact } from "../contacts/rules";
import { counts, searchFor } from "../courses/queries";
import { displayPhone } from "../phone/phone";
import { readNumberToQuote } from "../registrations/rules";
import { asciiDigits } from "../text";

/**
 * Persons whom a coordinator may see: those known in one of their programmes. Rows of `person_programmes` come with
 * commands that ask first (somebody registers, is added, is brought in by their exact contact), so nobody can write
 * themselves into the scope of a stranger.
 */
function inScope(cx: Context): SQL | undefined {
  const of = programmeFilter(cx);
  if (of === null) return undefined;
  if (of.length === 0) return sql`0`;
  return sql`exists (select 1 from ${personProgrammes} where ${personProgrammes.personId} = ${persons.id} and ${inArray(personProgrammes.programmeId, of)})`;
}

/** True where the viewer coordinates a programme in which this person is known. */
export function mayEditPerson(cx: Context, personId: number): boolean {
  return Boolean(
    cx.db
      .select({ id: persons.id })
      .from(persons)
      .where(and(eq(persons.id, personId), inScope(cx)))
      .get(),
  );
}

/** True where this person administers this Cascade. */
export const isAdministrator = (cx: Context, personId: number): boolean =>
  cx.db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.personId, personId), eq(accounts.isAdministrator, true)))
    .get() !== undefined;

/**
 * True where this person holds something that the viewer could not give: administration, or a role, a course to train
 * or a registration in a programme that the viewer does not coordinate. Whoever signs in as them would get it.
 */
export function holdsBeyond(cx: Context, personId: number): boolean {
  const of = programmeFilter(cx);
  if (of === null) return false;
  const elsewhere = (programmeId: SQLiteColumn) => notInArray(programmeId, of.length > 0 ? of : [-1]);
  const db = cx.db;
  if (isAdministrator(cx, personId)) return true;
  return Boolean(
    db
      .select({ id: programmeMembers.personId })
      .from(programmeMembers)
      .where(and(eq(programmeMembers.personId, personId), elsewhere(programmeMembers.programmeId)))
      .get() ??
      db
        .select({ id: registrations.id })
        .from(registrations)
        .innerJoin(courses, eq(courses.id, registrations.courseId))
        .where(and(eq(registrations.personId, personId), elsewhere(courses.programmeId)))
        .get() ??
      db
        .select({ id: courseTrainers.personId })
        .from(courseTrainers)
        .innerJoin(courses, eq(courses.id, courseTrainers.courseId))
        .where(and(eq(courseTrainers.personId, personId), elsewhere(courses.programmeId)))
        .get(),
  );
}

/** Condition: said to a programme that the viewer coordinates. */
export function saidTo(cx: Context): SQL | undefined {
  const of = programmeFilter(cx);
  return of === null ? undefined : inArray(sensitiveFacts.programmeId, of.length > 0 ? of : [-1]);
}

/**
 * True where the person is of the viewer's programmes by more than a coordinator's act: they registered themselves
 * there, or were known there first.
 */
export function cameHere(cx: Context, personId: number): boolean {
  const of = programmeFilter(cx);
  if (of === null) return true;
  const db = cx.db;
  const first = db
    .select({ programmeId: personProgrammes.programmeId })
    .from(personProgrammes)
    .where(eq(personProgrammes.personId, personId))
    .orderBy(asc(personProgrammes.since), sql`${personProgrammes.byPersonId} is not null`)
    .limit(1)
    .get();
  if (first && of.includes(first.programmeId)) return true;
  return Boolean(
    db
      .select({ id: registrations.id })
      .from(registrations)
      .innerJoin(courses, eq(courses.id, registrations.courseId))
      .where(
        and(
          eq(registrations.personId, personId),
          eq(registrations.source, "self"),
          inArray(courses.programmeId, of.length > 0 ? of : [-1]),
        ),
      )
      .get(),
  );
}

/** Condition: the person has this contact, by the hashes that are kept of it. */
function hasContact({ hashes, endsIn }: ContactSearch): SQL | undefined {
  return and(
    sql`${persons.id} in (select ${contactKeys.personId} from ${contactKeys} where ${inArray(contactKeys.hash, hashes)})`,
    or(...endsIn.map((digits) => (digits ? like(persons.phone, `%${digits}`) : sql`1`))),
  );
}

/** A query by which few people are found through an index, so that nobody's name need be read. */
const isLong = (text: string) => text.includes("@") || text.replace(/\D/g, "").length > phoneEnds[0];

/**
 * Condition: the person has these words in name or organisation; or this e-mail address, phone or last digits of it,
 * however written.
 */
function matchesPerson(cx: Context, text: string): SQL | undefined {
  const contact = readContact(cx.settings.key, text);
  const named = searchFor(sql`${persons.search}`, text);
  if (!contact) return named;
  return isLong(asciiDigits(text)) ? hasContact(contact) : or(named, hasContact(contact));
}

/** Condition: the person has the registration of this number to quote (14-1), in a programme of the viewer. */
function hasNumberToQuote(cx: Context, text: string): SQL | undefined {
  const quoted = readNumberToQuote(text);
  if (!quoted?.courseId) return undefined;
  return sql`${persons.id} in (select ${registrations.personId} from ${registrations} join ${courses} on ${courses.id} = ${registrations.courseId} where ${registrations.courseId} = ${quoted.courseId} and ${registrations.number} = ${quoted.number} and ${coursesOf(cx)})`;
}

/** Condition: the person has the certificate with this serial, or one whose last group it is, from a programme of the viewer. */
function hasSerial(cx: Context, text: string): SQL | undefined {
  const read = readSerial(text);
  const end = readSerialEnd(text);
  const is =
    "serial" in read
      ? eq(certificates.serial, read.serial)
      : end
        ? sql`substr(${certificates.serial}, -4) = ${end.slice(-4)} and ${like(certificates.serial, `%${end}`)}`
        : undefined;
  return (
    is &&
    sql`${persons.id} in (select ${registrations.personId} from ${certificates} join ${registrations} on ${registrations.id} = ${certificates.registrationId} join ${courses} on ${courses.id} = ${registrations.courseId} where ${is} and ${coursesOf(cx)})`
  );
}

/** Condition: a course of the programmes that the viewer coordinates. */
function coursesOf(cx: Context): SQL {
  const of = programmeFilter(cx);
  return of === null ? sql`1` : inArray(courses.programmeId, of.length > 0 ? of : [-1]);
}

/**
 * Condition: found by what somebody typed: a name, an organisation, a contact, the number to quote of a registration, the
 * serial of a certificate.
 */
export function foundBy(cx: Context, text: string): SQL | undefined {
  const quoted = hasNumberToQuote(cx, text);
  if (!quoted) return or(matchesPerson(cx, text), hasSerial(cx, text));
  // No name is written like this: only a phone may be.
  const contact = readContact(cx.settings.key, text);
  return contact ? or(quoted, hasContact(contact)) : quoted;
}

const pageSize = 50;

/** People in the viewer's scope, by name, a page at a time. */
export function peopleList(
  cx: Context,
  filter: { q: string | null; programme: number | null; after: string | null },
) {
  const conditions: (SQL | undefined)[] = [inScope(cx)];
  if (filter.q) conditions.push(foundBy(cx, filter.q));
  const of = programmeFilter(cx);
  if (filter.programme && of !== null && !of.includes(filter.programme)) conditions.push(sql`0`);
  else if (filter.programme)
    conditions.push(
      sql`exists (select 1 from ${registrations} join ${courses} on ${courses.id} = ${registrations.courseId} where ${registrations.personId} = ${persons.id} and ${courses.programmeId} = ${filter.programme})`,
    );
  const after = /^(.*)_(\d+)$/s.exec(filter.after ?? "");
  if (after)
    conditions.push(
      or(
        gt(persons.sortName, after[1]!),
        and(eq(persons.sortName, after[1]!), gt(persons.id, Number(after[2]))),
      ),
    );
  const rows = cx.db
    .select({
      id: persons.id,
      name: persons.name,
      sortName: persons.sortName,
      latinName: persons.latinName,
      email: persons.email,
      phone: persons.phone,
      organisation: organisations.name,
      position: persons.position,
      fictional: persons.fictional,
      courses: sql<number>`(select count(*) from ${registrations} join ${courses} on ${courses.id} = ${registrations.courseId} where ${registrations.personId} = ${persons.id} and ${counts})`,
    })
    .from(persons)
    .leftJoin(organisations, eq(organisations.id, persons.organisationId))
    .where(and(...conditions))
    // A search reads the people in the order of the file and sorts whom it finds; else the index has them in order.
    .orderBy(filter.q ? sql`+${persons.sortName}` : asc(persons.sortName), asc(persons.id))
    .limit(pageSize + 1)
    .all();
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  return {
    people: page.map((p) => ({ ...p, phone: p.phone && displayPhone(p.phone) })),
    next: rows.length > pageSize && last ? `${last.sortName}_${last.id}` : null,
  };
}

/** One person for a coordinator or for themselves; null where the viewer may not see them. */
export function personPage(cx: Context, personId: number) {
  if (cx.viewer.personId !== personId && !mayEditPerson(cx, personId)) return null;
  const row = cx.db
    .select({
      id: persons.id,
      name: persons.name,
      latinName: persons.latinName,
      email: persons.email,
      phone: persons.phone,
      language: persons.language,
      organisation: organisations.name,
      position: persons.position,
      country: persons.country,
      version: persons.version,
      fictional: persons.fictional,
      accountId: accounts.id,
      hasPassword: sql<number>`${accounts.passwordHash} is not null`,
      /** An OpenID Connect issuer vouches for the account. */
      hasIdentity: sql<number>`exists (select 1 from ${identities} where ${identities.accountId} = ${accounts.id})`,
      lastSignInAt: accounts.lastSignInAt,
      contactProvenAt: accounts.contactProvenAt,
      administrator: accounts.isAdministrator,
    })
    .from(persons)
    .leftJoin(organisations, eq(organisations.id, persons.organisationId))
    .leftJoin(accounts, eq(accounts.personId, persons.id))
    .where(eq(persons.id, personId))
    .get();
  if (!row) return null;
  const roles = cx.db
    .select({ programmeId: programmes.id, programme: programmes.code, role: programmeMembers.role })
    .from(programmeMembers)
    .innerJoin(programmes, eq(programmes.id, programmeMembers.programmeId))
    .where(eq(programmeMembers.personId, personId))
    .orderBy(asc(programmes.code))
    .all();
  const trains = cx.db
    .select({
      id: courses.id,
      slug: courses.slug,
      title: courses.title,
      state: courses.state,
      startsOn: courses.startsOn,
      endsOn: courses.endsOn,
    })
    .from(courseTrainers)
    .innerJoin(courses, eq(courses.id, courseTrainers.courseId))
    .where(and(eq(courseTrainers.personId, personId), counts))
    .orderBy(sql`${courses.startsOn} desc`)
    .all();
  const beyond = holdsBeyond(cx, personId);
  return {
    ...row,
    hasSensitive:
      cx.db
        .select({ id: sensitiveFacts.personId })
        .from(sensitiveFacts)
        .where(and(eq(sensitiveFacts.personId, personId), saidTo(cx)))
        .get() !== undefined,
    /** Holds more than the viewer may give: a link to sign in as them is for an administrator to make. */
    beyond,
    /** The viewer may make a link: for whoever has no other way in, for a contact nobody vouches for, or,
     *  as administrator, for a forgotten password. */
    mayInvite: row.hasPassword
      ? cx.viewer.administrator || (row.contactProvenAt === null && !beyond)
      : !row.hasIdentity && !beyond,
    roles,
    trains,
    ledger: moduleLedger(cx, personId),
  };
}
export type PersonPage = NonNullable<ReturnType<typeof personPage>>;

/**
 * Modules that a person completed, summed over courses: those of each course for which they hold a certificate of
 * participation that stands. Rule: domain.md, "Qualification is per person, tool and module".
 */
function moduleLedger(cx: Context, personId: number) {
  return cx.db
    .select({
      tool: tools.title,
      toolCode: tools.code,
      moduleId: modules.id,
      code: modules.code,
      module: modules.title,
      courseId: courses.id,
      course: courses.title,
      endsOn: courses.endsOn,
    })
    .from(certificates)
    .innerJoin(registrations, eq(registrations.id, certificates.registrationId))
    .innerJoin(courses, eq(courses.id, registrations.courseId))
    .innerJoin(courseModules, eq(courseModules.courseId, courses.id))
    .innerJoin(modules, eq(modules.id, courseModules.moduleId))
    .innerJoin(toolVersions, eq(toolVersions.id, modules.toolVersionId))
    .innerJoin(tools, eq(tools.id, toolVersions.toolId))
    .where(
      and(
        eq(registrations.personId, personId),
        eq(certificates.kind, "participation"),
        certificateStands,
        counts,
      ),
    )
    .orderBy(asc(tools.id), asc(modules.position))
    .all();
}

/** The register of trainers of the viewer's programmes: who, courses and sessions led, certification and its end. */
export function trainerRegister(cx: Context, filter: { q: string | null }, today: string) {
  const of = programmeFilter(cx);
  const rows = cx.db
    .select({
      id: persons.id,
      name: persons.name,
      latinName: persons.latinName,
      country: persons.country,
      organisation: organisations.name,
      programmes: sql<string>`group_concat(distinct ${programmes.code})`,
      courses: sql<number>`(select count(*) from ${courseTrainers} join ${courses} on ${courses.id} = ${courseTrainers.courseId} where ${courseTrainers.personId} = ${persons.id} and ${counts})`,
      userCourses: sql<number>`(select count(*) from ${courseTrainers} join ${courses} on ${courses.id} = ${courseTrainers.courseId} where ${courseTrainers.personId} = ${persons.id} and ${courses.kind} = 'user' and ${counts})`,
      certifiedUntil: sql<
        string | null
      >`(select max(${certificates.expiresOn}) from ${certificates} join ${registrations} on ${registrations.id} = ${certificates.registrationId} where ${registrations.personId} = ${persons.id} and ${certificates.kind} = 'trainer_certification' and ${certificateStands})`,
    })
    .from(programmeMembers)
    .innerJoin(persons, eq(persons.id, programmeMembers.personId))
    .innerJoin(programmes, eq(programmes.id, programmeMembers.programmeId))
    .leftJoin(organisations, eq(organisations.id, persons.organisationId))
    .where(
      and(
        eq(programmeMembers.role, "trainer"),
        of === null ? undefined : inArray(programmeMembers.programmeId, of.length > 0 ? of : [-1]),
        filter.q ? searchFor(sql`${persons.search}`, filter.q) : undefined,
      ),
    )
    .groupBy(persons.id)
    .orderBy(asc(persons.sortName))
    .limit(500)
    .all();
  return rows.map((row) => ({
    ...row,
    certification:
      row.certifiedUntil === null
        ? ("none" as const)
        : row.certifiedUntil < today
          ? ("expired" as const)
          : ("valid" as const),
  }));
}

/** Trainers of a programme, to choose from. */
export function trainersOf(cx: Context, programmeIds: readonly number[]) {
  if (programmeIds.length === 0) return [];
  return cx.db
    .select({ id: persons.id, name: persons.name, programmeId: programmeMembers.programmeId })
    .from(programmeMembers)
    .innerJoin(persons, eq(persons.id, programmeMembers.personId))
    .where(
      and(eq(programmeMembers.role, "trainer"), inArray(programmeMembers.programmeId, [...programmeIds])),
    )
    .orderBy(asc(persons.sortName))
    .all();
}

/** Names of organisations in a country that the public already sees in courses; a form proposes them. */
export function organisationNames(cx: Context, country: string): string[] {
  return cx.db
    .select({ name: organisations.name })
    .from(organisations)
    .where(
      and(
        eq(organisations.country, country),
        inArray(organisations.kind, ["cooperative", "union", "ministry", "agency"]),
      ),
    )
    .orderBy(asc(organisations.sortName))
    .limit(100)
    .all()
    .map((o) => o.name);
}

/** Condition: the person whose key stands in this column of an outer query is found by what somebody typed (`foundBy`). */
export const isPersonFoundBy = (cx: Context, personId: SQLiteColumn, text: string): SQL =>
  sql`exists (select 1 from ${persons} where ${persons.id} = ${personId} and ${foundBy(cx, text)})`;
