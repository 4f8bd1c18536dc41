import type { Translated } from "../../db/values/languages";
import type { SessionKind } from "../../db/values/timetable";
import { type CourseNow as CourseSays, type DueKind, dueIn, startOf } from "../due/rules";
import type { PersonsNames } from "../i18n/rules";
import { addDays, daysBetween, weekday } from "../time/civil";
import { dayAt } from "../time/zone";

/** What awaits somebody is counted so far; beyond it a page says *more than*. */
export const mostCounted = 1_000;

/** Weeks of courses that the first page draws. */
const weeksShown = 7;

/** What a course says of itself when one asks whether something is due. */
export type CourseNow = Pick<
  CourseSays,
  "state" | "zone" | "startsOn" | "endsOn" | "countedBy" | "toDecide" | "toConfirm"
> & { scheduled?: boolean };

/** What is due in a course; whether certificates are ready, its roll must tell. */
export type Due =
  | { kind: "decide"; count: number; days: number }
  | { kind: "confirm"; count: number }
  | { kind: "go" }
  | { kind: "start"; days: number }
  /** `own`: the viewer's own workshop, whose certificates others issue. */
  | { kind: "close"; days: number; own?: true }
  | { kind: "certify" }
  | { kind: "draft" }
  | { kind: "unanswered"; count: number }
  | { kind: "ask_others"; count: number }
  | { kind: "plans"; count: number };

/** Who was asked to train and has not answered, with the last civil day to do so. */
export type Unanswered = PersonsNames & { answerBy: string };

/** Who cannot train what they were asked for, or named something else. */
export type Answered = PersonsNames & { state: string };

type OfCourse<Item> = Item & { course: { id: number; title: Translated } };

/** A session on whose roll somebody is missing. */
type SessionLine = {
  id: number;
  courseId: number;
  course: Translated;
  day: string;
  startsAt: string;
  endsAt: string;
  /** What it is about. */
  kind: SessionKind;
  title: string | null;
  moduleCode: string | null;
  moduleTitle: Translated | null;
  toolTitle: Translated | null;
  /** How many people have no mark on it. */
  missing: number;
};

/** How many of how many have a mark on these rolls: of those with a place, or of all who miss one where these are more. */
export function marksOf(sessions: readonly Pick<SessionLine, "missing">[], seatsTaken: number) {
  const sum = { marked: 0, count: 0 };
  for (const { missing } of sessions) {
    const count = Math.max(seatsTaken, missing);
    sum.marked += count - missing;
    sum.count += count;
  }
  return sum;
}

/** What waits for a decision of this viewer. */
export type Await =
  | OfCourse<Exclude<Due, { kind: "certify" | "unanswered" | "ask_others" }>>
  | OfCourse<{ kind: "ask_others"; count: number; answered: readonly Answered[] }>
  | OfCourse<{
      kind: "unanswered";
      count: number;
      late: readonly Unanswered[];
      inTime: readonly Unanswered[];
    }>
  | OfCourse<{ kind: "certify"; ready: number; total: number }>
  | OfCourse<{ kind: "tell"; count: number }>
  | OfCourse<{ kind: "tell_asked"; people: readonly PersonsNames[] }>
  | OfCourse<{ kind: "rule_lost"; count: number }>
  | OfCourse<{ kind: "mend_names"; count: number }>
  | { kind: "roll"; sessions: readonly [SessionLine, ...SessionLine[]] };

/** A row of what is due in a course, with what a page says of the course. */
type DueRow = {
  kind: DueKind;
  count: number;
  total: number | null;
  courseId: number;
  title: Translated;
  startsOn: string | null;
  endsOn: string | null;
};

/**
 * What is due in a course as it is shown on a civil day of its zone.
 * @param waiting who has not answered in it. @param answered whose answer is to be looked at.
 */
export function shownOf(
  today: string,
  row: DueRow,
  waiting: readonly Unanswered[] = [],
  answered: readonly Answered[] = [],
): Await {
  const { count, startsOn, endsOn } = row;
  const course = { id: row.courseId, title: row.title };
  switch (row.kind) {
    case "decide":
      return { kind: "decide", count, days: daysBetween(today, startsOn!), course };
    case "start":
      return { kind: "start", days: daysBetween(startsOn!, today), course };
    case "close":
      return { kind: "close", days: daysBetween(endsOn!, today), course };
    case "certify":
      return { kind: "certify", ready: count, total: row.total ?? count, course };
    case "go":
      return { kind: "go", course };
    case "confirm":
    case "tell":
    case "rule_lost":
    case "mend_names":
    case "plans":
      return { kind: row.kind, count, course };
    case "ask_others":
      return { kind: "ask_others", count, answered, course };
    case "unanswered": {
      const late = waiting.filter(({ answerBy }) => answerBy < today);
      return {
        kind: "unanswered",
        // Who was in time by then is not late: without a name nothing is said.
        count: late.length,
        late,
        inTime: waiting.filter((one) => !late.includes(one)),
        course,
      };
    }
    default:
      return { kind: "draft", course };
  }
}

