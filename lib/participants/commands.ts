import { and, eq } from "drizzle-orm";
import type * as z from "zod/mini";
import { courses, persons, registrations, sessions } from "@/db/schema";
import { demand } from "../access/demand";
import { courseScope } from "../access/queries";
import { may } from "../access/rules";
import { change } from "../acts/command";
import type { Context } from "../acts/context";
import { takeRoll } from "../attendance/commands";
import { rollSchema } from "../attendance/schema";
import { audit } from "../audit/commands";
import { allows } from "../courses/rules";
import { keyedHash } from "../crypto/tokens";
import { withinLimit } from "../limits/commands";
import { wouldBeWithinLimit } from "../limits/queries";
import { nameKey } from "../names/rules";
import { saveSensitiveFacts, updatePerson } from "../people/commands";
import { answersOf, askedOf, questionsOf } from "../registrations/commands/answers";
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
import { answersSchema } from "../registrations/schema";
import { type Result, refuse, withParams } from "../result";
import { mayTakeBack, mendFault, whoMayBeMeant } from "./queries";
import { expectedWithOneMore, knownContactLimit, knownWord, mostPlaces, versionsOf } from "./rules";
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
function workshopFor(cx: Context, courseId: number): Course {
  const course = courseByKey(cx.db).get({ courseId }) ?? refuse("notFound");
  demand(cx.viewer, "participants.register", courseScope(cx, courseId) ?? {});
  if (course.scheduledBy === null) refuse("notFound");
  return course;
}

/** The same while its participants can change; said beside the whole form where it has ended meanwhile. */
function workshopUnderWay(cx: Context, courseId: number): Course {
  const course = workshopFor(cx, courseId);
  if (!allows(course.state, "decide")) refuse("workshopOver", { params: { state: course.state } });
  return course;
}

/**
 * Registers somebody in a trainer's own workshop and gives them a place at once: somebody known there or in the programme
 * by the same name and contact, else a new person. Of somebody known, what they said of themselves stays: only what is
 * missing is added to it. Where several may be meant, nothing happens and the fault asks who; how often it may is
 * counted. The expected number grows where it is reached.
 */
export const registerParticipant = (cx: Context, input: ParticipantInput) =>
  registerSomebody(cx, input, null);

/** The same of somebody who walked in: registered and marked present in that session, or neither. */
export function registerWalkIn(cx: Context, input: WalkInInput): Result<WalkedIn> {
  const { sessionId, reason } = input;
  const done = registerSomebody(cx, input, { sessionId, reason });
  return done.ok ? { ok: true, value: { ...done.value, sessionId } } : done;
}

type Presence = { sessionId: number; reason: string | null };

function registerSomebody(
  cx: Context,
  input: ParticipantInput,
  presence: Presence | null,
): Result<Registered> {
  const limitKey = `participants:known:${cx.viewer.accountId}`;
  const mayAsk = wouldBeWithinLimit(cx, limitKey, knownContactLimit).allowed;
  const done = change(cx, () => {
    const course = workshopUnderWay(cx, input.courseId);
    if (presence) sessionOf(cx, course.id, presence.sessionId);
    const phone = phoneOf(input.phone, course.country);
    const { email, name } = input;
    const formKey = keyOfForm(cx, input.formKey, [nameKey(name), phone, email]);
    const again = madeByForm(cx.db).get({ courseId: course.id, formKey });
    if (again && holdsSeat(again.state)) return outcome(cx, course, again.id, null);
    const personId = again ? null : whoIsMeant(cx, course, { ...input, phone }, mayAsk);
    const there = personId === null ? again : ofPerson(cx.db).get({ courseId: course.id, personId });
    const raised = makeRoom(cx, course);
    let registrationId: number;
    if (there) {
      giveSeat(cx, course, there.id, input);
      registrationId = there.id;
    } else {
      const { needs, photoConsent, language } = input;
      registrationId = insert(
        cx,
        course,
        "accepted",
        {
          personId: personId ?? insertPerson(cx, { ...input, position: null }, { email, phone }, course),
          source: "coordinator",
          answers: answersIn(cx, course.id, input),
          needs,
          photoConsent,
          formKey,
          consentVersion,
          consentLanguage: language,
          consentAt: cx.now,
        },
        load(cx, course.id),
      ).id;
    }
    const row = rowOf(cx, course.id, registrationId);
    saveSensitiveFacts(cx, row.personId, course.programmeId, factsSaid(input), "addMissing");
    if (presence) markPresent(cx, registrationId, presence);
    else tellByMail(cx, row, course);
    return outcome(cx, course, registrationId, raised, personId !== null);
  });
  if (!done.ok && done.fault.fields?.known?.startsWith("knownContact"))
    withinLimit(cx, limitKey, knownContactLimit);
  return done;
}

