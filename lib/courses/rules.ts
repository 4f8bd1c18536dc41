import type { CountedBy, CourseState } from "../../db/values/courses";
import type { DueKind } from "../../db/values/due";
import type { PlainCode } from "../faults";

export {
  type AdmissionMode,
  admissionModes,
  type CountedBy,
  type CourseKind,
  type CourseMode,
  type CourseState,
  countedBy,
  courseKinds,
  courseModes,
  courseStates,
  type FactKind,
  factKinds,
  headcountGroups,
  headcountMeasures,
  type SourceKind,
  sourceKinds,
} from "../../db/values/courses";
export { type QuestionKind, questionKinds } from "../../db/values/forms";
export {
  type SessionKind,
  sessionKinds,
  type TimetableChangeKind,
  type TrainerRole,
  timetableChangeKinds,
  trainerRoles,
} from "../../db/values/timetable";
export { isTentative } from "./rules/goAhead";
export { type ListedState, listedAs } from "./rules/listed";

/** What a course in a state allows. One table for the whole life of a course. */
export const stateTable = {
  draft: {
    next: ["open", "cancelled"],
    plan: true,
    register: false,
    decide: true,
    roll: false,
    certify: false,
    public: false,
  },
  open: {
    next: ["draft", "running", "cancelled"],
    plan: true,
    register: true,
    decide: true,
    roll: false,
    certify: false,
    public: true,
  },
  running: {
    next: ["open", "closed", "cancelled"],
    plan: true,
    register: false,
    decide: true,
    roll: true,
    certify: false,
    public: true,
  },
  closed: {
    next: ["running"],
    plan: false,
    register: false,
    decide: false,
    roll: true,
    certify: true,
    public: true,
  },
  cancelled: {
    next: [],
    plan: false,
    register: false,
    decide: false,
    roll: false,
    certify: false,
    public: true,
  },
} as const satisfies Record<
  CourseState,
  {
    next: readonly CourseState[];
    plan: boolean;
    register: boolean;
    decide: boolean;
    roll: boolean;
    certify: boolean;
    public: boolean;
  }
>;

/** True where a course in this state allows that. */
export function allows(
  state: CourseState,
  what: "plan" | "register" | "decide" | "roll" | "certify" | "public",
): boolean {
  return stateTable[state][what];
}

export type TransitionFacts = {
  state: CourseState;
  datesKnown: boolean;
  moduleCount: number;
  sessionCount: number;
  trainerCount: number;
  certificateCount: number;
  registrationCount: number;
};

/**
 * Why a course may not go to a state, or null where it may. A course that people can join needs dates, modules
 * and a trainer; one that runs needs a timetable; one with certificates or registrations does not go back.
 */
export function transitionFault(
  facts: TransitionFacts,
  to: CourseState,
  reason: string | null,
): PlainCode | null {
  if (!(stateTable[facts.state].next as readonly CourseState[]).includes(to)) return "courseStateNotAllowed";
  if (to === "cancelled" && !reason) return "reasonRequired";
  if (to === "open" || to === "running") {
    if (!facts.datesKnown) return "courseNeedsDates";
    if (facts.moduleCount === 0) return "courseNeedsModules";
    if (facts.trainerCount === 0) return "courseNeedsTrainer";
  }
  if (to === "running" && facts.state !== "closed" && facts.sessionCount === 0) return "courseNeedsTimetable";
  return wayBackFault(facts, to);
}

/** Why a course cannot go back to a state for good: certificates have been issued, or people have registered. */
export function wayBackFault(
  facts: Pick<TransitionFacts, "state" | "certificateCount" | "registrationCount">,
  to: CourseState,
): PlainCode | null {
  if (to === "running" && facts.state === "closed" && facts.certificateCount > 0)
    return "courseHasCertificates";
  if (to === "draft" && facts.registrationCount > 0) return "courseHasRegistrations";
  return null;
}

/** Where a course stands against its own days: `today` is the civil day in its zone, instants are in ms. */
export type CourseClock = {
  now: number;
  today: string;
  startsOn: string | null;
  endsOn: string | null;
  lastSessionStart: number | null;
};

/**
 * What a step is before its day, for which a reason is owed: a start before the first day, an end before the last
 * session has begun (without sessions: before the last day). Null where the step comes in its time.
 */
export function earlyStep(
  from: CourseState,
  to: CourseState,
  { now, today, startsOn, endsOn, lastSessionStart }: CourseClock,
): "course.start" | "course.end" | null {
  if (from === "open" && to === "running" && startsOn !== null && today < startsOn) return "course.start";
  if (to !== "closed") return null;
  const early = lastSessionStart === null ? endsOn !== null && today < endsOn : now < lastSessionStart;
  return early ? "course.end" : null;
}

