import type { AcceptableIssue, SessionKind, TrainerRole } from "../../../db/values/timetable";
import { acceptableIssues } from "../../../db/values/timetable";
import type { AwayTime } from "../../away/rules";
import { type Besides, noRoom, type OpenBesides, openBesides } from "./besides";
import { atOneTime, minutesOfAll } from "./grid";
import { type PartMissing, partsMissing } from "./lacking";
import { minutesOutsideGroups, modulesShort } from "./moduleHours";
import { askedTwice, emptyGroup } from "./ofGroups";
import { outOfOrder } from "./order";
import type { Parts } from "./parts";
import { times } from "./times";
import { togetherIn } from "./together";
import { expectedMeanwhile, type HoursElsewhere, overHoursOf } from "./trainersDay";
import { travelOf } from "./travel";
import { notUnderstood } from "./understood";

/** What is one thing for several sessions, which stand in their order. */
type OfSessions = {
  sessionIds: number[];
  /** What each of them was accepted as where that was done one by one. */
  each: string[];
  /** What an acceptance calls it, and each of its sessions. */
  of: string;
  at: string[];
};

/** What is open in a plan; `about` names all that somebody looked at who accepts it, and is another text once that changes. */
export type Issue = OpenBesides | Planned;

/** The same of the timetable. */
type Planned = {
  sessionId: number | null;
  about: string;
} /** Sessions at the time of another one (`otherId`): of several beside each other all those that are not it. */ & (
  | { kind: "same_time"; otherId: number; sessionIds: number[] }
  | { kind: "trainer_taken" | "room_taken" | "no_lead" | "test_missing" }
  /** A group that has sessions and nobody in it. */
  | ({ kind: "empty_group"; groupId: number } & OfSessions)
  /** Who was asked for sessions that are at one time, or trains one of them. */
  | ({ kind: "asked_twice"; trainerId: number } & OfSessions)
  | ({ kind: "not_qualified"; trainerId: number; moduleId: number } & OfSessions)
  /** `asked`: they were asked for these sessions and have not answered. */
  | ({ kind: "away"; trainerId: number; asked: boolean; time: AwayTime } & OfSessions)
  /** Sessions of a module that come after a later one of its tool has begun. */
  | ({ kind: "out_of_order"; moduleId: number; laterId: number } & OfSessions)
  /** A group is taught in a language that no trainer of these sessions is known to speak, and nobody interprets into. */
  | ({ kind: "language"; language: string; groupId: number } & OfSessions)
  /** Sessions at a place without a room, where others of the course have one. */
  | ({ kind: "no_room" } & OfSessions)
  | { kind: "room_too_small"; seats: number; people: number }
  /** `trainerId`: of whoever trains so much, in all courses; else of whoever sits through the day. `hidden`: not to be told how much. */
  | { kind: "over_hours"; day: string; minutes: number; most: number; trainerId?: number; hidden?: boolean }
  | { kind: "not_worked"; day: string; holiday: boolean }
  | { kind: "travel"; trainerId: number; day: string; there: string; courseId: number; venue?: string }
  | { kind: "people_elsewhere"; people: number }
  /** Whoever trains these sessions has a place in another course then. */
  | ({ kind: "trainer_expected"; trainerId: number; courseId: number } & OfSessions)
  /** Minutes that a group, or everybody (null), lacks of a module. */
  | { kind: "minutes_missing"; moduleId: number; groupId: number | null; minutes: number }
  | PartMissing
  /** People in no group, and the minutes of modules that groups alone have. */
  | { kind: "without_group"; people: number; minutes: number }
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
  interpretedInto?: readonly string[] | null;
  isOnline?: boolean;
  /** Whoever was asked for it and has not answered. */
  asked: readonly { id: number }[];
};

