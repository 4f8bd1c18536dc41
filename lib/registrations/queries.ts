import { and, asc, desc, eq, inArray, isNotNull, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { among, outer, prepared } from "@/db/client";
import {
  certificates,
  courses,
  organisations,
  persons,
  programmes,
  registrationChanges,
  registrations,
  replacedBy,
} from "@/db/schema";
import { inProgrammes, mayInCourse, programmesOf } from "../access/queries";
import type { Context } from "../acts/context";
import { attendanceIn } from "../attendance/queries/entries";
import { counts } from "../courses/queries";
import { isPersonFoundBy } from "../people/store/search";
import { displayPhone } from "../phone/phone";
import { holdsSeat, type RegistrationState, readNumberToQuote, registrationStates } from "./rules";

/** The place on the waiting list, from 1; null for whoever is not on it. */
const waitingNumber = sql<
  number | null
>`case when ${registrations.state} = 'waiting' then (select count(*) from registrations as ahead where ahead.course_id = ${registrations.courseId} and ahead.state = 'waiting' and ahead.waiting_sequence <= ${registrations.waitingSequence}) end`;

export type RegistrationFilter = {
  state: RegistrationState | null;
  q: string | null;
  /** Where the page begins: `next` of the one before. */
  after?: string | null;
};

/** So many registrations come at once. */
const pageSize = 100;

/** Where a registration stands in its course's list: what is to be decided first, then by turn and number. */
const rank = sql<number>`case ${registrations.state} when 'to_confirm' then 0 when 'applied' then 1 when 'nominated' then 2 when 'shortlisted' then 3 when 'waiting' then 4 else 5 end`;
const turn = sql<number>`coalesce(${registrations.waitingSequence}, 0)`;

/** The number to quote, with or without that of the course before it: 14-7, or 7. */
function hasNumber(courseId: number, text: string) {
  const quoted = readNumberToQuote(text);
  if (!quoted || (quoted.courseId && quoted.courseId !== courseId)) return undefined;
  return eq(registrations.number, quoted.number);
}

/**
 * Registrations of a course with person and organisation, a page at a time, and how many are in each state; null where the
 * viewer may not see them.
 */
export function courseRegistrations(cx: Context, courseId: number, filter: RegistrationFilter) {
  if (!mayInCourse(cx, "registrations.read", courseId)) return null;
  const after = /^(\d)_(\d+)_(\d+)$/.exec(filter.after ?? "")?.map(Number);
  const rows = cx.db
    .select({
      id: registrations.id,
      number: registrations.number,
      state: registrations.state,
      rank,
      turn,
      waitingNumber,
      source: registrations.source,
      registeredAt: registrations.registeredAt,
      needs: registrations.needs,
      personId: persons.id,
      name: persons.name,
      latinName: persons.latinName,
      email: persons.email,
      phone: persons.phone,
      position: persons.position,
      organisation: organisations.name,
    })
    .from(registrations)
    .innerJoin(persons, eq(persons.id, registrations.personId))
    .leftJoin(organisations, eq(organisations.id, persons.organisationId))
    .where(
      and(
        eq(registrations.courseId, courseId),
        filter.state ? eq(registrations.state, filter.state) : undefined,
        filter.q
          ? or(isPersonFoundBy(cx, registrations.personId, filter.q), hasNumber(courseId, filter.q))
          : undefined,
        after && sql`(${rank}, ${turn}, ${registrations.number}) > (${after[1]}, ${after[2]}, ${after[3]})`,
      ),
    )
    .orderBy(rank, turn, asc(registrations.number))
    .limit(pageSize + 1)
    .all();
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  const byState = cx.db
    .select({ state: registrations.state, count: sql<number>`count(*)` })
    .from(registrations)
    .where(eq(registrations.courseId, courseId))
    .groupBy(registrations.state)
    .all();
  const counts = Object.fromEntries(registrationStates.map((s) => [s, 0])) as Record<
    RegistrationState,
    number
  >;
  for (const { state, count } of byState) counts[state] = count;
  return {
    rows: page.map((row) => ({ ...row, phone: row.phone && displayPhone(row.phone) })),
    next: rows.length > pageSize && last ? `${last.rank}_${last.turn}_${last.number}` : null,
    counts,
  };
}
export type RegistrationRow = NonNullable<ReturnType<typeof courseRegistrations>>["rows"][number];

/** One registration of a course with its answers and its whole history; null where there is none for the viewer. */
export function registrationDetail(cx: Context, courseId: number, registrationId: number) {
  if (!mayInCourse(cx, "registrations.read", courseId)) return null;
  const row = cx.db
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
      personId: persons.id,
      name: persons.name,
      latinName: persons.latinName,
      email: persons.email,
      phone: persons.phone,
      position: persons.position,
      organisation: organisations.name,
    })
    .from(registrations)
    .innerJoin(persons, eq(persons.id, registrations.personId))
    .leftJoin(organisations, eq(organisations.id, persons.organisationId))
    .where(and(eq(registrations.id, registrationId), eq(registrations.courseId, courseId)))
    .get();
  if (!row) return null;
  return { ...row, phone: row.phone && displayPhone(row.phone), history: historyOf(cx, registrationId) };
}

function historyOf(cx: Context, registrationId: number) {
  const by = alias(persons, "decider");
  return cx.db
    .select({
      id: registrationChanges.id,
      fromState: registrationChanges.fromState,
      toState: registrationChanges.toState,
      reason: registrationChanges.reason,
      at: registrationChanges.at,
      by: by.name,
    })
    .from(registrationChanges)
    .leftJoin(by, eq(by.id, registrationChanges.byPersonId))
    .where(eq(registrationChanges.registrationId, registrationId))
    .orderBy(asc(registrationChanges.id))
    .all();
}