/**
 * The form's key with what it says of the person: sent twice it is one registration, but who goes back, writes another
 * name and sends it again registers somebody else.
 */
const keyOfForm = (cx: Context, formKey: string, person: readonly (string | null)[]) =>
  `${formKey}.${keyedHash(cx.settings.key, person.join("\n")).slice(0, 16)}`;

/** The session of that course; a key of another course is not found. */
function sessionOf(cx: Context, courseId: number, sessionId: number) {
  return (
    cx.db
      .select({ id: sessions.id })
      .from(sessions)
      .where(and(eq(sessions.id, sessionId), eq(sessions.courseId, courseId)))
      .get() ?? refuse("notFound")
  );
}

/** The person who is meant, where they are known; null for somebody new. Asks back where that is not sure. */
function whoIsMeant(
  cx: Context,
  course: Course,
  input: Pick<ParticipantInput, "name" | "phone" | "email" | "known">,
  mayAsk: boolean,
): number | null {
  const { sure, possible } = whoMayBeMeant(cx, course, input);
  const chosen =
    typeof input.known === "number" ? (possible.find((p) => p.id === input.known) ?? null) : null;
  if (typeof input.known === "number" && chosen === null) refuse("invalid", { fields: { known: "choose" } });
  const personId = chosen?.id ?? sure;
  if (personId !== null) {
    const there = ofPerson(cx.db).get({ courseId: course.id, personId });
    if (there && holdsSeat(rowOf(cx, course.id, there.id).state))
      refuse("invalid", {
        fields: {
          [chosen ? "known" : "name"]: withParams("alreadyInCourse", {
            href: `/desk/courses/${course.id}/participants/${there.id}`,
          }),
        },
      });
    return personId;
  }
  // Without asking, somebody new: who is known by that contact is shown to nobody who tries too many.
  if (input.known === null && possible.length > 0 && mayAsk)
    refuse("invalid", { fields: { known: withParams("knownContact", { people: knownWord(possible) }) } });
  return null;
}

/** The row of a registration of that course; a key of another course is not found. */
const rowOf = (cx: Context, courseId: number, registrationId: number) =>
  cx.db
    .select()
    .from(registrations)
    .where(and(eq(registrations.id, registrationId), eq(registrations.courseId, courseId)))
    .get() ?? refuse("notFound");

/** Raises the expected number where nobody more would have a place; the new one, or null where it stays. */
function makeRoom(cx: Context, course: Course): number | null {
  const expected = expectedWithOneMore(course.capacity, load(cx, course.id).seatsTaken);
  if (expected === null) refuse("workshopFull", { params: { max: mostPlaces } });
  if (expected === course.capacity) return null;
  cx.db
    .update(courses)
    .set({ capacity: expected, version: course.version + 1, updatedAt: cx.now })
    .where(eq(courses.id, course.id))
    .run();
  return expected;
}

/** Whom a coordinator declined, a trainer neither takes in after all nor changes. */
function demandNotDeclined(cx: Context, course: Course, state: RegistrationState): void {
  if (state === "declined" && !may(cx.viewer, "registrations.decide", courseScope(cx, course.id) ?? {}))
    refuse("declinedByCoordinator");
}

/**
 * Gives a place to somebody who is in the course without one. What stands there of their needs and consent is theirs: of
 * what is said now, only what is missing is added.
 */
function giveSeat(
  cx: Context,
  course: Course,
  registrationId: number,
  said: Pick<ParticipantInput, "needs" | "language"> | null,
): void {
  const row = rowOf(cx, course.id, registrationId);
  demandNotDeclined(cx, course, row.state);
  if (!mayBecome(row.state, "accepted")) refuse("workshopOver", { params: { state: course.state } });
  move(cx, row, "accepted", "decided", null);
  if (said)
    cx.db
      .update(registrations)
      .set({
        needs: row.needs ?? said.needs,
        ...(row.consentAt === null
          ? { consentVersion, consentLanguage: said.language, consentAt: cx.now }
          : {}),
      })
      .where(eq(registrations.id, row.id))
      .run();
}

/** The answers to the workshop's own questions; a trainer at the door need not ask them. */
function answersIn(cx: Context, courseId: number, input: Record<string, unknown>): Record<string, string> {
  const questions = questionsOf(cx.db).all({ courseId });
  const asked = askedOf(questions).map((question) => ({ ...question, required: false }));
  const answers = answersSchema(asked).safeParse(input);
  if (!answers.success)
    refuse("invalid", {
      fields: Object.fromEntries(answers.error.issues.map((i) => [String(i.path[0]), i.message])),
    });
  return answersOf(questions, answers.data);
}

