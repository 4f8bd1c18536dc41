import { addDays, daysBetween } from "../time/civil";
import {
  allows,
  type CourseState,
  isApproved,
  stateTable,
  type TransitionFacts,
  wayBackFault,
} from "./rules";
import { isSchedulerStep, rollIsOpen } from "./rules/workshops";

/** The state that leads a course on, from each that is not its last. */
export const forward: Partial<Record<CourseState, CourseState>> = {
  draft: "open",
  open: "running",
  running: "closed",
};

/**
 * The states to which somebody may take a course now, the one that leads on first.
 * @param coordinates false for whoever scheduled the workshop, and may do less.
 */
export function stepsOffered(
  course: Pick<TransitionFacts, "state" | "certificateCount" | "registrationCount">,
  coordinates: boolean,
): CourseState[] {
  const { state } = course;
  return stateTable[state].next
    .filter((to) => wayBackFault(course, to) === null)
    .filter((to) => {
      // Their own workshop starts with the first mark on its roll.
      const byRoll = state === "open" && to === "running";
      return coordinates || (isSchedulerStep(to) && !byRoll);
    })
    .sort((a, b) => Number(b === forward[state]) - Number(a === forward[state]));
}

/** What is to be done first in a course; null where nothing waits for anybody. */
export function firstActOf(course: {
  state: CourseState;
  countedBy: "people" | "numbers";
  /** Registrations to decide on, and certificates that may be issued. */
  undecided: number;
  ready: number;
  /** Whose own workshop it is, and how many have ever been registered in it. */
  scheduledBy: number | null;
  nominated: number;
  /** How many hold a place. */
  enrolled: number;
  /** Sessions of a course under way whose roll lacks somebody, over or to come; null where it has none at all. */
  rollsLeft: number | null;
}): "open" | "register" | "decide" | "roll" | "end" | "certify" | null {
  if (course.countedBy === "numbers") return null;
  if (course.state === "draft") return "open";
  // Of a workshop without people there is no attendance to take.
  if (course.scheduledBy !== null && course.nominated === 0 && allows(course.state, "decide"))
    return "register";
  if (course.state === "open") return course.undecided > 0 ? "decide" : null;
  if (course.state === "running") return course.enrolled > 0 && course.rollsLeft === 0 ? "end" : "roll";
  return course.state === "closed" && course.ready > 0 ? "certify" : null;
}

/** What a course goes through from its plan to its certificates, in that order. */
export const stages = [
  "dates",
  "trainers",
  "timetable",
  "hours",
  "clashes",
  "opened",
  "admitted",
  "rolls",
  "certified",
] as const;
export type Stage = (typeof stages)[number];

/** True for a session whose roll holds somebody, and nobody without a mark. */
export const rollIsComplete = (session: { entries: number; gaps: number }) =>
  session.entries > 0 && session.gaps === 0;

/** True for a session that is over by an instant (`overBy`, ms) and whose roll lacks somebody. */
export const rollIsMissing = (session: { gaps: number; endInstant: number }, over: number) =>
  session.gaps > 0 && session.endInstant < over;

/**
 * What makes up for attendance that is missing, on a civil day at the course's place: taking it, or first the start of a course
 * that has not begun, for whoever may start it; null where neither is theirs.
 */
export function rollRemedy(
  course: Parameters<typeof rollIsOpen>[0],
  today: string,
  steps: readonly CourseState[],
): "roll" | "start" | null {
  if (rollIsOpen(course, today) || course.state === "closed") return "roll";
  return steps.includes("running") && course.state === "open" ? "start" : null;
}

/** Which stages a course has behind it. */
export function stagesDone(course: {
  state: CourseState;
  /** When a trainer's workshop was approved; null while it awaits that, and nobody can register by its page. */
  approvedAt: number | null;
  startsOn: string | null;
  trainers: readonly unknown[];
  sessions: readonly { entries: number; gaps: number }[];
  /** Minutes of its modules that its timetable has no room for yet, and sessions that cannot be as they are planned. */
  minutesLeft: number;
  clashes: number;
  counts: { enrolled: number; undecided: number };
  /** Certificates that could be issued and that are; null for whom that is not told. */
  certificates: { ready: number; issued: number } | null;
}): Record<Stage, boolean> {
  const { sessions, counts, certificates } = course;
  return {
    dates: course.startsOn !== null,
    trainers: course.trainers.length > 0,
    timetable: sessions.length > 0,
    hours: sessions.length > 0 && course.minutesLeft === 0,
    clashes: sessions.length > 0 && course.clashes === 0,
    opened: course.state !== "draft" && isApproved(course),
    admitted: counts.enrolled > 0 && counts.undecided === 0,
    rolls: sessions.length > 0 && sessions.every(rollIsComplete),
    certified: certificates !== null && certificates.ready === 0 && certificates.issued > 0,
  };
}