/** A plan as far as it is asked about: its sessions in their order, and what is known of days, rooms and people. */
export type Plan = Besides & {
  /** An instant (ms): what was over by then is no longer mended. */
  now: number;
  sessions: readonly PlannedSession[];
  /** In their order, each with the number of its tool. */
  modules: readonly { id: number; minutes: number; tool?: number }[];
  /** All groups of the course, and how many who hold a place are in none. */
  groupIds: readonly number[];
  ungrouped: number;
  /** True where its people are to pass a test. */
  asksTest: boolean;
  /** What it is to have beside its modules. */
  parts: Parts;
  isQualified: (personId: number, moduleId: number) => boolean;
  /** The absence of a trainer that meets a session; null where none does. */
  awayAt: (personId: number, session: PlannedSession) => { id: number; time: AwayTime } | null;
  /** Seats of a room by its key; null where nobody noted them. */
  seats: ReadonlyMap<number, number | null>;
  /** How many are expected at a session of this group; null: of everybody. */
  expected: (groupId: number | null) => number;
  emptyGroups: ReadonlySet<number>;
  notWorked: readonly { day: string; holiday: boolean }[];
  /** What of a session another session has at that time, by its key. */
  elsewhere: ReadonlyMap<number, readonly { what: "trainer" | "room" }[]>;
  /** Whose registrations are expected in another course at that time, by course. */
  peopleElsewhere: ReadonlyMap<number, readonly { of: readonly number[] }[]>;
  /** Which trainers of a session have a place in another course at that time, by its key. */
  trainersExpected?: ReadonlyMap<number, readonly { trainerId: number; courseId: number }[]>;
  /** Most minutes of sessions on a day, of the programmes of the course. */
  mostMinutes: number;
  hoursElsewhere?: readonly HoursElsewhere[];
  /** On which days these trainers are in other places; `notFrom` are the sessions that are online or at that very place. */
  elsewhereOn: readonly {
    trainerId: number;
    day: string;
    courseId: number;
    notFrom?: readonly number[];
    /** What the other place is called, where it is a venue of this course. */
    venue?: string | null;
  }[];
  /** The language of a group by its key, where it has one. */
  languageOf?: ReadonlyMap<number, string>;
  /** True of a trainer who is known to speak a language. */
  speaks?: (personId: number, language: string) => boolean;
};

const leadsOf = ({ trainers }: PlannedSession) => trainers.filter(({ role }) => role === "lead");

type OfSeveral = Extract<Issue, OfSessions>;
type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/**
 * One session of what is one thing for several.
 * `key`: what is the same thing. `of`: how an acceptance calls it; `was`: what this session was accepted as by itself; `by`: what
 * else of the session it was accepted for.
 */
export type OfOne = { key: string; of: string; was: string; by?: string } & {
  issue: Without<OfSeveral, "sessionId" | "about" | keyof OfSessions>;
};

/** What is one thing for several sessions, by the first of them. */
function onceEach(
  sessions: readonly PlannedSession[],
  openIn: (session: PlannedSession) => readonly OfOne[],
): Map<number, Issue[]> {
  const found = new Map<string, { of: string; at: string[]; each: string[]; sessionIds: number[] } & OfOne>();
  for (const session of sessions)
    for (const one of openIn(session)) {
      const before = found.get(one.key) ?? { ...one, at: [], each: [], sessionIds: [] };
      before.at.push(`${session.id} ${times(session)}${one.by ? ` ${one.by}` : ""}`);
      before.each.push(one.was);
      before.sessionIds.push(session.id);
      found.set(one.key, before);
    }
  const byFirst = new Map<number, Issue[]>();
  for (const { issue, of, at, each, sessionIds } of found.values()) {
    const first = sessionIds[0]!;
    const about = each.length === 1 ? each[0]! : `${of}: ${at.join(", ")}`;
    byFirst.set(first, [
      ...(byFirst.get(first) ?? []),
      { ...issue, sessionId: first, about, each, of, at, sessionIds },
    ]);
  }
  return byFirst;
}

/** Who leads a session of what they neither completed as a training of trainers nor are certified for. */
const notQualified =
  (plan: Plan) =>
  (session: PlannedSession): OfOne[] => {
    const { id, moduleId } = session;
    if (moduleId === null) return [];
    return leadsOf(session).flatMap(({ id: trainerId }) => {
      if (plan.isQualified(trainerId, moduleId)) return [];
      const of = `module ${moduleId} trainer ${trainerId}`;
      const issue = { kind: "not_qualified" as const, trainerId, moduleId };
      return [{ key: of, of, was: `${id} ${times(session)} ${of}`, issue }];
    });
  };

/** Who trains a session, or was asked for it, and is away then. */
const away =
  (plan: Plan) =>
  (session: PlannedSession): OfOne[] => {
    const people = [
      ...session.trainers.map(({ id }) => ({ id, asked: false })),
      ...session.asked.map(({ id }) => ({ id, asked: true })),
    ];
    return people.flatMap(({ id: trainerId, asked }) => {
      const absence = plan.awayAt(trainerId, session);
      if (absence === null) return [];
      const of = `trainer ${trainerId} away ${absence.id}`;
      const issue = { kind: "away" as const, trainerId, asked, time: absence.time };
      const was = `${session.id} ${times(session)} trainer ${trainerId}`;
      return [{ key: `${of} ${asked}`, of, was, issue }];
    });
  };

