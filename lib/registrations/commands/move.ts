import type { Granted, GrantedCourse, GrantedRegistration, Self } from "../../access/gate";
import * as gate from "../../access/gate";
import type { Context } from "../../acts/context";
import { newToken } from "../../crypto/tokens";
import type { NewPerson, PersonRow } from "../../people/store";
import { makeKnown } from "../../people/store/known";
import { holdsSeat, type RegistrationCause, type RegistrationState } from "../rules";
import type { RegistrationRow } from "../store";
import { addChange, insertRegistration, updateRegistration } from "../store/changes";
import { lastTurnIn, type loadIn } from "../store/places";

/** What is said of a new registration; its place, number and turn are given to it. */
type New = Pick<RegistrationRow, "source" | "answers" | "needs" | "formKey"> &
  Partial<
    Pick<RegistrationRow, "consentVersion" | "consentLanguage" | "consentAt" | "photoConsent" | "addressKey">
  >;

/** What a course is granted for where people get a place in it or leave one: what is decided, and what may free a place. */
export type MovesPeople =
  | "registrations.decide"
  | "registration.follow"
  | "participants.register"
  | "course.run"
  | "course.edit"
  | "workshop.edit"
  | "timetable.edit";

/** What a course is granted for where somebody registers in it. */
export type Registers = "registration.create" | "registrations.decide" | "participants.register";

/** Who may be registered: somebody new, somebody whom the gate handed out, or whoever registers themselves. */
export type Registrant =
  | NewPerson
  | Granted<PersonRow, "people.edit" | "participants.register">
  | Granted<Self, "account.own">;

/** States in which a registration has a turn on the waiting list. */
const hasTurn = (state: RegistrationState) => state === "waiting" || state === "to_confirm";

/** The last number and the last turn of a course that were given. */
export type LastGiven = Pick<ReturnType<typeof loadIn>, "lastNumber" | "lastTurn">;

/** The same once somebody more got theirs, in that state: of a list each stands behind the one before. */
export const behind = ({ lastNumber, lastTurn }: LastGiven, state: RegistrationState): LastGiven => ({
  lastNumber: lastNumber + 1,
  lastTurn: hasTurn(state) ? lastTurn + 1 : lastTurn,
});

/**
 * Adds a registration with the first line of its history, and makes its person known in the programme. The next numbers
 * are taken under the write lock. Within the open transaction.
 */
export function addRegistration<P extends Registers>(
  cx: Context,
  course: GrantedCourse<P>,
  state: RegistrationState,
  who: Registrant,
  said: New,
  { lastNumber, lastTurn }: LastGiven,
): GrantedRegistration<P> {
  const personId = "personId" in who ? who.personId : who.id;
  const row = insertRegistration(cx, {
    ...said,
    personId,
    courseId: course.id,
    token: newToken(),
    number: lastNumber + 1,
    state,
    waitingSequence: hasTurn(state) ? lastTurn + 1 : null,
    placeSince: holdsSeat(state) ? cx.now : null,
    registeredAt: cx.now,
  });
  makeKnown(cx, personId, course.programmeId, said.source === "self" ? null : cx.viewer.personId);
  addChange(cx, {
    registrationId: row.id,
    fromState: null,
    toState: state,
    cause: "registered",
    reason: null,
  });
  return gate.rowOf(cx, course, row);
}

/**
 * Moves a registration and writes its history. Whoever comes onto the waiting list stands at its end; who was to be
 * confirmed, where they stood when they registered. A coordinator who decides vouches for the contact. Within the open
 * transaction.
 */
export function move(
  cx: Context,
  row: GrantedRegistration<MovesPeople>,
  to: RegistrationState,
  cause: RegistrationCause,
  reason: string | null,
  addressKey: string | null = cause === "decided" || cause === "confirmed" ? null : row.addressKey,
): void {
  const keepsTurn = row.state === "to_confirm" && row.waitingSequence !== null;
  updateRegistration(cx, row.id, {
    state: to,
    waitingSequence: hasTurn(to) && !keepsTurn ? lastTurnIn(cx, row.courseId) + 1 : row.waitingSequence,
    // Who leaves and comes back missed what was taught meanwhile, and what they missed before.
    placeSince: row.placeSince ?? (holdsSeat(to) ? cx.now : null),
    addressKey,
  });
  addChange(cx, { registrationId: row.id, fromState: row.state, toState: to, cause, reason });
}

/**
 * Moves a registration as its course closes or opens again, with a line in the history. It keeps
 * where it stood on the waiting list and since when it has a place. Within the open transaction.
 */
export function moveWithCourse(
  cx: Context,
  row: GrantedRegistration<"course.run" | "roll.take">,
  to: RegistrationState,
  cause: "course_ended" | "course_reopened",
): void {
  updateRegistration(cx, row.id, { state: to });
  addChange(cx, { registrationId: row.id, fromState: row.state, toState: to, cause, reason: null });
}

/**
 * Moves a registration back to where it was before a decision, with a line in the history. It keeps where it stood on the
 * waiting list; a place that came with the decision was never one. Within the open transaction.
 */
export function moveBack(
  cx: Context,
  row: GrantedRegistration<"registrations.decide">,
  to: RegistrationState,
  decidedAt: number,
): void {
  const placeOfDecision = !holdsSeat(to) && row.placeSince === decidedAt;
  updateRegistration(cx, row.id, { state: to, ...(placeOfDecision ? { placeSince: null } : {}) });
  addChange(cx, {
    registrationId: row.id,
    fromState: row.state,
    toState: to,
    cause: "came_back",
    reason: null,
  });
}