/** Puts somebody on the roll of a session as present, by the roll's own rules, within the open transaction. */
function markPresent(cx: Context, registrationId: number, { sessionId, reason }: Presence): void {
  const form = {
    sessionId: String(sessionId),
    [`state_${registrationId}`]: "present",
    ...(reason ? { reason } : {}),
  };
  const taken = takeRoll(cx, rollSchema.parse(form));
  if (!taken.ok) refuse(taken.fault.code, taken.fault);
}

/** Who is registered by a trainer hears of it from them; by mail as well where mail reaches them. */
function tellByMail(cx: Context, row: typeof registrations.$inferSelect, course: Course): void {
  const person = cx.db
    .select({ email: persons.email })
    .from(persons)
    .where(eq(persons.id, row.personId))
    .get();
  if (person?.email && cx.settings.smtpUrl) tell(cx, row, course, "registrationAccepted");
}

function outcome(
  cx: Context,
  course: Course,
  registrationId: number,
  expected: number | null,
  known = false,
): Registered {
  const { number, personId } = rowOf(cx, course.id, registrationId);
  const { name } = cx.db.select({ name: persons.name }).from(persons).where(eq(persons.id, personId)).get()!;
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
  cx: Context,
  input: z.output<typeof participantKeySchema>,
): Result<Registered> {
  return change(cx, () => {
    const course = workshopUnderWay(cx, input.courseId);
    const row = rowOf(cx, course.id, input.registrationId);
    demandNotDeclined(cx, course, row.state);
    if (!mayTakeBack(cx, course.id, row.id)) refuse("takeBackNotYours");
    // A second tap finds what the first one did.
    if (row.state === "withdrawn") return outcome(cx, course, row.id, null);
    if (!mayBecome(row.state, "withdrawn")) refuse("workshopOver", { params: { state: course.state } });
    move(cx, row, "withdrawn", "withdrawn", null);
    audit(cx, "registration.withdraw", "registration", row.id);
    promote(cx, course);
    return outcome(cx, course, row.id, null);
  });
}

/** Gives a place to somebody who waits, or who left and is there again; also undoes that a registration was taken back. */
export function givePlace(cx: Context, input: z.output<typeof participantKeySchema>): Result<Registered> {
  return change(cx, () => {
    const course = workshopUnderWay(cx, input.courseId);
    const row = rowOf(cx, course.id, input.registrationId);
    if (holdsSeat(row.state)) return outcome(cx, course, row.id, null);
    const raised = makeRoom(cx, course);
    giveSeat(cx, course, row.id, null);
    audit(cx, "registration.decide", "course", course.id, { to: "accepted", ids: [row.id] });
    // Whoever registered themselves is told, if not by mail then by a coordinator; of others the trainer knows.
    if (row.source === "self") tell(cx, row, course, "registrationAccepted");
    else tellByMail(cx, row, course);
    return outcome(cx, course, row.id, raised);
  });
}

/** Corrects what was written wrongly of somebody whom the viewer registered. */
export function editParticipant(
  cx: Context,
  input: z.output<typeof participantEditSchema>,
): Result<Registered> {
  return change(cx, () => {
    const course = workshopFor(cx, input.courseId);
    if (course.state === "cancelled") refuse("workshopOver", { params: { state: course.state } });
    const row = rowOf(cx, course.id, input.registrationId);
    demandNotDeclined(cx, course, row.state);
    const fault = mendFault(cx, row);
    if (fault) refuse(fault);
    const person = cx.db.select().from(persons).where(eq(persons.id, row.personId)).get()!;
    const phone = phoneOf(input.phone, course.country);
    const { sure } = whoMayBeMeant(cx, course, { name: input.name, phone, email: person.email });
    const other =
      sure === null || sure === person.id
        ? undefined
        : ofPerson(cx.db).get({ courseId: course.id, personId: sure });
    if (other)
      refuse("invalid", {
        fields: {
          name: withParams("alreadyInCourse", {
            href: `/desk/courses/${course.id}/participants/${other.id}`,
          }),
        },
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
    updatePerson(cx, person.id, person.version, {
      name,
      latinName,
      phone,
      email,
      language,
      organisation,
      position,
      country,
    });
    if (input.needs !== row.needs) {
      cx.db
        .update(registrations)
        .set({ needs: input.needs, version: row.version + 1 })
        .where(eq(registrations.id, row.id))
        .run();
      audit(cx, "registration.edit", "registration", row.id, { fields: ["needs"] });
    }
    return outcome(cx, course, row.id, null);
  });
}