/** What a coordinator should do about a course on a civil day. */
export function dueOn(today: string, { scheduled = false, ...course }: CourseNow): Due[] {
  const now = startOf(today, course);
  const nothing = {
    toTell: { now: 0, whenPast: 0 },
    ready: 1,
    everyone: 1,
    inDoubt: 0,
    withoutPlan: 0,
    toMend: 0,
    unanswered: [],
    toAskOthers: 0,
    rolls: [],
    awaitsApproval: false,
  };
  return dueIn({ ...nothing, ...course, scheduled })
    .filter(({ dueFrom, dueUntil }) => dueFrom <= now && (dueUntil === null || dueUntil > now))
    .map((item) => {
      const { startsOn, endsOn } = course;
      const row = { ...item, courseId: 0, title: { own: "en", en: "" } as const, startsOn, endsOn };
      const { course: _, ...due } = shownOf(today, row) as OfCourse<Due>;
      return item.kind === "certify" ? { kind: "certify" } : (due as Due);
    });
}

/** Order of what awaits a decision, most urgent lowest: the end of one's own workshop, rolls, people to tell, what is late or held up and certificates that stand on nothing, decisions by the start, among them certificates as if a course began in a week, action plans, names that cannot be printed, drafts. */
export function urgency(
  item: { kind: "roll" | "tell" | "tell_asked" | "rule_lost" | "mend_names" } | Due,
): number {
  switch (item.kind) {
    case "roll":
      return 0;
    case "tell":
    case "tell_asked":
      return 0.5;
    // One's own workshop that is over comes before rolls of other courses.
    case "close":
      return item.own ? -1 : 1;
    case "start":
    case "go":
    case "confirm":
    case "rule_lost":
    case "unanswered":
    case "ask_others":
      return 1;
    case "decide":
      return 2 + Math.max(0, item.days);
    // Who completed a course waits: as if it were to be decided in a week.
    case "certify":
      return 9;
    case "plans":
      return 398;
    case "mend_names":
      return 399;
    case "draft":
      return 500;
  }
}

/** Seven weeks from the last Sunday on, which the first page draws. */
export function weeksFrom(today: string): { first: string; weeks: string[]; until: string } {
  const first = addDays(today, -(weekday(today) % 7));
  return {
    first,
    weeks: Array.from({ length: weeksShown }, (_, week) => addDays(first, 7 * week)),
    until: addDays(first, 7 * weeksShown - 1),
  };
}

/** True for what should have been done by now. */
export const isLate = (item: Await): boolean => urgency(item) < 2;

/** What an installation needs before its first course, in the order in which one thing needs the other. */
export const firstStepKinds = ["programme", "tool", "coordinator", "venue", "course"] as const;
/** The same of somebody's programmes, for whoever coordinates them. */
export const firstStepKindsIn = ["gates", "trainer", "course"] as const;
export type FirstStepKind = (typeof firstStepKinds)[number] | (typeof firstStepKindsIn)[number];
/** A step; `programmeId`: in which programme it is done, where it is one's own. */
export type FirstStep = { kind: FirstStepKind; done: boolean; programmeId?: number | null };

/**
 * The first steps, each done or not; none once all are done, or once a course has been opened: an installation that
 * works does not need them, though it may have no venue.
 */
export function firstStepsLeft(
  there: Readonly<Record<string, unknown>> & { programmeId?: number | null },
  kinds: readonly FirstStepKind[] = firstStepKinds,
): FirstStep[] {
  const { programmeId } = there;
  const steps = kinds.map((kind) => ({
    ...{ kind, done: Boolean(there[kind]) },
    ...(programmeId === undefined ? {} : { programmeId }),
  }));
  return there.opened || steps.every((step) => step.done) ? [] : steps;
}

/** Sessions in their order, those of one course on one day together. */
export function byDayAndCourse<S extends { day: string; courseId: number }>(
  sessions: readonly S[],
): [S, ...S[]][] {
  const groups = new Map<string, [S, ...S[]]>();
  for (const session of sessions) {
    const key = `${session.day} ${session.courseId}`;
    const group = groups.get(key);
    if (group) group.push(session);
    else groups.set(key, [session]);
  }
  return [...groups.values()];
}

/** The sessions of a day in their order, those of one course together that follow each other. */
export function inTurn<S extends { courseId: number }>(sessions: readonly S[]): [S, ...S[]][] {
  const turns: [S, ...S[]][] = [];
  for (const session of sessions) {
    const last = turns.at(-1);
    if (last?.[0].courseId === session.courseId) last.push(session);
    else turns.push([session]);
  }
  return turns;
}

/** Of rolls, by day and course, those that are not of these sessions alone. */
export const rollsBesides = <Roll extends { sessions: readonly { id: number }[] }>(
  rolls: readonly Roll[],
  shown: readonly { id: number }[],
): Roll[] => {
  const there = new Set(shown.map(({ id }) => id));
  return rolls.filter(({ sessions }) => sessions.some(({ id }) => !there.has(id)));
};

/** Of these sessions all that are of today, where they take place, or later: none of a day is left out because it is over. */
export const fromTodayOn = <S extends { day: string; zone: string }>(
  sessions: readonly S[],
  now: number,
): S[] => sessions.filter(({ day, zone }) => day >= dayAt(now, zone));

/**
 * The session whose roll comes first of these: the one that goes on, else the first that lacks its roll; null where none
 * does. The others of the day come second, also where theirs is still to be taken.
 */
export function rollFirst<S extends { startInstant: number; endInstant: number; rollMissing?: boolean }>(
  sessions: readonly S[],
  now: number,
): S | null {
  const runs = ({ startInstant, endInstant }: S) => startInstant <= now && now < endInstant;
  return sessions.find(runs) ?? sessions.find(({ rollMissing }) => rollMissing) ?? null;
}
