import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import type { Db } from "@/db/client";
import { courses, persons, registrations, sessions } from "@/db/schema";
import { demand } from "../access/demand";
import { courseScope } from "../access/queries";
import { may, type Viewer } from "../access/rules";
import { withinLimit, wouldBeWithinLimit } from "../accounts/commands";
import { takeRoll } from "../attendance/commands";
import { usualLateMinutes } from "../attendance/rules";
import { audit, change } from "../audit/commands";
import { allows } from "../courses/rules";
import { keyedHash } from "../crypto/tokens";
import { environment } from "../env/environment";
import { fault } from "../faults";
import { nameKey } from "../names/rules";
import { saveSensitiveFacts, updatePerson } from "../people/commands";
import { answersOf, questionsOf } from "../registrations/commands/answers";
import { factsSaid, insertPerson, phoneOf } from "../registrations/commands/person";
import {
  type Course,
  courseByKey,
  insert,
  load,
  madeByForm,
  move,
  ofPerson,
  promote,
  tell,
} from "../registrations/commands/place";
import { consentVersion, holdsSeat, mayBecome, type RegistrationState } from "../registrations/rules";
import { Refusal, type Result, refuse, refuseAt } from "../result";
import { mayTakeBack, mendFault, whoMayBeMeant } from "./queries";
import { expectedWithOneMore, knownContactLimit, mostPlaces, versionsOf } from "./rules";
import type { ParticipantInput, participantEditSchema, participantKeySchema, WalkInInput } from "./schema";

/**
 * What came of registering somebody. `expected`: the new expected number, where it was raised; else null.
 * `known`: true where the person was recorded before, whose name and organisation stay as they were.
 */
export type Registered = {
  courseId: number;
  slug: string;
  registrationId: number;
  name: string;
  number: string;
  expected: number | null;
  known: boolean;
};

/** The same of somebody who walked in, with the session in which they are marked present. */
export type WalkedIn = Registered & { sessionId: number };

/** A trainer's own workshop in which the viewer registers people; else ends the transaction. */
function workshopFor(db: Db, viewer: Viewer, courseId: number): Course {
  const course = courseByKey(db).get({ courseId }) ?? refuse("notFound");
  demand(viewer, "participants.register", courseScope(viewer, courseId) ?? {});
  if (course.scheduledBy === null) refuse("notFound");
  return course;
}

/** The same while its participants can change; said beside the whole form where it has ended meanwhile. */
function workshopUnderWay(db: Db, viewer: Viewer, courseId: number): Course {
  const course = workshopFor(db, viewer, courseId);
  if (!allows(course.state, "decide")) refuse("workshopOver", { params: { state: course.state } });
  return course;
}

/**
 * Registers somebody in a trainer's own workshop and gives them a place at once: somebody known there or in the programme
 * by the same name and contact, else a new person. Of somebody known, what they said of themselves stays: only what is
 * missing is added to it. Where several may be meant, nothing happens and the fault asks who; how often it may is
 * counted. The expected number grows where it is reached.
 */
export const registerParticipant = (viewer: Viewer, input: ParticipantInput, now: number) =>
  registerSomebody(viewer, input, null, now);

/** The same of somebody who walked in: registered and marked present in that session, or neither. */
export function registerWalkIn(viewer: Viewer, input: WalkInInput, now: number): Result<WalkedIn> {
  const { sessionId, reason } = input;
  const done = registerSomebody(viewer, input, { sessionId, reason }, now);
  return done.ok ? { ok: true, value: { ...done.value, sessionId } } : done;
}

type Presence = { sessionId: number; reason: string | null };

function registerSomebody(
  viewer: Viewer,
  input: ParticipantInput,
  presence: Presence | null,
  now: number,
): Result<Registered> {
  const limitKey = `participants:known:${viewer.accountId}`;
  const mayAsk = wouldBeWithinLimit(limitKey, knownContactLimit, now).allowed;
  const done = change((db) => {
    const course = workshopUnderWay(db, viewer, input.courseId);
    if (presence) sessionOf(db, course.id, presence.sessionId);
    const phone = phoneOf(input.phone, course.country);
    const { email, name } = input;
    const formKey = keyOfForm(input.formKey, [nameKey(name), phone, email]);
    const again = madeByForm(db).get({ courseId: course.id, formKey });
    if (again && holdsSeat(again.state)) return outcome(db, course, again.id, null);
    const personId = again ? null : whoIsMeant(db, course, { ...input, phone }, mayAsk);
    const there = personId === null ? again : ofPerson(db).get({ courseId: course.id, personId });
    const raised = makeRoom(db, course, now);
    let registrationId: number;
    if (there) {
      giveSeat(db, viewer, course, there.id, input, now);
      registrationId = there.id;
    } else {
      const { needs, photoConsent, language } = input;
      registrationId = insert(
        db,
        viewer,
        course,
        "accepted",
        {
          personId: personId ?? insertPerson(db, { ...input, position: null }, { email, phone }, course, now),
          source: "coordinator",
          answers: answersOf(questionsOf(db).all({ courseId: course.id }), input.answers),
          needs,
          photoConsent,
          formKey,
          consentVersion,
          consentLanguage: language,
          consentAt: now,
        },
        load(db, course.id),
        now,
      ).id;
    }
    const row = rowOf(db, course.id, registrationId);
    saveSensitiveFacts(db, row.personId, course.programmeId, factsSaid(input), now, "addMissing");
    if (presence) markPresent(viewer, registrationId, presence, now);
    else tellByMail(db, row, course, now);
    return outcome(db, course, registrationId, raised, personId !== null);
  });
  if (!done.ok && done.fault.fields?.known?.code === "knownContact")
    withinLimit(limitKey, knownContactLimit, now);
  return done;
}

