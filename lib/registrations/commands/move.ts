import type { GrantedCourse } from "../../access/gate";
import type { Context } from "../../acts/context";
import { newToken } from "../../crypto/tokens";
import { makeKnown } from "../../people/store/known";
import { holdsSeat, type RegistrationCause, type RegistrationState } from "../rules";
import type { RegistrationRow } from "../store";
import { addChange, insertRegistration, updateRegistration } from "../store/changes";
import { lastTurnIn, type loadIn } from "../store/places";

/** What is said of a new registration; its place, number and turn are given to it. */
type New = Pick<RegistrationRow, "personId" | "source" | "answers" | "needs" | "formKey"> &
  Partial<
    Pick<RegistrationRow, "consentVersion" | "consentLanguage" | "consentAt" | "photoConsent" | "addressKey">
  >;

/** States in which a registration has a turn on the waiting list. */
const hasTurn = (state: RegistrationState) => state === "waiting" || state === "to_confirm";

/**
 * Adds a registration with the first line of its history, and makes its person known in the programme. The next numbers
 * are taken under the write lock. Within the open transaction.
 */
export function addRegistration(
  cx: Context,
  course: GrantedCourse<"registration.create" | "registrations.decide" | "participants.register">,
  state: RegistrationState,
  said: New,
  { lastNumber, lastTurn }: ReturnType<typeof loadIn>,
): { id: number; personId: number; token: string } {
  const token = newToken();
  const id = insertRegistration(cx, {
    ...said,
    courseId: course.id,
    token,
    number: lastNumber + 1,
    state,
    waitingSequence: hasTurn(state) ? lastTurn + 1 : null,
    placeSince: holdsSeat(state) ? cx.now : null,
    registeredAt: cx.now,
  });
  makeKnown(cx, said.personId, course.programmeId, said.source === "self" ? null : cx.viewer.personId);
  addChange(cx, { registrationId: id, fromState: null, toState: state, cause: "registered", reason: null });
  return { id, personId: said.personId, token };
}

/**
 * Moves a registration and writes its history. Whoever comes onto the waiting list stands at its end; who was to be
 * confirmed, where they stood when they registered. A coordinator who decides vouches for the contact. Within the open
 * transaction.
 */
export function move(
  cx: Context,
  row: RegistrationRow,
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
 * Moves a registration as its course closes or opens again, or back to where it was, with a line in the history. It keeps
 * where it stood on the waiting list and since when it has a place. Within the open transaction.
 */
export function moveWithCourse(
  cx: Context,
  row: Pick<RegistrationRow, "id" | "state">,
  to: RegistrationState,
  cause: "course_ended" | "course_reopened" | "came_back",
): void {
  updateRegistration(cx, row.id, { state: to });
  addChange(cx, { registrationId: row.id, fromState: row.state, toState: to, cause, reason: null });
}
