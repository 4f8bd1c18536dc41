import { and, asc, eq, inArray, or, sql } from "drizzle-orm";
import { outer } from "@/db/client";
import {
  accounts,
  certificates,
  courses,
  courseTrainers,
  organisations,
  personProgrammes,
  persons,
  programmeMembers,
  registrationChanges,
  registrations,
} from "@/db/schema";
import { courseScope } from "../access/queries";
import { may } from "../access/rules";
import type { Context } from "../acts/context";
import { valuesOf } from "../messages/values";
import { sameName } from "../names/rules";
import { displayPhone } from "../phone/phone";
import { seatStates } from "../registrations/rules";
import { type KnownPerson, participantStates, versionsOf } from "./rules";

/**
 * True where the course is a trainer's own workshop in which the viewer may do that: its trainer, and coordinators of
 * its programme. In a course that a coordinator planned there is no such list.
 */
export function mayInWorkshop(
  cx: Context,
  permission: "participants.read" | "participants.register",
  courseId: number,
): boolean {
  const scope = courseScope(cx, courseId);
  if (!scope || !may(cx.viewer, permission, scope)) return false;
  if (scope.schedules) return true;
  const row = cx.db.select({ by: courses.scheduledBy }).from(courses).where(eq(courses.id, courseId)).get();
  return row !== undefined && row.by !== null;
}

/** Who made a registration: null where the person did so themselves, without an account. */
const registeredBy = sql<
  number | null
>`(select ${registrationChanges.byPersonId} from ${registrationChanges} where ${registrationChanges.registrationId} = ${outer(registrations.id)} and ${registrationChanges.fromState} is null order by ${registrationChanges.id} limit 1)`;

/** Nothing but these columns leaves this file: what is said for the totals is in no query here. */
const columns = {
  id: registrations.id,
  number: registrations.number,
  state: registrations.state,
  waitingNumber: sql<
    number | null
  >`case when ${registrations.state} = 'waiting' then (select count(*) from registrations as ahead where ahead.course_id = ${outer(registrations.courseId)} and ahead.state = 'waiting' and ahead.waiting_sequence <= ${outer(registrations.waitingSequence)}) end`,
  needs: registrations.needs,
  name: persons.name,
  latinName: persons.latinName,
  phone: persons.phone,
  organisation: organisations.name,
};

const rows = (cx: Context) =>
  cx.db
    .select(columns)
    .from(registrations)
    .innerJoin(persons, eq(persons.id, registrations.personId))
    .leftJoin(organisations, eq(organisations.id, persons.organisationId));

/**
 * Everyone with a place in a trainer's own workshop or waiting for one, in the order of the roll, and beside them who left; null where
 * the viewer may not see them. Phones are E.164.
 */
export function participants(cx: Context, courseId: number) {
  if (!mayInWorkshop(cx, "participants.read", courseId)) return null;
  const all = rows(cx)
    .where(
      and(
        eq(registrations.courseId, courseId),
        inArray(registrations.state, [...participantStates, "withdrawn"]),
      ),
    )
    .orderBy(asc(persons.sortName), asc(registrations.id))
    .all();
  return {
    people: all.filter((row) => row.state !== "withdrawn"),
    left: all.filter((row) => row.state === "withdrawn"),
  };
}
export type Participant = NonNullable<ReturnType<typeof participants>>["people"][number];

/**
 * One participant with what their message says and what the viewer may do about them; null where there is none for the
 * viewer, as for whom a coordinator declined. `values` are those of a message, in the person's language, with the link to
 * their own page; null where it is not the viewer's to hand over.
 */
export function participant(cx: Context, courseId: number, registrationId: number) {
  if (!mayInWorkshop(cx, "participants.read", courseId)) return null;
  const row = cx.db
    .select({
      ...columns,
      personId: registrations.personId,
      registeredAt: registrations.registeredAt,
      language: persons.language,
      email: persons.email,
      personVersion: persons.version,
      registrationVersion: registrations.version,
    })
    .from(registrations)
    .innerJoin(persons, eq(persons.id, registrations.personId))
    .leftJoin(organisations, eq(organisations.id, persons.organisationId))
    .where(
      and(
        eq(registrations.id, registrationId),
        eq(registrations.courseId, courseId),
        inArray(registrations.state, [...participantStates, "withdrawn"]),
      ),
    )
    .get();
  if (!row) return null;
  const { personId, personVersion, registrationVersion, ...shown } = row;
  return {
    ...shown,
    version: versionsOf({ version: personVersion }, { version: registrationVersion }),
    mayMend: mendFault(cx, { id: registrationId, personId }) === null,
    mayTakeBack: mayTakeBack(cx, courseId, registrationId),
    shownPhone: row.phone && displayPhone(row.phone),
    values: mayShare(cx, courseId, { id: registrationId, personId })
      ? valuesOf(cx, { personId, registrationId, courseId, params: {} }, row.language)
      : null,
  };
}

/** Who made that registration. */
const makerOf = (cx: Context, registrationId: number) =>
  cx.db.select({ by: registeredBy }).from(registrations).where(eq(registrations.id, registrationId)).get()
    ?.by ?? null;

/** True where the viewer may take that registration back: whoever made it, and coordinators. */
export const mayTakeBack = (cx: Context, courseId: number, registrationId: number): boolean =>
  may(cx.viewer, "registrations.decide", courseScope(cx, courseId) ?? {}) ||
  (cx.viewer.personId !== null && makerOf(cx, registrationId) === cx.viewer.personId);