/**
 * The form's key with what it says of the person: sent twice it is one registration, but who goes back, writes another
 * name and sends it again registers somebody else.
 */
const keyOfForm = (formKey: string, person: readonly (string | null)[]) =>
  `${formKey}.${keyedHash(environment().key, person.join("\n")).slice(0, 16)}`;

/** The session of that course; a key of another course is not found. */
function sessionOf(db: Db, courseId: number, sessionId: number) {
  return (
    db
      .select({ id: sessions.id })
      .from(sessions)
      .where(and(eq(sessions.id, sessionId), eq(sessions.courseId, courseId)))
      .get() ?? refuse("notFound")
  );
}

/** The person who is meant, where they are known; null for somebody new. Asks back where that is not sure. */
function whoIsMeant(
  db: Db,
  course: Course,
  input: Pick<ParticipantInput, "name" | "phone" | "email" | "known">,
  mayAsk: boolean,
): number | null {
  const { sure, possible } = whoMayBeMeant(db, course, input);
  const chosen =
    typeof input.known === "number" ? (possible.find((p) => p.id === input.known) ?? null) : null;
  if (typeof input.known === "number" && chosen === null) refuseAt({ known: fault("choose") });
  const personId = chosen?.id ?? sure;
  if (personId !== null) {
    const there = ofPerson(db).get({ courseId: course.id, personId });
    if (there && holdsSeat(rowOf(db, course.id, there.id).state))
      refuseAt({
        [chosen ? "known" : "name"]: fault("alreadyInCourse", {
          href: `/desk/courses/${course.id}/participants/${there.id}`,
        }),
      });
    return personId;
  }
  // Without asking, somebody new: who is known by that contact is shown to nobody who tries too many.
  if (input.known === null && possible.length > 0 && mayAsk)
    refuseAt({ known: fault("knownContact", { people: possible }) });
  return null;
}

/** The row of a registration of that course; a key of another course is not found. */
const rowOf = (db: Db, courseId: number, registrationId: number) =>
  db
    .select()
    .from(registrations)
    .where(and(eq(registrations.id, registrationId), eq(registrations.courseId, courseId)))
    .get() ?? refuse("notFound");

/** Raises the expected number where nobody more would have a place; the new one, or null where it stays. */
function makeRoom(db: Db, course: Course, now: number): number | null {
  const expected = expectedWithOneMore(course.capacity, load(db, course.id).seatsTaken);
  if (expected === null) refuse("workshopFull", { params: { max: mostPlaces } });
  if (expected === course.capacity) return null;
  db.update(courses)
    .set({ capacity: expected, version: course.version + 1, updatedAt: now })
    .where(eq(courses.id, course.id))
    .run();
  return expected;
}

/** Whom a coordinator declined, a trainer neither takes in after all nor changes. */
function demandNotDeclined(viewer: Viewer, course: Course, state: RegistrationState): void {
  if (state === "declined" && !may(viewer, "registrations.decide", courseScope(viewer, course.id) ?? {}))
    refuse("declinedByCoordinator");
}

/**
 * Gives a place to somebody who is in the course without one. What stands there of their needs and consent is theirs: of
 * what is said now, only what is missing is added.
 */
function giveSeat(
  db: Db,
  viewer: Viewer,
  course: Course,
  registrationId: number,
  said: Pick<ParticipantInput, "needs" | "language"> | null,
  now: number,
): void {
  const row = rowOf(db, course.id, registrationId);
  demandNotDeclined(viewer, course, row.state);
  if (!mayBecome(row.state, "accepted")) refuse("workshopOver", { params: { state: course.state } });
  move(db, viewer, row, "accepted", "decided", null, now);
  if (said)
    db.update(registrations)
      .set({
        needs: row.needs ?? said.needs,
        ...(row.consentAt === null ? { consentVersion, consentLanguage: said.language, consentAt: now } : {}),
      })
      .where(eq(registrations.id, row.id))
      .run();
}

/** Puts somebody on the roll of a session as present, by the roll's own rules, within the open transaction. */
function markPresent(
  viewer: Viewer,
  registrationId: number,
  { sessionId, reason }: Presence,
  now: number,
): void {
  const mark = { registrationId, state: "present" as const, lateMinutes: usualLateMinutes };
  const taken = takeRoll(viewer, { sessionId, marks: [mark], reason }, now);
  if (!taken.ok) throw new Refusal(taken.fault);
}

