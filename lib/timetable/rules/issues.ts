import type { AcceptableIssue, SessionKind, TrainerRole } from "../../../db/values/timetable";
import { acceptableIssues } from "../../../db/values/timetable";
import { locales, type Translated } from "../../i18n/rules";
import { fold } from "../../text";
import { daysBetween } from "../../time/civil";
import { atOneTime, minutesOfAll, modulesShort } from "./grid";

/** Most minutes of sessions that a person sits through on a day. */
export const mostMinutesADay = 8 * 60;

/** What is open in a plan; `about` names all that somebody looked at who accepts it, and is another text once that changes. */
export type Issue = { sessionId: number | null; about: string } & (
  | { kind: "same_time"; otherId: number }
  | { kind: "trainer_taken" | "room_taken" | "no_lead" | "empty_group" | "test_missing" }
  | { kind: "not_qualified" | "away"; trainerId: number }
  | { kind: "room_too_small"; seats: number; people: number }
  | { kind: "over_hours"; day: string; minutes: number }
  | { kind: "not_worked"; day: string; holiday: boolean }
  | { kind: "travel"; trainerId: number; day: string; there: string; courseId: number }
  | { kind: "people_elsewhere"; people: number }
  | { kind: "minutes_missing"; moduleId: number; minutes: number }
);
export type IssueKind = Issue["kind"];

/** True for what somebody may accept with a reason; of the others nothing is right until it is mended. */
export const isAcceptable = (issue: Issue): issue is Issue & { kind: AcceptableIssue } =>
  (acceptableIssues as readonly string[]).includes(issue.kind);

export type PlannedSession = {
  id: number;
  day: string;
  startsAt: string;
  endsAt: string;
  endInstant: number;
  minutes: number;
  kind: SessionKind;
  moduleId: number | null;
  roomId: number | null;
  groupId: number | null;
  trainers: readonly { id: number; role: TrainerRole }[];
};

/** A plan as far as it is asked about: its sessions in their order, and what is known of days, rooms and people. */
export type Plan = {
  /** An instant (ms): what was over by then is no longer mended. */
  now: number;
  sessions: readonly PlannedSession[];
  modules: readonly { id: number; minutes: number }[];
  /** True where its people are to pass a test. */
  asksTest: boolean;
  isQualified: (personId: number, moduleId: number) => boolean;
  /** True where a trainer is away at the time of a session. */
  isAway: (personId: number, session: PlannedSession) => boolean;
  /** Seats of a room by its key; null where nobody noted them. */
  seats: ReadonlyMap<number, number | null>;
  /** How many are expected at a session of this group; null: of everybody. */
  expected: (groupId: number | null) => number;
  emptyGroups: ReadonlySet<number>;
  notWorked: readonly { day: string; holiday: boolean }[];
  /** What of a session another session has at that time, by its key. */
  elsewhere: ReadonlyMap<number, readonly { what: "trainer" | "room" }[]>;
  /** How many are expected in another course at that time. */
  peopleElsewhere: ReadonlyMap<number, readonly { people: number }[]>;
  /** On which days these trainers are in other places. */
  elsewhereOn: readonly { trainerId: number; day: string; courseId: number }[];
};

const times = (s: PlannedSession) => `${s.day} ${s.startsAt}-${s.endsAt}`;

/** What is open in one session. */
function ofSession(plan: Plan, session: PlannedSession): Issue[] {
  const { id: sessionId, trainers, moduleId, groupId } = session;
  const at = { sessionId, about: `${sessionId} ${times(session)}` };
  const issues: Issue[] = [];
  const elsewhere = new Set((plan.elsewhere.get(sessionId) ?? []).map(({ what }) => what));
  if (elsewhere.has("trainer")) issues.push({ ...at, kind: "trainer_taken" });
  if (elsewhere.has("room")) issues.push({ ...at, kind: "room_taken" });
  const leads = trainers.filter(({ role }) => role === "lead");
  // What has a title alone may be a meal or a prayer.
  if (leads.length === 0 && session.kind !== "other") issues.push({ ...at, kind: "no_lead" });
  if (moduleId !== null)
    for (const { id: trainerId } of leads)
      if (!plan.isQualified(trainerId, moduleId))
        issues.push({
          sessionId,
          about: `${at.about} module ${moduleId} trainer ${trainerId}`,
          kind: "not_qualified",
          trainerId,
        });
  for (const { id: trainerId } of trainers)
    if (plan.isAway(trainerId, session))
      issues.push({ sessionId, about: `${at.about} trainer ${trainerId}`, kind: "away", trainerId });
  const seats = session.roomId === null ? null : (plan.seats.get(session.roomId) ?? null);
  const people = plan.expected(groupId);
  if (seats !== null && seats < people) issues.push({ ...at, kind: "room_too_small", seats, people });
  if (groupId !== null && plan.emptyGroups.has(groupId)) issues.push({ ...at, kind: "empty_group" });
  for (const other of plan.peopleElsewhere.get(sessionId) ?? [])
    issues.push({ ...at, kind: "people_elsewhere", people: other.people });
  return issues;
}