/** True where somebody signs in as that person. */
const hasAccount = (cx: Context, personId: number): boolean =>
  cx.db.select({ id: accounts.id }).from(accounts).where(eq(accounts.personId, personId)).get() !== undefined;

/**
 * True where the viewer may hand a participant the link to their own page: coordinators, and whoever registered somebody
 * who has no account. Its holder can withdraw the person and load the certificate, so it is nobody else's.
 */
const mayShare = (cx: Context, courseId: number, registration: { id: number; personId: number }): boolean =>
  may(cx.viewer, "registrations.decide", courseScope(cx, courseId) ?? {}) ||
  (cx.viewer.personId !== null &&
    makerOf(cx, registration.id) === cx.viewer.personId &&
    !hasAccount(cx, registration.personId));

/**
 * Why the viewer may not correct what stands there of a participant, or null where they may: of somebody whom they
 * registered, who has no account, holds nothing beside registrations that the viewer made, and no certificate. What
 * somebody signs in with, or is known by to others, is theirs and the coordinators' to change.
 */
export function mendFault(
  cx: Context,
  registration: { id: number; personId: number },
): "mendNotYours" | "mendHasAccount" | "mendElsewhere" | "mendHasCertificate" | null {
  const { personId } = registration;
  if (cx.viewer.personId === null || makerOf(cx, registration.id) !== cx.viewer.personId)
    return "mendNotYours";
  if (hasAccount(cx, personId)) return "mendHasAccount";
  const others = cx.db
    .select({ by: registeredBy })
    .from(registrations)
    .where(eq(registrations.personId, personId))
    .all();
  const known = cx.db
    .select({ by: personProgrammes.byPersonId })
    .from(personProgrammes)
    .where(eq(personProgrammes.personId, personId))
    .all();
  const role =
    cx.db.select().from(programmeMembers).where(eq(programmeMembers.personId, personId)).get() ??
    cx.db.select().from(courseTrainers).where(eq(courseTrainers.personId, personId)).get();
  if (role || [...others, ...known].some(({ by }) => by !== cx.viewer.personId)) return "mendElsewhere";
  const holds = cx.db
    .select({ id: certificates.id })
    .from(certificates)
    .innerJoin(registrations, eq(registrations.id, certificates.registrationId))
    .where(eq(registrations.personId, personId))
    .get();
  return holds ? "mendHasCertificate" : null;
}

/**
 * Who may be meant by that name and contact: people of the programme with exactly this phone or e-mail address, and
 * people in the course of that name. Names alone; whoever is of another programme is not found. `sure`: the one with
 * both that name and that contact, who is not asked about.
 */
export function whoMayBeMeant(
  cx: Context,
  course: { id: number; programmeId: number },
  typed: { name: string; phone: string | null; email: string | null },
): { sure: number | null; possible: KnownPerson[] } {
  const there = sql<number>`exists (select 1 from ${registrations} where ${registrations.courseId} = ${course.id} and ${registrations.personId} = ${outer(persons.id)} and ${inArray(registrations.state, [...participantStates])})`;
  const byContact =
    typed.phone || typed.email
      ? cx.db
          .select({ id: persons.id, name: persons.name, there })
          .from(persons)
          .innerJoin(
            personProgrammes,
            and(
              eq(personProgrammes.personId, persons.id),
              eq(personProgrammes.programmeId, course.programmeId),
            ),
          )
          .where(
            or(
              typed.phone ? eq(persons.phone, typed.phone) : undefined,
              typed.email ? eq(persons.email, typed.email) : undefined,
            ),
          )
          .orderBy(asc(persons.id))
          .all()
      : [];
  const inCourse = cx.db
    .select({ id: persons.id, name: persons.name, there })
    .from(registrations)
    .innerJoin(persons, eq(persons.id, registrations.personId))
    .where(eq(registrations.courseId, course.id))
    .orderBy(asc(persons.id))
    .all()
    .filter((p) => sameName(p.name, typed.name));
  const named = byContact.filter((p) => sameName(p.name, typed.name));
  const sure = named.find((p) => p.there) ?? named[0] ?? null;
  const possible = [...byContact, ...inCourse].filter(
    (p, i, all) => all.findIndex((o) => o.id === p.id) === i,
  );
  return {
    sure: sure?.id ?? null,
    possible: possible.slice(0, 10).map((p) => ({ id: p.id, name: p.name, here: Boolean(p.there) })),
  };
}

/**
 * The people of a sheet to sign, in the order of the roll: whoever holds a place, with nothing that is not for everybody's eyes. For the
 * trainers of a course and its coordinators; null for others.
 */
export function sheetPeople(cx: Context, courseId: number) {
  const scope = courseScope(cx, courseId);
  if (!scope || !(may(cx.viewer, "roll.read", scope) || may(cx.viewer, "participants.read", scope)))
    return null;
  return cx.db
    .select({
      id: registrations.id,
      name: persons.name,
      latinName: persons.latinName,
      organisation: organisations.name,
    })
    .from(registrations)
    .innerJoin(persons, eq(persons.id, registrations.personId))
    .leftJoin(organisations, eq(organisations.id, persons.organisationId))
    .where(and(eq(registrations.courseId, courseId), inArray(registrations.state, [...seatStates])))
    .orderBy(asc(persons.sortName), asc(registrations.id))
    .all();
}
