import { allows, type CourseState } from "../courses/rules";
import { holdsSeat, type RegistrationState, seatStates, undecidedStates } from "../registrations/rules";

/** A course has at most so many places. */
export const mostPlaces = 1000;

/** Who is on a trainer's list of participants: whoever holds a place, waits for one, or is still to be decided on. */
export const participantStates = [
  ...seatStates,
  "waiting",
  ...undecidedStates,
] as const satisfies readonly RegistrationState[];

/**
 * The expected number once so many more have a place: the trainer counts the people, so it grows where it is reached.
 * Null where there can be no more.
 */
export function expectedWith(capacity: number, seatsTaken: number, more: number): number | null {
  if (seatsTaken + more > mostPlaces) return null;
  return Math.max(capacity, seatsTaken + more);
}

/** True where somebody on the list, or who left it, can be given a place. */
export const mayBeSeated = (state: RegistrationState, courseState: CourseState): boolean =>
  allows(courseState, "decide") && !holdsSeat(state);

/** How often one account may be shown who is known by a contact, so that nobody finds out by trying. */
export const knownContactLimit = { attempts: 60, windowMs: 60 * 60_000 } as const;

/** Rows of a sheet to sign on its first page, below its title, and on each other one. */
const [rowsFirst, rowsAfter] = [12, 13];

/**
 * Empty rows of a sheet to sign: for everybody expected who is not registered yet and three more, eight to forty; fewer where
 * the page with the last person has enough, so that no page is begun for empty rows that nobody needs.
 */
export function emptySheetRows(expected: number, registered: number): number {
  const wanted = Math.min(40, Math.max(8, expected - registered + 3));
  const needed = Math.min(wanted, Math.max(3, expected - registered));
  const after = Math.max(0, Math.ceil((registered - rowsFirst) / rowsAfter));
  const room = rowsFirst + after * rowsAfter - registered;
  return room >= needed ? Math.min(wanted, room) : wanted;
}

/** The version of what a form shows of a participant: it changes with the person's row and with their registration. */
export const versionsOf = (person: { version: number }, registration: { version: number }): string =>
  `${person.version}-${registration.version}`;

/**
 * Who signs for these sessions: the people of the group that is asked for, or whose sessions alone they are; else
 * everybody.
 */
export function signersOf<P extends { groupId: number | null }>(
  people: readonly P[],
  sessions: readonly { groupId: number | null }[],
  asked: number | null,
): P[] {
  const groups = [...new Set(sessions.map(({ groupId }) => groupId))];
  const of = asked ?? (groups.length === 1 ? (groups[0] ?? null) : null);
  return people.filter(({ groupId }) => of === null || groupId === of);
}
