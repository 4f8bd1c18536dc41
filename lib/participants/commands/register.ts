import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { answersOf } from "../../admission/commands/answers";
import { type Added, addPerson, factsSaid, happenedToAdded, phoneOf } from "../../admission/commands/person";
import { takeRoll } from "../../attendance/commands";
import { usualLateMinutes } from "../../attendance/rules";
import { keyedHash } from "../../crypto/tokens";
import { type FaultOf, fault } from "../../faults";
import { questionsIn } from "../../forms/store";
import { withinLimit } from "../../limits/attempts";
import { wouldBeWithinLimit } from "../../limits/queries";
import { nameKey } from "../../names/rules";
import { saveSensitiveFacts } from "../../people/commands/facts";
import { addRegistration, type LastGiven } from "../../registrations/commands/move";
import { consentVersion, holdsSeat, touched } from "../../registrations/rules";
import { registrationRowByForm, registrationRowOf } from "../../registrations/store";
import { loadIn } from "../../registrations/store/places";
import { type Fault, Refusal, refuse, refuseAt } from "../../result";
import { sessionRow } from "../../timetable/store";
import { whoMayBeMeant } from "../queries";
import { knownContactLimit } from "../rules";
import { type ParticipantInput, participantSchema, walkInSchema } from "../schema";
import { giveSeat, makeRoom, outcome, type Registered, type Workshop, workshopUnderWay } from "./workshop";

/** Who walked in is marked present in a session; `reason`: why before its day. */
type Presence = { sessionId: number; reason: string | null };

const limitKey = (cx: Context) => `participants:known:${cx.viewer.accountId}`;

/** Counts that somebody was shown who is known by a contact. */
function countAsking(cx: Context, { fields }: Fault): void {
  if (fields?.known?.code === "knownContact") withinLimit(cx, limitKey(cx), knownContactLimit);
}

/**
 * Registers somebody in a trainer's own workshop and gives them a place at once: somebody known there or in the programme
 * by the same name and contact, else a new person. Of somebody known, what they said of themselves stays: only what is
 * missing is added to it. Where several may be meant, nothing happens and the fault asks who; how often it may is
 * counted. The expected number grows where it is reached.
 */
export const registerParticipant = command(
  "participants.register",
  participantSchema,
  (cx, input): Registered => registerSomebody(cx, input, null),
  countAsking,
);

/** The same of somebody who walked in: registered and marked present in that session, or neither. */
export const registerWalkIn = command(
  "participants.register",
  walkInSchema,
  (cx, input): Registered & { sessionId: number } => {
    const { sessionId, reason } = input;
    return { ...registerSomebody(cx, input, { sessionId, reason }), sessionId };
  },
  countAsking,
);

/** Registers somebody as a form says. Within the open transaction. */
function registerSomebody(cx: Context, input: ParticipantInput, presence: Presence | null): Registered {
  const course = workshopUnderWay(cx, input.courseId);
  if (presence && sessionRow(cx, presence.sessionId)?.courseId !== course.id) refuse("notFound");
  const phone = phoneOf(input.phone, course.country);
  const formKey = keyOfForm(cx, input.formKey, [nameKey(input.name), phone, input.email]);
  const again = registrationRowByForm(cx, course.id, formKey);
  if (again && holdsSeat(again.state)) return outcome(cx, course, again.id, null);
  const personId = again ? null : whoIsMeant(cx, course, { ...input, phone });
  const load = loadIn(cx, course.id);
  const raised = makeRoom(cx, course, load.seatsTaken);
  const there = personId === null ? again : registrationRowOf(cx, course.id, personId);
  const said = { ...input, phone, formKey };
  const added = seatSomebody(cx, course, said, { personId, there }, load, presence !== null);
  happenedToAdded(cx, [added]);
  if (presence) markPresent(cx, added.registrationId, presence);
  return outcome(cx, course, added.registrationId, raised, personId !== null);
}

/**
 * Gives a place to somebody of whom is known who is meant: to whoever is `there` the one that they have not, else a new one.
 * Whoever calls it made room, and says what happened (`happenedToAdded`). Within the open transaction.
 */
