import type { AdmissionMode, CourseState } from "../courses/rules";
import {
  type Decision,
  freePlaces,
  holdsSeat,
  mayBecome,
  placesLeft,
  type RegistrationState,
} from "../registrations/rules";

/** Registrations from one address, behind which whole rooms register. */
export const registrationFloodLimit = { attempts: 1000, windowMs: 60 * 60_000 } as const;
/** How often the link of one registration is sent to whoever fills in the form again. */
export const registrationLinkLimit = { attempts: 1, windowMs: 60 * 60_000 } as const;

/**
 * What a new registration becomes. First come, first served: a place while one is left and nobody waits for it,
 * else the waiting list. By selection: an application that waits for a decision, whatever the number.
 */
export function admit(
  course: { admission: AdmissionMode; capacity: number },
  seatsTaken: number,
  waiting: number,
): "accepted" | "waiting" | "applied" {
  const left = placesLeft({ capacity: course.capacity, seatsTaken, waiting });
  return registersAs({ admission: course.admission, placesLeft: left });
}

/** The same by the places that are left for whoever registers now. */
export function registersAs(course: {
  admission: AdmissionMode;
  placesLeft: number;
}): "accepted" | "waiting" | "applied" {
  if (course.admission === "selection") return "applied";
  return course.placesLeft > 0 ? "accepted" : "waiting";
}

/**
 * What each of several gets who register one after another, `accept`: at once where a course is by selection. Null where that
 * are more than there are places.
 */
export function registersEach(
  course: { admission: AdmissionMode; capacity: number },
  { seatsTaken, waiting }: { seatsTaken: number; waiting: number },
  count: number,
  accept: boolean,
): RegistrationState[] | null {
  const byTurn = course.admission === "first_come";
  const places = byTurn
    ? placesLeft({ capacity: course.capacity, seatsTaken, waiting })
    : accept
      ? freePlaces(course.capacity, seatsTaken)
      : 0;
  if (!byTurn && accept && count > places) return null;
  const others = byTurn ? "waiting" : "nominated";
  return Array.from({ length: count }, (_, i) => (i < places ? "accepted" : others));
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
