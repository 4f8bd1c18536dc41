import type { Granted, GrantedCourse, GrantedRegistration, Reach, Self } from "../access/gate";
import * as gate from "../access/gate";
import type { Context } from "../acts/context";
import { certificatesOf } from "../certificates/store";
import { withSuspension } from "../certificates/suspended";
import { allows, isApproved } from "../courses/rules";
import { type PhoneCheck, phoneLike } from "../fields";
import { questionsIn } from "../forms/store";
import { namesAlone, type PersonsNames } from "../i18n/rules";
import type { PersonRow } from "../people/store";
import { displayPhone, phoneIn } from "../phone/phone";
import { contactOf } from "../programmes/queries";
import { Refusal, refuse } from "../result";
import { onlineSessionsOf } from "../timetable/queries/links";
import { nextSession, nextSessions } from "../timetable/store/described";
import {
  type Decision,
  decisions,
  holdsSeat,
  type RegistrationOrder,
  type RegistrationShare,
  type RegistrationSource,
  type RegistrationState,
  readNumberToQuote,
  statesOf,
} from "./rules";
import { type AskedQuestion, askedOf } from "./schema";
import { countsIn, registrationRowOf } from "./store";
import { decidedAt, decidedByCoordinator, historyOf, lastChange, lastHappenedTo } from "./store/history";
import {
  detailOf,
  keysMatching,
  listOf,
  type Narrowed,
  organisationsIn,
  organisationsWithPlace,
} from "./store/list";
import { namesOf } from "./store/names";
import { followedRow, followedRowsOf } from "./store/own";
import { registeredPeople } from "./store/roster";
import { type SameContact, sameContactIn } from "./store/sameContact";
import { withAttendance } from "./withAttendance";

export type { SameContact };

export type RegistrationFilter = {
  state: RegistrationShare | null;
  q: string | null;
  organisation?: number | null;
  source?: RegistrationSource | null;
  order?: RegistrationOrder;
  /** Where the page begins: `next` of the one before. */
  after?: string | null;
};

/** The number to quote, with or without that of the course before it (14-7, or 7); null where it is of another course. */
function numberIn(courseId: number, text: string | null): number | null {
  const quoted = text === null ? null : readNumberToQuote(text);
  return quoted && (quoted.courseId === null || quoted.courseId === courseId) ? quoted.number : null;
}

/** A filter as the store reads it. */
const narrowed = (courseId: number, filter: RegistrationFilter): Narrowed => ({
  states: filter.state && statesOf(filter.state),
  organisation: filter.organisation ?? null,
  source: filter.source ?? null,
  text: filter.q,
  number: numberIn(courseId, filter.q),
});

/** Registrations of a course with person and organisation, a page at a time, and how many are in each state. */
export function courseRegistrations(
  cx: Context,
  { id }: GrantedCourse<"registrations.read">,
  filter: RegistrationFilter,
) {
  const { programmes } = gate.reach(cx, "registrations.read");
  const { order = "state", after = null } = filter;
  const { rows, next } = listOf(cx, id, programmes, { ...narrowed(id, filter), order, after });
  const counts = countsIn(cx, id);
  return { rows: rows.map((row) => ({ ...row, phone: row.phone && displayPhone(row.phone) })), next, counts };
}

/**
 * Who is registered in a course, by name alone, a page at a time, and how many are in each state.
 * @param after where the page begins: `next` of the one before.
 */
export const registeredByName = (
  cx: Context,
  { id }: GrantedCourse<"registered.read">,
  after: string | null,
) => ({ ...namesOf(cx, id, after), counts: countsIn(cx, id) });

/** The keys and states of all registrations of a course that match, for whoever decides on them together. */
export const matchingRegistrations = (
  cx: Context,
  { id }: GrantedCourse<"registrations.read">,
  filter: RegistrationFilter,
) => keysMatching(cx, id, gate.reach(cx, "registrations.read").programmes, narrowed(id, filter));

/** The registrations of a course whose people share a phone or an e-mail address, by their keys, with the others of each. */
export const sameContacts = (
  cx: Context,
  { id }: GrantedCourse<"registrations.read">,
): ReadonlyMap<number, readonly SameContact[]> => sameContactIn(cx, id);

/** The last change that a page of registrations shows now; a decision that is taken there says it. */
export const lastSeen = (cx: Context, _course: GrantedCourse<"registrations.read">): number => lastChange(cx);

/** What happened last to registrations of a course that a decision left as they were, when, and who did it. */
export const happenedTo = (
  cx: Context,
  course: GrantedCourse<"registrations.read">,
  ids: readonly number[],
) => (ids.length === 0 ? [] : lastHappenedTo(cx, course.id, ids));

/** From which organisations the people of a course come, how many from each, and which of them have somebody with a place. */
export const organisationsInCourse = (cx: Context, { id }: GrantedCourse<"registrations.read">) => ({
  all: organisationsIn(cx, id),
  withPlace: organisationsWithPlace(cx, id),
});

/** One registration of a course with its answers and its whole history. */
export function registrationDetail(cx: Context, { id }: GrantedRegistration<"registrations.read">) {
  const row = detailOf(cx, id);
  return { ...row, phone: row.phone && displayPhone(row.phone), history: historyOf(cx, id) };
}

/** How many of these registrations of a course a coordinator decided on last, for whom that can be undone. */
export const undoableDecisions = (
  cx: Context,
  course: GrantedCourse<"registrations.decide">,
  ids: readonly number[],
): number => decidedByCoordinator(cx, course.id, ids).length;