/** What is open in one session. */
function ofSession(plan: Plan, session: PlannedSession): Issue[] {
  const { id: sessionId, groupId } = session;
  const at = { sessionId, about: `${sessionId} ${times(session)}` };
  const issues: Issue[] = [];
  const elsewhere = new Set((plan.elsewhere.get(sessionId) ?? []).map(({ what }) => what));
  if (elsewhere.has("trainer")) issues.push({ ...at, kind: "trainer_taken" });
  if (elsewhere.has("room")) issues.push({ ...at, kind: "room_taken" });
  // What has a title alone may be a meal or a prayer.
  if (leadsOf(session).length === 0 && session.kind !== "other") issues.push({ ...at, kind: "no_lead" });
  const seats = session.roomId === null ? null : (plan.seats.get(session.roomId) ?? null);
  const people = plan.expected(groupId);
  if (seats !== null && seats < people) issues.push({ ...at, kind: "room_too_small", seats, people });
  // Where they are in several courses it is one thing: they cannot be here. Whoever is in two is one.
  const others = plan.peopleElsewhere.get(sessionId) ?? [];
  if (others.length > 0)
    issues.push({
      ...at,
      kind: "people_elsewhere",
      people: new Set(others.flatMap(({ of }) => of)).size,
    });
  return issues;
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
  const most = plan.mostMinutes;
  if (minutes > most) issues.push({ sessionId: last.id, about, kind: "over_hours", day, minutes, most });
  return [...issues, ...overHoursOf(plan, sessions, day)];
}

/** What the whole plan lacks: hours of its modules, for a group or for everybody, and a test. */
function ofPlan(plan: Plan): Issue[] {
  const issues: Issue[] = modulesShort(plan.modules, plan.sessions, plan.groupIds).flatMap(
    ({ id: moduleId, lacking }) =>
      lacking.map(({ groupId, left }) => ({
        sessionId: null,
        about: `module ${moduleId} ${left}${groupId === null ? "" : ` group ${groupId}`}`,
        kind: "minutes_missing" as const,
        ...{ moduleId, groupId, minutes: left },
      })),
  );
  const outside = minutesOutsideGroups(plan.modules, plan.sessions, plan.groupIds);
  if (plan.ungrouped > 0 && outside > 0)
    issues.push({
      sessionId: null,
      about: `without group ${plan.ungrouped} ${outside}`,
      kind: "without_group",
      ...{ people: plan.ungrouped, minutes: outside },
    });
  const noTest = plan.asksTest && !plan.sessions.some(({ kind }) => kind === "test");
  if (noTest) issues.push({ sessionId: null, about: "test", kind: "test_missing" });
  const groups = plan.groupIds.map((id) => ({ id, people: plan.expected(id) }));
  return [...issues, ...openBesides(plan), ...partsMissing(plan.parts, plan.sessions, noTest, groups)];
}

/**
 * All that is open in a plan, in the order of its days: what is of a day before what is of its sessions, and last what the
 * whole plan lacks. Sessions at one time are one thing, and so is a trainer with a module, or with one absence, and a group with
 * its language. What is over is left out. No two are accepted by the same word.
 */
export function openIssues(plan: Plan): Issue[] {
  const coming = plan.sessions.filter((s) => s.endInstant > plan.now);
  const met = atOneTime(coming);
  const ofSeveral = [
    onceEach(coming, away(plan)),
    onceEach(coming, expectedMeanwhile(plan)),
    onceEach(coming, notQualified(plan)),
    onceEach(coming, notUnderstood(plan)),
    onceEach(coming, noRoom(plan.sessions)),
    onceEach(coming, emptyGroup(plan.emptyGroups)),
    onceEach(coming, askedTwice(coming)),
    onceEach(coming, outOfOrder(plan.modules, plan.sessions)),
  ];
  const issues: Issue[] = [];
  for (const day of [...new Set(coming.map((s) => s.day))]) {
    const sessions = coming.filter((s) => s.day === day);
    issues.push(...ofDay(plan, sessions, day));
    const together = togetherIn(sessions, met);
    for (const session of sessions) {
      issues.push(...together.filter(({ sessionId }) => sessionId === session.id));
      issues.push(...ofSession(plan, session), ...ofSeveral.flatMap((found) => found.get(session.id) ?? []));
    }
  }
  issues.push(...ofPlan(plan));
  return issues;
}
