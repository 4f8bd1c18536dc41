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

/** Most pages of a sheet to sign that have nothing but empty rows. */
const mostEmptyPages = 2;

/**
 * Empty rows of a sheet to sign: what the page with the last person has room for, eight or three more than are expected at
 * most. A page is begun for them only where more people than fill half of it are still expected; then it is filled.
 */
export function emptySheetRows(expected: number, registered: number): number {
  const missing = Math.max(0, expected - registered);
  const after = Math.max(0, Math.ceil((registered - rowsFirst) / rowsAfter));
  const room = rowsFirst + after * rowsAfter - registered;
  const pages = Math.max(0, Math.min(mostEmptyPages, Math.round((missing - room) / rowsAfter)));
  return pages > 0 ? room + pages * rowsAfter : Math.min(Math.max(8, missing + 3), room);
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

/** A list that is signed: of a group, or of everybody (null), for these sessions by these people. */
export type ListToSign<P, S> = { groupId: number | null; people: P[]; sessions: S[] };

/**
 * The lists that are signed on a day: where groups meet by themselves each has one of what is its own, beside that of
 * everybody for the rest; the one that begins first comes first. Of the group that is asked for there is one, with
 * everybody's sessions.
 */
export function listsToSign<
  P extends { groupId: number | null },
  S extends { groupId: number | null; startsAt: string },
>(people: readonly P[], sessions: readonly S[], asked: number | null): ListToSign<P, S>[] {
  const groups = [...new Set(sessions.map(({ groupId }) => groupId))];
  if (asked !== null || groups.length < 2) {
    const groupId = asked ?? groups[0] ?? null;
    return [{ groupId, people: signersOf(people, sessions, asked), sessions: [...sessions] }];
  }
  return groups
    .map((groupId) => {
      const own = sessions.filter((s) => s.groupId === groupId);
      return { groupId, sessions: own, people: signersOf(people, own, null) };
    })
    .sort((a, b) => a.sessions[0]!.startsAt.localeCompare(b.sessions[0]!.startsAt, "en"));
}
