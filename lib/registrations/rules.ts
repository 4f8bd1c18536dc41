import type { RegistrationState } from "../../db/values/registrations";
import type { AdmissionMode, CourseState } from "../courses/rules";
import { asciiDigits, withoutMarks } from "../text";

export {
  type RegistrationCause,
  type RegistrationSource,
  type RegistrationState,
  registrationCauses,
  registrationSources,
  registrationStates,
} from "../../db/values/registrations";

/** States that hold one of the course's places. */
export const seatStates = ["accepted", "attended", "no_show"] as const satisfies readonly RegistrationState[];
/** States that wait for a coordinator's decision. */
export const undecidedStates = [
  "nominated",
  "applied",
  "to_confirm",
  "shortlisted",
] as const satisfies readonly RegistrationState[];

export const holdsSeat = (state: RegistrationState) => (seatStates as readonly string[]).includes(state);

/** Version of the consent text that a registration records. A changed text gets a new version. */
export const consentVersion = "2026-2";

/** Where a registration may go, by hand (`attended` and `no_show` come with the closing of the course). */
export const registrationTable = {
  nominated: ["shortlisted", "accepted", "waiting", "declined", "withdrawn"],
  applied: ["shortlisted", "accepted", "waiting", "declined", "withdrawn"],
  to_confirm: ["shortlisted", "applied", "accepted", "waiting", "declined", "withdrawn"],
  shortlisted: ["accepted", "waiting", "declined", "withdrawn"],
  accepted: ["waiting", "declined", "withdrawn"],
  waiting: ["accepted", "declined", "withdrawn"],
  declined: ["accepted", "waiting"],
  withdrawn: ["accepted", "waiting", "applied", "to_confirm"],
  attended: [],
  no_show: [],
} as const satisfies Record<RegistrationState, readonly RegistrationState[]>;

/** What a coordinator decides in the list of registrations, or notes for somebody who called: that they cannot come. */
export const decisions = ["shortlisted", "accepted", "waiting", "declined", "withdrawn"] as const;
export type Decision = (typeof decisions)[number];

/** What closing the course makes of somebody who held a place; reopening it makes them `accepted` again. */
export const settledState = (minutesAttended: number) => (minutesAttended > 0 ? "attended" : "no_show");

/** True where the table has this step. */
export function mayBecome(from: RegistrationState, to: RegistrationState): boolean {
  return (registrationTable[from] as readonly RegistrationState[]).includes(to);
}

/** A reason is owed to the person where the decision goes against them, or is said to be their own. */
export const needsReason = (to: RegistrationState) => to === "declined" || to === "withdrawn";

/** Places that nobody holds; never below 0, not even where a coordinator lowered the capacity. */
export const freePlaces = (capacity: number, seatsTaken: number) => Math.max(0, capacity - seatsTaken);

/** Places for whoever registers now, as the public reads it: none while somebody waits, for theirs is the next one. */
export const placesLeft = (course: { capacity: number; seatsTaken: number; waiting: number }) =>
  course.waiting > 0 ? 0 : freePlaces(course.capacity, course.seatsTaken);

/**
 * What a new registration becomes. First come, first served: a place while one is left and nobody waits for it,
 * else the waiting list. By selection: an application that waits for a decision, whatever the number.
 */
export function admit(
  course: { admission: AdmissionMode; capacity: number },
  seatsTaken: number,
  waiting: number,
): "accepted" | "waiting" | "applied" {
  if (course.admission === "selection") return "applied";
  return placesLeft({ capacity: course.capacity, seatsTaken, waiting }) > 0 ? "accepted" : "waiting";
}

/** How far back the share of one address is looked at, in ms; its key is kept no longer either. */
export const addressWindowMs = 3_600_000;

/**
 * True where more than a third of a first-come course has gone to unproven contacts from one address within the hour:
 * what comes from it then is confirmed by a coordinator, so that a script cannot empty the course.
 * @param claimed places held and turns on the waiting list that came from that address.
 */
export const tooManyFromAddress = (
  course: { admission: AdmissionMode; capacity: number },
  claimed: number,
): boolean => course.admission === "first_come" && claimed * 3 > course.capacity;

/** True while places are given without a decision: in a first-come course that can still be attended. */
export const givesPlaces = (
  course: { admission: AdmissionMode; state: CourseState; endsOn: string | null },
  today: string,
): boolean =>
  course.admission === "first_come" &&
  (course.state === "open" || course.state === "running") &&
  course.endsOn !== null &&
  today <= course.endsOn;

/**
 * True where somebody put on the waiting list of a first-come course would have the place right back: more places are
 * free then than people were waiting before.
 */
export function comesRightBack(
  moved: readonly { state: RegistrationState }[],
  course: { capacity: number; seatsTaken: number; waiting: number },
): boolean {
  const given = moved.filter((r) => holdsSeat(r.state)).length;
  return freePlaces(course.capacity, course.seatsTaken - given) > course.waiting;
}

/**
 * What each of several registrations to be confirmed becomes, which come in the order of their turns.
 * @param firstWaiting the first turn of those who wait already, or null where nobody does.
 */
export function confirmed(
  course: { admission: AdmissionMode; capacity: number },
  rows: readonly { waitingSequence: number | null }[],
  seatsTaken: number,
  firstWaiting: number | null,
): ("accepted" | "waiting" | "applied")[] {
  let free = freePlaces(course.capacity, seatsTaken);
  return rows.map(({ waitingSequence }) => {
    if (course.admission === "selection") return "applied";
    if (free === 0 || (firstWaiting !== null && firstWaiting < (waitingSequence ?? 0))) return "waiting";
    free -= 1;
    return "accepted";
  });
}

/** How a decision on several registrations comes out: who can be moved, and why others cannot. */
export function decide<R extends { id: number; state: RegistrationState }>(
  registrations: readonly R[],
  to: Decision,
  course: { capacity: number; seatsTaken: number },
): { moved: R[]; refused: { id: number; code: "decisionNotAllowed" | "noPlaceLeft" }[] } {
  let left = freePlaces(course.capacity, course.seatsTaken);
  const moved: R[] = [];
  const refused: { id: number; code: "decisionNotAllowed" | "noPlaceLeft" }[] = [];
  for (const registration of registrations) {
    if (!mayBecome(registration.state, to)) refused.push({ id: registration.id, code: "decisionNotAllowed" });
    else if (to === "accepted" && left === 0) refused.push({ id: registration.id, code: "noPlaceLeft" });
    else {
      if (to === "accepted") left -= 1;
      if (holdsSeat(registration.state)) left += 1;
      moved.push(registration);
    }
  }
  return { moved, refused };
}

/** The number to quote of a registration as somebody says it: 14-1 with that of the course, or 1 within a course. */
export function readNumberToQuote(text: string): { courseId: number | null; number: number } | null {
  const [, course, number] =
    /^#?(?:(\d{1,9})\s*[\p{Pd}\u2212/]\s*)?(\d{1,6})$/u.exec(asciiDigits(withoutMarks(text)).trim()) ?? [];
  return number ? { courseId: course ? Number(course) : null, number: Number(number) } : null;
}

/**
 * Of registrations counted by state: how many hold a place, how many wait for one, how many nobody has decided on; those
 * that came at once from one address are asked about apart.
 */
export const placesIn = (
  counts: Readonly<Record<RegistrationState, number>>,
): { taken: number; waiting: number; undecided: number } => ({
  taken: seatStates.reduce((sum, state) => sum + counts[state], 0),
  waiting: counts.waiting,
  undecided: counts.applied + counts.nominated + counts.shortlisted,
});
