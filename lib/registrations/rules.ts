/** `to_confirm`: arrived in a rush from one address; neither refused nor waiting until a coordinator ticks it. */
export const registrationStates = [
  "nominated",
  "applied",
  "to_confirm",
  "shortlisted",
  "accepted",
  "waiting",
  "declined",
  "withdrawn",
  "attended",
  "no_show",
] as const;
export type RegistrationState = (typeof registrationStates)[number];

/** What brings a change of a registration about. */
export const registrationCauses = [
  "registered",
  "decided",
  "confirmed",
  "moved_up",
  "withdrawn",
  "came_back",
  "course_ended",
  "course_reopened",
] as const;
export type RegistrationCause = (typeof registrationCauses)[number];

export const registrationSources = ["self", "coordinator"] as const;
export type RegistrationSource = (typeof registrationSources)[number];

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
export const consentVersion = "2026-1";

/** Where a registration may go, by hand (`attended` and `no_show` come with the closing of the course). */
export const registrationTable = {
  nominated: ["shortlisted", "accepted", "waiting", "declined", "withdrawn"],
  applied: ["shortlisted", "accepted", "waiting", "declined", "withdrawn"],
  to_confirm: ["shortlisted", "accepted", "waiting", "declined", "withdrawn"],
  shortlisted: ["accepted", "waiting", "declined", "withdrawn"],
  accepted: ["waiting", "declined", "withdrawn"],
  waiting: ["accepted", "declined", "withdrawn"],
  declined: ["accepted", "waiting"],
  withdrawn: ["accepted", "waiting"],
  attended: [],
  no_show: [],
} as const satisfies Record<RegistrationState, readonly RegistrationState[]>;

/** What a coordinator decides in the list of registrations. */
export const decisions = ["shortlisted", "accepted", "waiting", "declined"] as const;
export type Decision = (typeof decisions)[number];

/** What closing the course makes of somebody who held a place; reopening it makes them `accepted` again. */
export const settledState = (minutesAttended: number) => (minutesAttended > 0 ? "attended" : "no_show");

/** True where the table has this step. */
export function mayBecome(from: RegistrationState, to: RegistrationState): boolean {
  return (registrationTable[from] as readonly RegistrationState[]).includes(to);
}

/** A reason is owed to the person where the decision goes against them. */
export const needsReason = (to: RegistrationState) => to === "declined";

/** Places left; never below 0, not even where a coordinator lowered the capacity. */
export const placesLeft = (capacity: number, seatsTaken: number) => Math.max(0, capacity - seatsTaken);

/**
 * What a new registration becomes. First come, first served: a place while one is left and nobody waits for it,
 * else the waiting list. By selection: an application that waits for a decision, whatever the number.
 */
export function admit(
  course: { admission: "first_come" | "selection"; capacity: number },
  seatsTaken: number,
  waiting: number,
): "accepted" | "waiting" | "applied" {
  if (course.admission === "selection") return "applied";
  return placesLeft(course.capacity, seatsTaken) > 0 && waiting === 0 ? "accepted" : "waiting";
}

/** How a decision on several registrations comes out: who can be moved, and why others cannot. */
export function decide<R extends { id: number; state: RegistrationState }>(
  registrations: readonly R[],
  to: Decision,
  course: { capacity: number; seatsTaken: number },
): { moved: R[]; refused: { id: number; code: "decisionNotAllowed" | "noPlaceLeft" }[] } {
  let left = placesLeft(course.capacity, course.seatsTaken);
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
