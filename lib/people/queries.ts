import { and, asc, eq, inArray, like, notInArray, or, type SQL, sql } from "drizzle-orm";
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
import { counts } from "../courses/queries";
import { mostFound } from "../names/rules";
import { hasWords, keysNamed } from "../names/store";
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
 * How people are looked for by what somebody typed: by words of a name or an organisation, or exactly by a contact, the
 * number to quote of a registration or the serial of a certificate.
 */
function readSearch(cx: Context, text: string): { named: boolean; exactly: SQL | undefined } {
  const quoted = hasNumberToQuote(cx, text);
  const contact = readContact(cx.settings.key, text);
  return {
    // No name is written like a number to quote, a phone number or an e-mail address.
    named: !quoted && !(contact && isLong(asciiDigits(text))),
    exactly: or(quoted, contact ? hasContact(contact) : undefined, quoted ? undefined : hasSerial(cx, text)),
  };
}

/** Condition: found by what somebody typed. For people whom something else chose, such as those of a course. */
export function foundBy(cx: Context, text: string): SQL | undefined {
  const { named, exactly } = readSearch(cx, text);
  return or(named ? hasWords(sql`${persons.search}`, text) : undefined, exactly);
}

/** Programmes of at most so many people are gone through for a name; of more the index of names gives the candidates. */
const fewPeople = 10_000;
/** Of so many programmes each is read by itself; whoever has more is shown the people of all, less the strange ones. */
const mostProgrammes = 400;

const known = (person: SQL, of: readonly number[]) =>
  sql`exists (select 1 from person_programmes as known where known.person_id = ${person} and known.programme_id in ${of})`;

/** Keys of people with a name in these programmes, or in all; at most one more than a search looks at, in no order. */
function keysOfNamed(cx: Context, text: string, of: readonly number[] | null) {
  const most = mostFound + 1;
  if (of === null) return cx.db.all<{ id: number }>(sql`${keysNamed("persons", text)} limit ${most}`);
  const few = sql`select 1 from person_programmes where programme_id in ${of} limit ${fewPeople + 1}`;
  return cx.db.all<{ id: number }>(
    cx.db.all(few).length > fewPeople
      ? sql`${keysNamed("persons", text, known(sql`candidate.id`, of))} limit ${most}`
      : sql`select distinct p.id from person_programmes as known cross join persons as p on p.id = known.person_id where known.programme_id in ${of} and ${hasWords(sql`p.search`, text)} limit ${most}`,
  );
}

/** Where a page begins: after the row with this order and key. */
type After = { name: string; id: number };
const start: After = { name: "", id: 0 };

const readAfter = (text: string | null): After => {
  const [, name, id] = /^(.*)_(\d+)$/s.exec(text ?? "") ?? [];
  return name === undefined ? start : { name, id: Number(id) };
};

/** Keys of the people of these programmes, or of all, in the order of their names: no more than a page reads. */
function keysInOrder(cx: Context, of: readonly number[] | null, { name, id }: After, most: number) {
  const after = sql`(sort_name, id) > (${name}, ${id})`;
  if (of === null || of.length > mostProgrammes)
    return cx.db.all<{ id: number }>(
      sql`select id from persons where ${after} ${of === null ? sql`` : sql`and ${known(sql`persons.id`, of)}`} order by sort_name, id limit ${most}`,
    );
  const each = of.map(
    (programme) =>
      sql`select * from (select person_id as id, sort_name from person_programmes where programme_id = ${programme} and (sort_name, person_id) > (${name}, ${id}) order by sort_name, person_id limit ${most})`,
  );
  return cx.db.all<{ id: number }>(
    sql`select id from (${sql.join(each, sql` union all `)}) group by sort_name, id order by sort_name, id limit ${most}`,
  );
}

/** Keys of whom a search finds, in the order of their names, and whether it found more than it looks at. */
function keysFound(cx: Context, text: string, of: readonly number[] | null, after: After, most: number) {
  const { named, exactly } = readSearch(cx, text);
  const scope = of === null ? undefined : known(sql`${persons.id}`, of);
  const exact = exactly
    ? cx.db
        .select({ id: persons.id })
        .from(persons)
        .where(and(exactly, scope))
        .limit(mostFound + 1)
        .all()
    : [];
  const found = new Set([...exact, ...(named ? keysOfNamed(cx, text, of) : [])].map(({ id }) => id));
  const keys = JSON.stringify([...found].slice(0, mostFound));
  return {
    more: found.size > mostFound,
    keys: cx.db.all<{ id: number }>(
      sql`select p.id from json_each(${keys}) as key cross join persons as p on p.id = key.value where (p.sort_name, p.id) > (${after.name}, ${after.id}) order by p.sort_name, p.id limit ${most}`,
    ),
  };
}

const pageSize = 50;

/** What a list shows of these people, in the order of their names. */
function rowsOf(cx: Context, keys: readonly number[]) {
  if (keys.length === 0) return [];
  return cx.db
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
    .where(inArray(persons.id, [...keys]))
    .orderBy(sql`+${persons.sortName}`, asc(persons.id))
    .all();
}

/**
 * People in the viewer's scope, by name, a page at a time. `more`: the search finds more than it looks at, and those shown
 * are not the first of all.
 */
export function peopleList(
  cx: Context,
  filter: { q: string | null; programme: number | null; after: string | null },
) {
  const own = programmeFilter(cx);
  const of = filter.programme === null ? own : [filter.programme].filter((p) => own?.includes(p) ?? true);
  const after = readAfter(filter.after);
  const most = pageSize + 1;
  const { keys, more } =
    of?.length === 0
      ? { keys: [], more: false }
      : filter.q
        ? keysFound(cx, filter.q, of, after, most)
        : { keys: keysInOrder(cx, of, after, most), more: false };
  const page = rowsOf(
    cx,
    keys.slice(0, pageSize).map(({ id }) => id),
  );
  const last = page.at(-1);
  return {
    people: page.map((p) => ({ ...p, phone: p.phone && displayPhone(p.phone) })),
    next: keys.length > pageSize && last ? `${last.sortName}_${last.id}` : null,
    more,
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