/**
 * By which instant (ms) what a course planned counts as over: by now; once it is closed, however early, all of it does. By
 * this one instant it is told everywhere whose attendance is missing.
 */
export const overBy = (state: CourseState, now: number): number =>
  state === "closed" ? Number.POSITIVE_INFINITY : now;

/** What ending a course does, counted before it is done. */
export type Ending = {
  attended: number;
  noShow: number;
  /** Sessions whose roll lacks somebody. */
  missingRolls: number;
  waiting: number;
  undecided: number;
};

/** The same as one word that a form carries, to see whether it is still true when the form arrives. */
export const endingWord = ({ attended, noShow, missingRolls, waiting, undecided }: Ending): string =>
  [attended, noShow, missingRolls, waiting, undecided].join("-");

/**
 * True where a course counts and may be public: every course but a trainer's workshop that awaits approval. The one
 * condition for whatever is shown to the public or counted outside the workshop; in SQL it is `counts`.
 */
export const isApproved = (course: { approvedAt: number | null }): boolean => course.approvedAt !== null;

/** True of a trainer's workshop that has not begun and is not approved: nobody has been promised that it takes place. */
export const awaitsApproval = (course: { state: CourseState; approvedAt: number | null }): boolean =>
  course.state === "open" && !isApproved(course);

/** True where anybody may read of a course: no draft, no record that was taken out, no workshop that awaits approval. */
export const isPublic = (course: {
  state: CourseState;
  countedBy: CountedBy;
  approvedAt: number | null;
}): boolean =>
  allows(course.state, "public") &&
  (course.state !== "cancelled" || course.countedBy === "people") &&
  isApproved(course);

/** True where two lists without doubles hold the same, in whatever order. */
export const sameSet = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((item) => b.includes(item));

/** True where one may register now: the state allows it and the last day to apply has not passed. */
export function registrationOpen(
  course: { state: CourseState; applyBy: string | null; endsOn: string | null },
  today: string,
): boolean {
  if (!allows(course.state, "register")) return false;
  if (course.applyBy && today > course.applyBy) return false;
  return !course.endsOn || today <= course.endsOn;
}

/**
 * What readers are told of a course: its state; that registration is over while it waits for its first day; or that it was
 * held, where its days are over and nobody has ended it.
 */
export type ShownState = CourseState | "registration_over" | "held";

/** True where a course still counts as under way, such as until its roll is taken, and its last day is over. */
export const isHeldNotEnded = (
  course: { state: CourseState; endsOn: string | null },
  today: string,
): boolean => course.state === "running" && course.endsOn !== null && course.endsOn < today;

/** The state that those who run a course read on a civil day at its place: nobody registers once its last day is over. */
export function deskState({ state, endsOn }: { state: CourseState; endsOn: string | null }, today: string) {
  if (endsOn === null || endsOn >= today) return state;
  return state === "open" ? "registration_over" : state === "running" ? "held" : state;
}

/** The state that the public reads on a civil day at the course's place. */
export const shownState = (
  course: { state: CourseState; applyBy: string | null; endsOn: string | null },
  today: string,
): ShownState =>
  course.state === "open" && !registrationOpen(course, today)
    ? "registration_over"
    : deskState(course, today);

/** In which order a list of the desk shows courses by state: what is under way first. */
export const listedStates = [
  "running",
  "open",
  "draft",
  "closed",
  "cancelled",
] as const satisfies readonly CourseState[];

/**
 * The groups in which that list shows them: courses that were held and not ended yet are none of those under way, workshops
 * that await approval none of those in which one can register.
 */
export const listedGroups = listedStates.flatMap((state) =>
  state === "running"
    ? ([state, "held"] as const)
    : state === "open"
      ? (["awaits", state] as const)
      : [state],
);

/** The group of a course on a civil day. */
export const groupOf = (
  course: { state: CourseState; endsOn: string | null; approvedAt: number | null },
  today: string,
): (typeof listedGroups)[number] =>
  awaitsApproval(course) ? "awaits" : isHeldNotEnded(course, today) ? "held" : course.state;

/** Of what is due in a course, what is asked first. */
const urgent: readonly DueKind[] = [
  "approve",
  "roll",
  "confirm",
  "go",
  "start",
  "close",
  "decide",
  "tell",
  "rule_lost",
  "ask_others",
  "unanswered",
  "plans",
  "mend_names",
  "certify",
  "draft",
];

/** The one step that a course asks for next; null where nothing is due. */
export const nextStepOf = <Item extends { kind: DueKind }>(due: readonly Item[]): Item | null =>
  urgent.flatMap((kind) => due.find((item) => item.kind === kind) ?? [])[0] ?? null;