/** Where a trainer is in another place on the day itself, the day before or the day after; each such day once. */
function travelOf(plan: Plan, sessions: readonly PlannedSession[], day: string): Issue[] {
  const found = new Map<string, Issue>();
  for (const { trainerId, day: there, courseId } of plan.elsewhereOn) {
    if (Math.abs(daysBetween(day, there)) > 1) continue;
    const own = sessions.filter((s) => s.trainers.some(({ id }) => id === trainerId));
    const met = there > day ? own.at(-1) : own[0];
    if (!met) continue;
    const about = `${times(met)} trainer ${trainerId} course ${courseId} ${there}`;
    found.set(about, { sessionId: met.id, about, kind: "travel", trainerId, day, there, courseId });
  }
  return [...found.values()];
}

/** What is open on one day. */
function ofDay(plan: Plan, sessions: readonly PlannedSession[], day: string): Issue[] {
  const [first, last] = [sessions[0]!, sessions.at(-1)!];
  const about = `${day} ${sessions.map((s) => `${s.startsAt}-${s.endsAt}`).join(" ")}`;
  const issues: Issue[] = [];
  const free = plan.notWorked.find((one) => one.day === day);
  if (free) issues.push({ sessionId: first.id, about, kind: "not_worked", day, holiday: free.holiday });
  issues.push(...travelOf(plan, sessions, day));
  const minutes = minutesOfAll(sessions);
  if (minutes > mostMinutesADay) issues.push({ sessionId: last.id, about, kind: "over_hours", day, minutes });
  return issues;
}

/**
 * All that is open in a plan, in the order of its days: what is of a day before what is of its sessions, and last what the
 * whole plan lacks. Two sessions at one time are one thing. What is over is left out.
 */
export function openIssues(plan: Plan): Issue[] {
  const coming = plan.sessions.filter((s) => s.endInstant > plan.now);
  const met = atOneTime(coming);
  const place = new Map(coming.map(({ id }, nth) => [id, nth]));
  const issues: Issue[] = [];
  for (const day of [...new Set(coming.map((s) => s.day))]) {
    const sessions = coming.filter((s) => s.day === day);
    issues.push(...ofDay(plan, sessions, day));
    for (const session of sessions) {
      for (const other of met.get(session.id) ?? [])
        if (place.get(other.id)! > place.get(session.id)!)
          issues.push({
            sessionId: session.id,
            about: `${times(session)} ${times(other)}`,
            kind: "same_time",
            otherId: other.id,
          });
      issues.push(...ofSession(plan, session));
    }
  }
  for (const { id, left } of modulesShort(plan.modules, plan.sessions))
    issues.push({
      sessionId: null,
      about: `module ${id} ${left}`,
      kind: "minutes_missing",
      moduleId: id,
      minutes: left,
    });
  if (plan.asksTest && !plan.sessions.some(({ kind }) => kind === "test"))
    issues.push({ sessionId: null, about: "test", kind: "test_missing" });
  return issues;
}

type Where = { country: string; place: Translated; venueId: number | null };

/** True where two courses are at one place: one venue, or places of one country that are called the same in a language. */
export const atOnePlace = (a: Where, b: Where): boolean =>
  (a.venueId !== null && a.venueId === b.venueId) ||
  (a.country === b.country &&
    locales.some((locale) => {
      const [one, other] = [a.place[locale], b.place[locale]];
      return Boolean(one && other && fold(one) === fold(other));
    }));

/** What somebody accepted: of which kind, and what exactly. */
type Accepted = { kind: string; about: string };

/** Parts what is open into what nobody accepted and what was, each with its acceptance; one about anything else no longer holds. */
export function partAccepted<A extends Accepted>(
  issues: readonly Issue[],
  acceptances: readonly A[],
): { open: Issue[]; accepted: { issue: Issue; acceptance: A }[] } {
  const of = (issue: Issue) =>
    isAcceptable(issue)
      ? acceptances.find(({ kind, about }) => kind === issue.kind && about === issue.about)
      : undefined;
  return {
    open: issues.filter((issue) => of(issue) === undefined),
    accepted: issues.flatMap((issue) => {
      const acceptance = of(issue);
      return acceptance ? [{ issue, acceptance }] : [];
    }),
  };
}
