import type { AttendanceState } from "../../attendance/rules";
import { isTheirs } from "../../groups/rules";
import { attendancePercent } from "../rules";

/** Which sessions count for whom. Settings of the course; both are off by default. */
export type CountingRule = {
  /** Sessions at which somebody was excused are left out of what was planned for them, instead of counting as missed. */
  excusedLeftOut: boolean;
  /** Whoever joined later is counted from the first session, too. */
  joinersFromStart: boolean;
};

/** A session as it was for one person; minutes are whole, instants in ms. */
export type SessionOfPerson = {
  startInstant: number;
  minutes: number;
  state: AttendanceState | null;
  /** Minutes of it that the person was there. */
  attended: number;
  /** False where it is not planned for them by their group (`forGroup`), whatever was entered. */
  theirs: boolean;
};

/** When a session is, whose it is, and what was entered of somebody. */
type OfGroups = {
  startInstant: number;
  endInstant: number;
  groupId: number | null;
  state: AttendanceState | null;
};

/**
 * The sessions of a course with whether each is planned for somebody by their group: those of everybody, and those of the
 * group that they are in now. Whoever changed the group keeps what was entered of them in the other one, which counts
 * (`plannedSessions`); what their group did meanwhile is not theirs besides, for nobody is planned in two places at once:
 * a session of their group that shares time with one of another group in which they have an entry.
 */
export function forGroup<Session extends OfGroups>(
  all: readonly Session[],
  groupId: number | null,
): (Session & { theirs: boolean })[] {
  const elsewhere = all.filter(
    (session) => session.state !== null && session.groupId !== null && session.groupId !== groupId,
  );
  const wasElsewhere = ({ startInstant, endInstant }: OfGroups) =>
    elsewhere.some((other) => other.startInstant < endInstant && startInstant < other.endInstant);
  return all.map((session) => ({
    ...session,
    theirs: isTheirs(session, { groupId }) && (session.groupId === null || !wasElsewhere(session)),
  }));
}

/** When a course had its people: by that one tells who joined later from who was entered afterwards. */
export type Joining = {
  /** When its last session began. */
  lastStart: number;
  /** When the first of its people joined; null where nobody has. */
  firstSince: number | null;
};

/**
 * True where a session counts for somebody by when they joined: it began after that; or it was held before anybody was
 * entered, or they were entered after the last one began, so that nobody can have joined later than it.
 */
export function countsFrom(
  session: { startInstant: number },
  placeSince: number | null,
  { lastStart, firstSince }: Joining,
  rule: Pick<CountingRule, "joinersFromStart">,
): boolean {
  if (rule.joinersFromStart || placeSince === null || placeSince > lastStart) return true;
  if (firstSince !== null && session.startInstant < firstSince) return true;
  return placeSince <= session.startInstant;
}

/** What the rolls of a course say of one person. */
export type Counted = {
  /** Minutes attended. */
  minutes: number;
  /** Minutes of all sessions that count for this person. */
  plannedMinutes: number;
  /** Minutes of sessions at which they were excused. */
  excusedMinutes: number;
  /** Sessions that count for this person and have no entry, and their minutes. */
  sessionsWithoutEntry: number;
  openMinutes: number;
  /** When they joined, where sessions before that are left out; else null. */
  joinedLater: number | null;
};

/**
 * The sessions of a course that are planned for one person: what completing it is measured by. Those of other groups and
 * those before joining count only where somebody has marked the person all the same, then both as planned and as
 * attended; those at which they were excused count unless the course leaves them out.
 * @param firstSince when the first of the course's people joined, where known.
 */
export function plannedSessions<Session extends SessionOfPerson>(
  all: readonly Session[],
  placeSince: number | null,
  rule: CountingRule,
  firstSince: number | null = null,
): Session[] {
  const joining = { lastStart: Math.max(...all.map((session) => session.startInstant)), firstSince };
  return all.filter(({ state, startInstant, theirs }) =>
    state === null
      ? theirs && countsFrom({ startInstant }, placeSince, joining, rule)
      : !(state === "excused" && rule.excusedLeftOut),
  );
}

/** Counts the sessions of a course for one person. Attended minutes never exceed planned ones. */
export function countSessions(
  all: readonly SessionOfPerson[],
  placeSince: number | null,
  rule: CountingRule,
  firstSince: number | null = null,
): Counted {
  const planned = plannedSessions(all, placeSince, rule, firstSince);
  const sum = (list: readonly SessionOfPerson[], of: "minutes" | "attended") =>
    list.reduce((total, session) => total + session[of], 0);
  const open = planned.filter((session) => session.state === null);
  const unmarked = all.filter((session) => session.state === null && session.theirs);
  return {
    minutes: sum(planned, "attended"),
    plannedMinutes: sum(planned, "minutes"),
    excusedMinutes: sum(
      all.filter((session) => session.state === "excused"),
      "minutes",
    ),
    sessionsWithoutEntry: open.length,
    openMinutes: sum(open, "minutes"),
    joinedLater: open.length < unmarked.length ? placeSince : null,
  };
}

/** How far a course has come for one person: minutes of their planned sessions. */
export type Held = {
  /** Of sessions that have ended, or that somebody has entered already. */
  heldMinutes: number;
  /** Of these, of sessions whose attendance nobody has entered yet. */
  unenteredMinutes: number;
};

/** What of the sessions planned for somebody was held by an instant (ms). */
export function heldBy(planned: readonly SessionOfPerson[], now: number): Held {
  const held = planned.filter((s) => s.state !== null || s.startInstant + s.minutes * 60_000 <= now);
  const sum = (list: readonly SessionOfPerson[]) => list.reduce((total, { minutes }) => total + minutes, 0);
  return { heldMinutes: sum(held), unenteredMinutes: sum(held.filter(({ state }) => state === null)) };
}

/** How much somebody was present, and of what: the one number wherever their presence is said. */
export type Present = {
  /** Rounded down, as by the completion rule. */
  percent: number;
  minutes: number;
  /** The minutes that it is of. */
  of: number;
  /** Minutes of sessions that are over, of which nobody has taken the attendance. */
  notTaken: number;
  /** Minutes of sessions that are still to be held. */
  toCome: number;
};

/**
 * How much somebody was present: of the sessions of which attendance was taken while the course goes on, of all that were
 * planned for them once it is `over`. A course that has come half way never reads as half missed, nor does a session that
 * nobody has entered. Null where there is nothing that it could be of.
 */
export function presentOf(
  {
    minutes,
    plannedMinutes,
    heldMinutes,
    unenteredMinutes,
  }: Held & Pick<Counted, "minutes" | "plannedMinutes">,
  over: boolean,
): Present | null {
  const of = over ? plannedMinutes : heldMinutes - unenteredMinutes;
  if (of === 0) return null;
  return {
    percent: attendancePercent(minutes, of),
    minutes,
    of,
    notTaken: unenteredMinutes,
    toCome: plannedMinutes - heldMinutes,
  };
}
