import { and, asc, count, desc, eq, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import { registrations } from "@/db/schema/registrations";
import type { RegistrationSource, RegistrationState } from "@/db/values/registrations";
import type { Programmes } from "../../access/table";
import type { Context } from "../../acts/context";
import { groupNameOf } from "../../groups/store";
import { organisationView, personView } from "../../people/store";
import { isPersonFoundBy } from "../../people/store/search";
import { type RegistrationOrder, seatStates } from "../rules";

/** The place on the waiting list, from 1; null for whoever is not on it. For a select with joins. */
export const waitingNumber = sql<
  number | null
>`case when ${registrations.state} = 'waiting' then (select count(*) from registrations as ahead where ahead.course_id = ${registrations.courseId} and ahead.state = 'waiting' and ahead.waiting_sequence <= ${registrations.waitingSequence}) end`;

const listColumns = {
  id: registrations.id,
  number: registrations.number,
  state: registrations.state,
  waitingNumber,
  source: registrations.source,
  registeredAt: registrations.registeredAt,
  needs: registrations.needs,
  personId: personView.id,
  name: personView.name,
  latinName: personView.latinName,
  email: personView.email,
  phone: personView.phone,
  position: personView.position,
  organisationId: personView.organisationId,
  organisation: organisationView.organisation,
};

/** So many registrations come at once. */
const pageSize = 100;
/** So many can be decided on together, and are offered to be. */
const mostTogether = 1000;

/** Where a registration stands in its course's list: what is to be decided first, then by turn and number. */
const rank = sql<number>`case ${registrations.state} when 'to_confirm' then 0 when 'applied' then 1 when 'nominated' then 2 when 'shortlisted' then 3 when 'waiting' then 4 else 5 end`;
const turn = sql<number>`coalesce(${registrations.waitingSequence}, 0)`;

/** What a list of registrations is narrowed by: states, an organisation, how they came, what the person is found by. */
export type Narrowed = {
  states: readonly RegistrationState[] | null;
  organisation: number | null;
  source: RegistrationSource | null;
  text: string | null;
  /** The number to quote, which is found as well. */
  number: number | null;
};

/**
 * @param programmes of which registrations and certificates find their holders by number and serial.
 */
function matching(cx: Context, courseId: number, programmes: Programmes, asked: Narrowed): SQL | undefined {
  const { states, organisation, source, text, number } = asked;
  const quoted = number === null ? undefined : eq(registrations.number, number);
  return and(
    eq(registrations.courseId, courseId),
    states ? inArray(registrations.state, [...states]) : undefined,
    organisation === null ? undefined : eq(personView.organisationId, organisation),
    source ? eq(registrations.source, source) : undefined,
    text ? or(isPersonFoundBy(cx, registrations.personId, text, programmes), quoted) : undefined,
  );
}

/** How each order goes on after the key of a page's last row. */
const pages: Record<RegistrationOrder, { by: SQL[]; after: (key: string) => SQL | undefined }> = {
  state: {
    by: [sql`${rank}`, sql`${turn}`, asc(registrations.number)],
    after: (key) => {
      const from = /^(\d)_(\d+)_(\d+)$/.exec(key)?.map(Number);
      return from && sql`(${rank}, ${turn}, ${registrations.number}) > (${from[1]}, ${from[2]}, ${from[3]})`;
    },
  },
  name: {
    by: [sql`+${personView.sortName}`, asc(registrations.id)],
    after: (key) => {
      const [, name, id] = /^(.*)_(\d+)$/s.exec(key) ?? [];
      return name === undefined
        ? undefined
        : sql`(${personView.sortName}, ${registrations.id}) > (${name}, ${Number(id)})`;
    },
  },
  registered: {
    by: [desc(registrations.number)],
    after: (key) => (/^\d+$/.test(key) ? lt(registrations.number, Number(key)) : undefined),
  },
};

/**
 * Registrations of a course with person and organisation, a page at a time: undecided ones first, then by turn and number;
 * or by name, or the newest first. `next` is where the page after begins, or null.
 */
export function listOf(
  cx: Context,
  courseId: number,
  programmes: Programmes,
  { order, after, ...asked }: Narrowed & { order: RegistrationOrder; after: string | null },
) {
  const rows = cx.db
    .select({ ...listColumns, sortName: personView.sortName, rank, turn })
    .from(registrations)
    .innerJoin(personView, eq(personView.id, registrations.personId))
    .leftJoin(organisationView, eq(organisationView.organisationId, personView.organisationId))
    .where(
      and(matching(cx, courseId, programmes, asked), after === null ? undefined : pages[order].after(after)),
    )
    .orderBy(...pages[order].by)
    .limit(pageSize + 1)
    .all();
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  const keys = last && {
    state: `${last.rank}_${last.turn}_${last.number}`,
    name: `${last.sortName}_${last.id}`,
    registered: String(last.number),
  };
  return { rows: page, next: rows.length > pageSize && keys ? keys[order] : null };
}

/** The keys and states of all that match, on whatever page: as many as are decided on together. */
export const keysMatching = (cx: Context, courseId: number, programmes: Programmes, asked: Narrowed) =>
  cx.db
    .select({ id: registrations.id, state: registrations.state, organisation: personView.organisationId })
    .from(registrations)
    .innerJoin(personView, eq(personView.id, registrations.personId))
    .where(matching(cx, courseId, programmes, asked))
    .limit(mostTogether)
    .all();

/** The organisations of those who hold a place in a course. */
export const organisationsWithPlace = (cx: Context, courseId: number): number[] =>
  cx.db
    .selectDistinct({ id: personView.organisationId })
    .from(registrations)
    .innerJoin(personView, eq(personView.id, registrations.personId))
    .where(and(eq(registrations.courseId, courseId), inArray(registrations.state, [...seatStates])))
    .all()
    .flatMap(({ id }) => id ?? []);

/** From which organisations people of a course come, those with most first. */
export const organisationsIn = (cx: Context, courseId: number) =>
  cx.db
    .select({ id: organisationView.organisationId, name: organisationView.organisation, count: count() })
    .from(registrations)
    .innerJoin(personView, eq(personView.id, registrations.personId))
    .innerJoin(organisationView, eq(organisationView.organisationId, personView.organisationId))
    .where(eq(registrations.courseId, courseId))
    .groupBy(organisationView.organisationId)
    .orderBy(desc(count()), asc(organisationView.organisation))
    .limit(50)
    .all();

/** One registration with its answers, its consent and its person. */
export const detailOf = (cx: Context, registrationId: number) =>
  cx.db
    .select({
      id: registrations.id,
      number: registrations.number,
      state: registrations.state,
      token: registrations.token,
      answers: registrations.answers,
      needs: registrations.needs,
      consentAt: registrations.consentAt,
      consentVersion: registrations.consentVersion,
      consentLanguage: registrations.consentLanguage,
      photoConsent: registrations.photoConsent,
      registeredAt: registrations.registeredAt,
      personId: personView.id,
      name: personView.name,
      latinName: personView.latinName,
      email: personView.email,
      phone: personView.phone,
      position: personView.position,
      organisation: organisationView.organisation,
      group: groupNameOf(registrations.groupId),
    })
    .from(registrations)
    .innerJoin(personView, eq(personView.id, registrations.personId))
    .leftJoin(organisationView, eq(organisationView.organisationId, personView.organisationId))
    .where(eq(registrations.id, registrationId))
    .get()!;

/** Nothing but these columns is for whoever trains in a workshop: what is said for the totals is in no query here. */
const participantColumns = {
  id: registrations.id,
  groupId: registrations.groupId,
  number: registrations.number,
  state: registrations.state,
  waitingNumber,
  needs: registrations.needs,
  name: personView.name,
  latinName: personView.latinName,
  phone: personView.phone,
  organisation: organisationView.organisation,
};

/** Participants of whom this is true, in the order of the roll. Phones are E.164. */
const participantsWho = (cx: Context, condition: SQL | undefined) =>
  cx.db
    .select({ ...participantColumns, sortName: personView.sortName })
    .from(registrations)
    .innerJoin(personView, eq(personView.id, registrations.personId))
    .leftJoin(organisationView, eq(organisationView.organisationId, personView.organisationId))
    .where(condition)
    .orderBy(sql`+${personView.sortName}`, asc(registrations.id))
    .all();

/** Who is in a course in these states, in the order of the roll. */
export const participantsIn = (cx: Context, courseId: number, states: readonly RegistrationState[]) =>
  participantsWho(cx, and(eq(registrations.courseId, courseId), inArray(registrations.state, [...states])));

/** The same by group, with their e-mail addresses, for whoever may see contacts. */
export const contactsIn = (cx: Context, courseId: number, states: readonly RegistrationState[]) =>
  cx.db
    .select({
      number: registrations.number,
      name: personView.name,
      latinName: personView.latinName,
      phone: personView.phone,
      email: personView.email,
      organisation: organisationView.organisation,
      group: groupNameOf(registrations.groupId),
    })
    .from(registrations)
    .innerJoin(personView, eq(personView.id, registrations.personId))
    .leftJoin(organisationView, eq(organisationView.organisationId, personView.organisationId))
    .where(and(eq(registrations.courseId, courseId), inArray(registrations.state, [...states])))
    .orderBy(asc(registrations.groupId), asc(personView.sortName), asc(registrations.id))
    .all();

/** One of a course; undefined for whoever is not in it. */
export const participantOfCourse = (cx: Context, courseId: number, registrationId: number) =>
  participantsWho(cx, and(eq(registrations.courseId, courseId), eq(registrations.id, registrationId)))[0];

/**
 * Who is in a course in these states, in the order of the roll, a page at a time: the keys of the page first, then what
 * is shown of these alone. `next` is where the page after begins, or null.
 */
export function participantsAfter(
  cx: Context,
  courseId: number,
  states: readonly RegistrationState[],
  after: { name: string; id: number },
) {
  const keys = cx.db
    .select({ id: registrations.id })
    .from(registrations)
    .innerJoin(personView, eq(personView.id, registrations.personId))
    .where(
      and(
        eq(registrations.courseId, courseId),
        inArray(registrations.state, [...states]),
        sql`(${personView.sortName}, ${registrations.id}) > (${after.name}, ${after.id})`,
      ),
    )
    .orderBy(sql`+${personView.sortName}`, asc(registrations.id))
    .limit(pageSize + 1)
    .all()
    .map(({ id }) => id);
  const page = keys.slice(0, pageSize);
  const rows = page.length === 0 ? [] : participantsWho(cx, inArray(registrations.id, page));
  const last = rows.at(-1);
  return { rows, next: keys.length > pageSize && last ? `${last.sortName}_${last.id}` : null };
}

/** One participant, with what their message and a form to correct them need. */
export const participantRow = (cx: Context, registrationId: number) =>
  cx.db
    .select({
      ...participantColumns,
      registeredAt: registrations.registeredAt,
      language: personView.language,
      email: personView.email,
      personVersion: personView.version,
      registrationVersion: registrations.version,
    })
    .from(registrations)
    .innerJoin(personView, eq(personView.id, registrations.personId))
    .leftJoin(organisationView, eq(organisationView.organisationId, personView.organisationId))
    .where(eq(registrations.id, registrationId))
    .get()!;