/**
 * The decision that the viewer took at this instant, as long as all of it can be undone: what it was and on which
 * registrations, and of whom where it is one; null where there is none such.
 */
export function undoableDecision(
  cx: Context,
  course: GrantedCourse<"registrations.read">,
  at: number | null,
): { ids: number[]; to: Decision; who: PersonsNames | null } | null {
  if (at === null || !allows(course.state, "decide")) return null;
  if (!gate.mayIn(cx, "registrations.decide", course)) return null;
  const ids = decidedAt(cx, course.id, at);
  const rows =
    ids.length === 0 ? [] : decidedByCoordinator(cx, course.id, ids).filter((row) => row.decidedAt === at);
  const to = rows.length === ids.length && decisions.find((decision) => decision === rows[0]?.state);
  if (!to) return null;
  const [one] = ids.length === 1 ? registeredPeople(cx, ids) : [];
  return { ids, to, who: one ? namesAlone(one) : null };
}

/** True where the viewer took a decision at this instant that can no longer be undone: something has happened since. */
export const isOvertaken = (
  cx: Context,
  course: GrantedCourse<"registrations.read">,
  at: number | null,
): boolean =>
  at !== null &&
  allows(course.state, "decide") &&
  undoableDecision(cx, course, at) === null &&
  decidedAt(cx, course.id, at).length > 0;

/** The registration of whoever is signed in in a course that people register in; null where there is none. */
export const registrationIn = (
  cx: Context,
  self: Granted<Self, "account.own">,
  course: GrantedCourse<"registration.create">,
): { token: string; state: RegistrationState } | null =>
  registrationRowOf(cx, course.id, self.personId) ?? null;

/** The groups that somebody is in, by their registrations. */
const groupsOf = (rows: readonly { groupId: number | null }[]): number[] =>
  rows.flatMap(({ groupId }) => groupId ?? []);

/** A registration as the person sees it on their own page, with or without an account. */
export function followRegistration(cx: Context, { id }: GrantedRegistration<"registration.follow">) {
  const row = followedRow(cx, id);
  return {
    ...withAttendance(cx, row, withSuspension(cx, certificatesOf(cx, [id]))),
    history: historyOf(cx, id),
    nextSession: nextSession(cx, row.courseId, cx.now, groupsOf([row])),
    online: onlineSessionsOf(cx, row),
    contact: contactOf(cx, row.programmeId),
  };
}
export type Followed = ReturnType<typeof followRegistration>;

/** Registrations with what the rolls say and with their certificates. */
function withDocuments(cx: Context, rows: ReturnType<typeof followedRowsOf>) {
  const ids = rows.map((row) => row.id);
  const documents = withSuspension(cx, certificatesOf(cx, ids));
  const of = (id: number) => documents.filter((c) => c.registrationId === id);
  return rows.map((row) => withAttendance(cx, row, of(row.id)));
}

/**
 * Everything that whoever is signed in registered for, newest first, with their certificates; of courses in which they hold
 * a place also when and where they are to be next.
 */
export function ownRegistrations(cx: Context, self: Granted<Self, "account.own">) {
  const own = withDocuments(cx, followedRowsOf(cx, self.personId, null));
  const comes = own.filter(({ state, courseState }) => holdsSeat(state) && allows(courseState, "decide"));
  const next = nextSessions(
    cx,
    comes.map(({ courseId }) => courseId),
    cx.now,
    groupsOf(comes),
  );
  return own.map((row) => ({
    ...row,
    nextSession: comes.includes(row) ? (next.get(row.courseId) ?? null) : null,
  }));
}
export type OwnRegistration = ReturnType<typeof ownRegistrations>[number];

/**
 * What somebody registered for within a coordinator's programmes, newest first, with their certificates. A workshop shows
 * once it counts.
 */
export const registrationsOf = (
  cx: Context,
  person: Granted<PersonRow, "people.read">,
  { programmes }: Granted<Reach, "people.read">,
) => withDocuments(cx, followedRowsOf(cx, person.id, programmes));

export type FollowedRegistration = ReturnType<typeof registrationsOf>[number];

/** What a course asks of whoever registers in it: its questions, and how a phone is checked in its country. */
type Asked = [questions: AskedQuestion[], phone: PhoneCheck];

/** What a course asks, once the gate has handed it out; nothing where it refuses, which the command then says. */
function askedIn(cx: Context, handOut: () => { id: number; country: string }): Asked {
  try {
    const course = handOut();
    return [askedOf(questionsIn(cx, course.id)), phoneIn(course.country)];
  } catch (error) {
    if (error instanceof Refusal) return [[], phoneLike];
    throw error;
  }
}

/** What registering in a course asks; nothing where the viewer may not register people there. */
export const askedInCourse = (
  cx: Context,
  permission: "registrations.decide" | "participants.register",
  courseId: number,
): Asked =>
  askedIn(cx, () =>
    permission === "participants.register"
      ? gate.workshop(cx, permission, courseId)
      : gate.course(cx, permission, courseId),
  );

/** What a course that is public asks, by its address; nothing where there is no such course. */
export const askedInPublic = (cx: Context, slug: string): Asked =>
  askedIn(cx, () => {
    const course = gate.courseBySlug(cx, slug);
    return isApproved(course) && allows(course.state, "public") ? course : refuse("notFound");
  });