/** Who is registered by a trainer hears of it from them; by mail as well where mail reaches them. */
function tellByMail(db: Db, row: typeof registrations.$inferSelect, course: Course, now: number): void {
  const person = db.select({ email: persons.email }).from(persons).where(eq(persons.id, row.personId)).get();
  if (person?.email && environment().smtpUrl) tell(db, row, course, "registrationAccepted", now);
}

function outcome(
  db: Db,
  course: Course,
  registrationId: number,
  expected: number | null,
  known = false,
): Registered {
  const { number, personId } = rowOf(db, course.id, registrationId);
  const { name } = db.select({ name: persons.name }).from(persons).where(eq(persons.id, personId)).get()!;
  return {
    courseId: course.id,
    slug: course.slug,
    registrationId,
    name,
    number: `${course.id}-${number}`,
    expected,
    known,
  };
}

/**
 * Takes a registration back that was made by mistake, by whoever made it; its history is kept, marks on the roll no
 * longer count, and a place that becomes free is given as the course gives places.
 */
export function takeBackParticipant(
  viewer: Viewer,
  input: z.output<typeof participantKeySchema>,
  now: number,
): Result<Registered> {
  return change((db) => {
    const course = workshopUnderWay(db, viewer, input.courseId);
    const row = rowOf(db, course.id, input.registrationId);
    demandNotDeclined(viewer, course, row.state);
    if (!mayTakeBack(db, viewer, course.id, row.id)) refuse("takeBackNotYours");
    // A second tap finds what the first one did.
    if (row.state === "withdrawn") return outcome(db, course, row.id, null);
    if (!mayBecome(row.state, "withdrawn")) refuse("workshopOver", { params: { state: course.state } });
    move(db, viewer, row, "withdrawn", "withdrawn", null, now);
    audit(db, viewer, now, "registration.withdraw", "registration", row.id);
    promote(db, viewer, course, now);
    return outcome(db, course, row.id, null);
  });
}

/** Gives a place to somebody who waits, or who left and is there again; also undoes that a registration was taken back. */
export function givePlace(
  viewer: Viewer,
  input: z.output<typeof participantKeySchema>,
  now: number,
): Result<Registered> {
  return change((db) => {
    const course = workshopUnderWay(db, viewer, input.courseId);
    const row = rowOf(db, course.id, input.registrationId);
    if (holdsSeat(row.state)) return outcome(db, course, row.id, null);
    const raised = makeRoom(db, course, now);
    giveSeat(db, viewer, course, row.id, null, now);
    audit(db, viewer, now, "registration.decide", "course", course.id, { to: "accepted", ids: [row.id] });
    // Whoever registered themselves is told, if not by mail then by a coordinator; of others the trainer knows.
    if (row.source === "self") tell(db, row, course, "registrationAccepted", now);
    else tellByMail(db, row, course, now);
    return outcome(db, course, row.id, raised);
  });
}

/** Corrects what was written wrongly of somebody whom the viewer registered. */
export function editParticipant(
  viewer: Viewer,
  input: z.output<typeof participantEditSchema>,
  now: number,
): Result<Registered> {
  return change((db) => {
    const course = workshopFor(db, viewer, input.courseId);
    if (course.state === "cancelled") refuse("workshopOver", { params: { state: course.state } });
    const row = rowOf(db, course.id, input.registrationId);
    demandNotDeclined(viewer, course, row.state);
    const wrong = mendFault(db, viewer, row);
    if (wrong) refuse(wrong);
    const person = db.select().from(persons).where(eq(persons.id, row.personId)).get()!;
    const phone = phoneOf(input.phone, course.country);
    const { sure } = whoMayBeMeant(db, course, { name: input.name, phone, email: person.email });
    const other =
      sure === null || sure === person.id
        ? undefined
        : ofPerson(db).get({ courseId: course.id, personId: sure });
    if (other)
      refuseAt({
        name: fault("alreadyInCourse", {
          href: `/desk/courses/${course.id}/participants/${other.id}`,
        }),
      });
    const { name, latinName, organisation } = input;
    const { email, language, position, country } = person;
    const version = versionsOf(person, row);
    if (input.version !== version) {
      const here = {
        name: person.name,
        latinName: person.latinName,
        phone: person.phone,
        needs: row.needs,
      };
      const typed = { ...input, phone };
      const changed = Object.entries(here).filter(([field, value]) => typed[field as "name"] !== value);
      refuse("stale", {
        changed: { ...Object.fromEntries(changed.map(([field, value]) => [field, value ?? ""])), version },
      });
    }
    updatePerson(
      db,
      viewer,
      person.id,
      person.version,
      {
        name,
        latinName,
        phone,
        email,
        language,
        organisation,
        position,
        country,
      },
      now,
    );
    if (input.needs !== row.needs) {
      db.update(registrations)
        .set({ needs: input.needs, version: row.version + 1 })
        .where(eq(registrations.id, row.id))
        .run();
      audit(db, viewer, now, "registration.edit", "registration", row.id, { fields: ["needs"] });
    }
    return outcome(db, course, row.id, null);
  });
}