export function seatSomebody(
  cx: Context,
  course: Workshop,
  said: ParticipantInput,
  { personId, there }: { personId: number | null; there: { id: number } | undefined },
  last: LastGiven,
  standsThere: boolean,
): Added & { registrationId: number } {
  const row = there ? giveSeat(cx, course, there.id, said) : addParticipant(cx, course, said, personId, last);
  const sexSaid = saveSensitiveFacts(cx, row, factsSaid(said), "addMissing");
  const { id: courseId } = course;
  const registration = touched(row);
  return {
    registrationId: row.id,
    sexSaid,
    event: there
      ? {
          kind: "registration.place-given",
          ...{ courseId, registration, hears: standsThere ? "there" : "fromTrainer" },
        }
      : {
          kind: "registration.created",
          ...{ courseId, registration: { ...registration, state: "accepted" } },
          by: standsThere ? "door" : "trainer",
        },
  };
}

/** Adds a registration with a place, of somebody known or of a new person. */
function addParticipant(
  cx: Context,
  course: Workshop,
  input: ParticipantInput,
  known: number | null,
  last: LastGiven,
): gate.GrantedRegistration<"participants.register"> {
  const { needs, photoConsent, formKey, language, email, phone } = input;
  return addRegistration(
    cx,
    course,
    "accepted",
    known === null
      ? addPerson(cx, { ...input, position: null }, { email, phone }, course)
      : gate.personKnownTo(cx, course, known),
    {
      source: "coordinator",
      answers: answersOf(questionsIn(cx, course.id), input.answers),
      needs,
      photoConsent,
      formKey,
      consentVersion,
      consentLanguage: language,
      consentAt: cx.now,
    },
    last,
  );
}

/**
 * The form's key with what it says of the person: sent twice it is one registration, but who goes back, writes another
 * name and sends it again registers somebody else.
 */
const keyOfForm = (cx: Context, formKey: string, person: readonly (string | null)[]) =>
  `${formKey}.${keyedHash(cx.settings.key, person.join("\n")).slice(0, 16)}`;

/** The person who is meant, where they are known; null for somebody new. Asks back where that is not sure. */
function whoIsMeant(
  cx: Context,
  course: Workshop,
  input: Pick<ParticipantInput, "name" | "phone" | "email" | "known">,
): number | null {
  const { sure, possible } = whoMayBeMeant(cx, course, input);
  const chosen =
    typeof input.known === "number" ? (possible.find((p) => p.id === input.known) ?? null) : null;
  if (typeof input.known === "number" && chosen === null) refuseAt({ known: fault("choose") });
  const personId = chosen?.id ?? sure;
  if (personId !== null) {
    const there = registrationRowOf(cx, course.id, personId);
    if (there && holdsSeat(there.state))
      refuseAt({ [chosen ? "known" : "name"]: alreadyHere(course, there.id) });
    return personId;
  }
  // Without asking, somebody new: who is known by that contact is shown to nobody who tries too many.
  const mayAsk = wouldBeWithinLimit(cx, limitKey(cx), knownContactLimit).allowed;
  if (input.known === null && possible.length > 0 && mayAsk)
    refuseAt({ known: fault("knownContact", { people: possible }) });
  return null;
}

/** Beside a field: that the person is in the workshop, with the keys of their registration. */
export const alreadyHere = (course: Workshop, registrationId: number): FaultOf<"alreadyInCourse"> =>
  fault("alreadyInCourse", { participant: { courseId: course.id, registrationId } });

/** Puts somebody on the roll of a session as present, by the roll's own rules, within the open transaction. */
function markPresent(cx: Context, registrationId: number, { sessionId, reason }: Presence): void {
  const mark = { registrationId, state: "present" as const, lateMinutes: usualLateMinutes };
  const taken = takeRoll(cx, { sessionId, marks: [mark], reason, account: null });
  if (!taken.ok) throw new Refusal(taken.fault);
}