/** How pressing a stage is that is not done: overdue, to be mended today, or not before its time. */
export type Urgency = "overdue" | "now" | "later";

/**
 * What a course has not behind it yet, the most pressing first. A lack is only what can be mended today; what has its
 * time later is `later`, and what can no longer be made up for is left out: of a course that is over only its
 * attendance and its certificates can.
 */
export function lacksOf(
  course: Parameters<typeof stagesDone>[0] & {
    /** Sessions whose roll is missing (`rollIsMissing`). */
    overdueRolls: number;
  },
): { stage: Stage; urgency: Urgency }[] {
  const { state, startsOn, counts, certificates, overdueRolls } = course;
  const done = stagesDone(course);
  const over = state === "closed";
  const urgency: Record<Stage, Urgency> = {
    dates: "now",
    trainers: "now",
    timetable: startsOn === null ? "later" : "now",
    hours: "now",
    clashes: "now",
    // What awaits approval is not the trainer's to mend.
    opened: state === "draft" ? "now" : "later",
    admitted: counts.undecided > 0 ? "now" : "later",
    rolls: overdueRolls > 0 && state !== "draft" ? "overdue" : "later",
    certified: over && certificates !== null && certificates.ready > 0 ? "now" : "later",
  };
  const order: Urgency[] = ["overdue", "now", "later"];
  // Who issues the certificates is to be known where that is not told.
  const comes = (stage: Stage) =>
    // Without a timetable that is what is lacking.
    (!over && (course.sessions.length > 0 || (stage !== "hours" && stage !== "clashes"))) ||
    urgency[stage] === "overdue" ||
    (stage === "certified" && certificates?.ready !== 0);
  return stages
    .filter((stage) => !done[stage] && comes(stage))
    .map((stage) => ({ stage, urgency: urgency[stage] }))
    .sort((a, b) => order.indexOf(a.urgency) - order.indexOf(b.urgency));
}

/** The life of a course as a line. */
export const lifeStages = ["planned", "registration", "running", "ended", "certificates"] as const;
export type LifeStage = (typeof lifeStages)[number];

const stageOf: Record<Exclude<CourseState, "cancelled" | "closed">, LifeStage> = {
  draft: "planned",
  open: "registration",
  running: "running",
};

/**
 * At which stage of its life a course is; null where it has them all behind it.
 * @param certificates how many are issued, and how many people could have one.
 */
export function stageNow(
  state: Exclude<CourseState, "cancelled">,
  certificates: { issued: number; ready: number },
): LifeStage | null {
  if (state !== "closed") return stageOf[state];
  return certificates.issued > 0 && certificates.ready === 0 ? null : "certificates";
}

/**
 * What each stage of a course's life is: behind it, here, or to come. A workshop that awaits approval is not past its plan
 * before it starts, and its registration has not opened to the public however far it went on.
 */
export function lifeOf(
  course: { state: Exclude<CourseState, "cancelled">; approvedAt: number | null },
  certificates: { issued: number; ready: number },
): Record<LifeStage, "done" | "here" | "toCome"> {
  const approved = isApproved(course);
  const now = course.state === "open" && !approved ? "planned" : stageNow(course.state, certificates);
  const here = now === null ? lifeStages.length : lifeStages.indexOf(now);
  const is = (stage: LifeStage) => {
    const place = lifeStages.indexOf(stage);
    if (stage === "registration" && !approved) return "toCome";
    return place < here ? "done" : place === here ? "here" : "toCome";
  };
  return Object.fromEntries(lifeStages.map((stage) => [stage, is(stage)])) as ReturnType<typeof lifeOf>;
}

/** The days of a course as they are counted: those on which it has sessions, or where it has none all from its first to its last. */
export function daysOfCourse(
  withSessions: readonly string[],
  { startsOn, endsOn }: { startsOn: string | null; endsOn: string | null },
): string[] {
  if (withSessions.length > 0) return [...new Set(withSessions)];
  const span = startsOn && endsOn ? daysBetween(startsOn, endsOn) + 1 : 0;
  return Array.from({ length: span }, (_, nth) => addDays(startsOn as string, nth));
}

/** Which of its days a course is at, of how many; null before the first. */
export function dayOfCourse(
  days: readonly string[],
  today: string,
  course: { startsOn: string | null; endsOn: string | null },
): { day: number; of: number } | null {
  const own = daysOfCourse(days, course);
  const day = own.filter((one) => one <= today).length;
  return day === 0 ? null : { day, of: own.length };
}