/**
 * Those of these registrations of a course that a coordinator withdrew, with the state that each had before; others, and
 * those that something happened to since, are left out.
 */
export function withdrawnByCoordinator(cx: Context, courseId: number, ids: readonly number[]) {
  return cx.db
    .select({
      id: registrations.id,
      personId: registrations.personId,
      state: registrations.state,
      before: sql<RegistrationState>`${registrationChanges.fromState}`,
    })
    .from(registrations)
    .innerJoin(registrationChanges, eq(registrationChanges.registrationId, registrations.id))
    .where(
      and(
        eq(registrations.courseId, courseId),
        inArray(registrations.id, [...ids]),
        eq(registrations.state, "withdrawn"),
        eq(registrationChanges.cause, "decided"),
        sql`${registrationChanges.id} = (select max(id) from registration_changes as own where own.registration_id = ${outer(registrations.id)})`,
      ),
    )
    .all();
}

/** How many of these registrations a coordinator withdrew, for whom that can be undone; 0 where the viewer may not. */
export const undoableWithdrawals = (cx: Context, courseId: number, ids: readonly number[]): number =>
  mayInCourse(cx, "registrations.decide", courseId) ? withdrawnByCoordinator(cx, courseId, ids).length : 0;

/** The viewer's own registration in a course; null where there is none. */
export function registrationIn(cx: Context, courseId: number) {
  if (cx.viewer.personId === null) return null;
  return (
    cx.db
      .select({ token: registrations.token, state: registrations.state })
      .from(registrations)
      .where(and(eq(registrations.courseId, courseId), eq(registrations.personId, cx.viewer.personId)))
      .get() ?? null
  );
}

const followColumns = {
  id: registrations.id,
  token: registrations.token,
  number: registrations.number,
  state: registrations.state,
  waitingNumber,
  registeredAt: registrations.registeredAt,
  personId: registrations.personId,
  name: persons.name,
  courseId: courses.id,
  approvedAt: courses.approvedAt,
  slug: courses.slug,
  title: courses.title,
  place: courses.place,
  country: courses.country,
  mode: courses.mode,
  zone: courses.zone,
  courseState: courses.state,
  courseReason: courses.stateReason,
  admission: courses.admission,
  applyBy: courses.applyBy,
  startsOn: courses.startsOn,
  endsOn: courses.endsOn,
  year: courses.year,
  datesNote: courses.datesNote,
  programme: programmes.code,
  fictional: courses.fictional,
  placeSince: registrations.placeSince,
};

/** The same with what the rolls say of the person; nothing counts for whoever holds no place. */
function withAttendance<
  Row extends { id: number; courseId: number; state: RegistrationState; placeSince: number | null },
>(cx: Context, row: Row): Row & { attendedMinutes: number; plannedMinutes: number } {
  if (!holdsSeat(row.state)) return { ...row, attendedMinutes: 0, plannedMinutes: 0 };
  const { minutes, plannedMinutes } = attendanceIn(cx, row.courseId, row.id)(row);
  return { ...row, attendedMinutes: minutes, plannedMinutes };
}

/** A registration by its unguessable token: what the person sees, with or without an account. */
export function followRegistration(cx: Context, token: string) {
  const row = cx.db
    .select(followColumns)
    .from(registrations)
    .innerJoin(persons, eq(persons.id, registrations.personId))
    .innerJoin(courses, eq(courses.id, registrations.courseId))
    .innerJoin(programmes, eq(programmes.id, courses.programmeId))
    .where(eq(registrations.token, token))
    .get();
  if (!row) return null;
  return {
    ...withAttendance(cx, row),
    certificates: certificatesFor(cx, [row.id]),
    history: historyOf(cx, row.id),
  };
}

/** Those that became valid; what was prepared and never did is nothing to them. */
function certificatesFor(cx: Context, registrationIds: number[]) {
  return certificateRows(cx.db).all({ registrationIds: JSON.stringify(registrationIds) });
}

const certificateRows = prepared((db) =>
  db
    .select({
      registrationId: certificates.registrationId,
      serial: certificates.serial,
      kind: certificates.kind,
      issuedOn: certificates.issuedOn,
      expiresOn: certificates.expiresOn,
      validFrom: certificates.validFrom,
      voidedAt: certificates.voidedAt,
      revokedAt: certificates.revokedAt,
      replacedBy,
    })
    .from(certificates)
    .where(and(among(certificates.registrationId, "registrationIds"), isNotNull(certificates.validFrom)))
    .orderBy(asc(certificates.id))
    .prepare(),
);

const personRows = prepared((db) =>
  db
    .select(followColumns)
    .from(registrations)
    .innerJoin(persons, eq(persons.id, registrations.personId))
    .innerJoin(courses, eq(courses.id, registrations.courseId))
    .innerJoin(programmes, eq(programmes.id, courses.programmeId))
    .where(
      and(
        eq(registrations.personId, sql.placeholder("personId")),
        or(eq(registrations.personId, sql.placeholder("viewerId")), and(inProgrammes(), counts)),
      ),
    )
    .orderBy(desc(courses.startsOn), desc(registrations.id))
    .prepare(),
);

/**
 * Everything that a person registered for, newest first, with their certificates. To others than themselves a workshop
 * shows once it counts.
 */
export function registrationsOf(cx: Context, personId: number) {
  const rows = personRows(cx.db).all({
    personId,
    viewerId: cx.viewer.personId,
    ...programmesOf(cx),
  });
  const documents = certificatesFor(
    cx,
    rows.map((r) => r.id),
  );
  return rows.map((row) => ({
    ...withAttendance(cx, row),
    certificates: documents.filter((c) => c.registrationId === row.id),
  }));
}
export type FollowedRegistration = ReturnType<typeof registrationsOf>[number];
