import type { SessionKind } from "../../../db/values/timetable";

/** What is open in a course besides its timetable; `about` is another text once it changes. */
export type OpenBesides = { sessionId: null; about: string } & (
  | { kind: "unanswered"; requests: number }
  /** How many have a place, short of the minimum from which the course takes place, and by which day that is decided. */
  | { kind: "too_few"; people: number; minimum: number; by: string }
  /** How many have no action plan though the course ends on a day that is near. */
  | { kind: "without_plan"; people: number; by: string }
);

/** A course as far as it is asked about besides its timetable. */
export type Besides = {
  /** How many things trainers were asked for and have not answered. */
  unanswered?: number;
  /** The minimum of a course of which it is not certain that it takes place, and how many have a place; null where it is. */
  minimum?: { people: number; minimum: number; by: string } | null;
  /** How many have no action plan, and the last day of the course; null while plans are not asked for. */
  withoutPlan?: { people: number; by: string } | null;
};

/** Requests that nobody answered, a minimum that is not reached, and action plans that are missing. */
export function openBesides({ unanswered = 0, minimum = null, withoutPlan = null }: Besides): OpenBesides[] {
  const found: OpenBesides[] = [];
  if (unanswered > 0)
    found.push({
      ...{ sessionId: null, about: `unanswered ${unanswered}` },
      ...{ kind: "unanswered", requests: unanswered },
    });
  if (minimum && minimum.people < minimum.minimum)
    found.push({
      ...{ sessionId: null, about: `people ${minimum.people} ${minimum.minimum}` },
      ...{ kind: "too_few", ...minimum },
    });
  if (withoutPlan && withoutPlan.people > 0)
    found.push({
      ...{ sessionId: null, about: `without plan ${withoutPlan.people}` },
      ...{ kind: "without_plan", ...withoutPlan },
    });
  return found;
}

/** Kinds of session that take place in no room of a venue. */
const outOfRooms: readonly SessionKind[] = ["field_visit", "practicum", "other"];

/** True of a kind of session that takes place in a room. */
export const takesRoom = (kind: SessionKind): boolean => !outOfRooms.includes(kind);

type InRoom = { roomId: number | null; isOnline?: boolean; kind: SessionKind };

/** True of a session that is to be in a room and has none. */
export const lacksRoom = ({ roomId, isOnline, kind }: InRoom): boolean =>
  roomId === null && !isOnline && takesRoom(kind);

/** A session without a room in a course that uses rooms, as one thing with the others of them. */
export const noRoom = (all: readonly InRoom[]) => (session: InRoom & { id: number }) =>
  lacksRoom(session) && all.some(({ roomId }) => roomId !== null)
    ? [{ key: "no room", of: "no room", was: `${session.id}`, issue: { kind: "no_room" as const } }]
    : [];
