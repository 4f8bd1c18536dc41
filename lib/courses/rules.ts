import { type Locale, locales, type Translated } from "../i18n/rules";
import { addDays, daysBetween, daysFrom, minutesOf, timeOf, weekday } from "../time/civil";

export const courseKinds = ["tot", "user"] as const;
export type CourseKind = (typeof courseKinds)[number];

export const courseModes = ["venue", "online"] as const;
export type CourseMode = (typeof courseModes)[number];

export const courseStates = ["draft", "open", "running", "closed", "cancelled"] as const;
export type CourseState = (typeof courseStates)[number];

/** How places are given: in the order of arrival, or by the coordinator's selection. */
export const admissionModes = ["first_come", "selection"] as const;
export type AdmissionMode = (typeof admissionModes)[number];

/** Whether a course knows its people by name, or by headcounts alone. */
export const countedBy = ["people", "numbers"] as const;
export type CountedBy = (typeof countedBy)[number];

export const sessionKinds = [
  "module",
  "opening",
  "field_visit",
  "micro_teaching",
  "test",
  "closing",
  "other",
] as const;
export type SessionKind = (typeof sessionKinds)[number];

/** What can be done to a timetable, and undone. */
export const timetableChangeKinds = ["add", "edit", "delete", "propose", "move"] as const;
export type TimetableChangeKind = (typeof timetableChangeKinds)[number];

/** What a fact of a recorded course rests on. */
export const factKinds = ["dates", "place", "headcount", "tools", "partners", "language", "length"] as const;
export const sourceKinds = ["document", "published", "assumed"] as const;
export type FactKind = (typeof factKinds)[number];
export type SourceKind = (typeof sourceKinds)[number];

export const questionKinds = ["text", "yes_no", "choice"] as const;
export type QuestionKind = (typeof questionKinds)[number];

export const headcountMeasures = ["enrolled", "attended", "completed"] as const;
export const headcountGroups = ["total", "woman", "man"] as const;

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
): string | null {
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
): string | null {
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

/** States to which a trainer takes their own workshop; to draft, and back to registration, a coordinator does. */
const schedulerSteps: readonly CourseState[] = ["running", "closed", "cancelled"];

/** True where whose own workshop it is may take it to that state, whatever its table allows. */
export const isSchedulerStep = (to: CourseState): boolean => schedulerSteps.includes(to);

type Startable = { state: CourseState; scheduledBy: number | null; startsOn: string | null };

/** True where the first mark on its roll starts a workshop: it is open, and its first day has come. */
export const startsWithRoll = (course: Startable, today: string): boolean =>
  course.state === "open" &&
  course.scheduledBy !== null &&
  course.startsOn !== null &&
  course.startsOn <= today;

/** True where marks are taken on a civil day at the course's place. */
export const rollIsOpen = (course: Startable, today: string): boolean =>
  allows(course.state, "roll") || startsWithRoll(course, today);

/** What a trainer's workshop begins with: a day of six hours of modules with an opening, for a sensible group. */
export const usualWorkshop = {
  hours: { startsAt: "09:00", endsAt: "16:00", breakFrom: "12:00", breakMinutes: 30 },
  capacity: 25,
} as const;

/** Days before and after today within which the year of a workshop is not in doubt. */
export const yearDays = 366;

/** True where a day is so far from today that its year was probably mistyped. */
export const yearInDoubt = (day: string, today: string): boolean =>
  Math.abs(daysBetween(day, today)) > yearDays;

/** How a workshop is recorded: one whose last day is over was held already, and its roll can be taken at once. */
export const recordedAs = (
  endsOn: string,
  today: string,
): { state: "open" | "running"; enteredAfterwards: boolean } =>
  endsOn < today
    ? { state: "running", enteredAfterwards: true }
    : { state: "open", enteredAfterwards: false };

/**
 * The days of a workshop on which there are sessions: those that are worked, or all of them where none is, for a
 * village meets when it is free.
 */
export function workshopDays(
  from: string,
  to: string,
  weekend: Weekend,
  holidays: ReadonlySet<string>,
): string[] {
  const worked = workingDays(from, to, weekend, holidays);
  return worked.length > 0 ? worked : daysFrom(from, to);
}

/** The daily hours that a proposed timetable shows: its earliest start, latest end and break; null without sessions. */
export function hoursOf(
  sessions: readonly { day: string; startsAt: string; endsAt: string }[],
): DailyHours | null {
  const sorted = [...sessions].sort((a, b) =>
    `${a.day} ${a.startsAt}`.localeCompare(`${b.day} ${b.startsAt}`, "en"),
  );
  if (sorted.length === 0) return null;
  const gaps = sorted.flatMap((session, i) => {
    const next = sorted[i + 1];
    if (!next || next.day !== session.day) return [];
    return [
      { breakFrom: session.endsAt, breakMinutes: minutesOf(next.startsAt) - minutesOf(session.endsAt) },
    ];
  });
  // After a morning that is not filled the gap is longer than the break.
  const shortest = gaps
    .filter((gap) => gap.breakMinutes > 0)
    .sort((a, b) => a.breakMinutes - b.breakMinutes)[0];
  return {
    startsAt: sorted.map((s) => s.startsAt).sort()[0]!,
    endsAt: sorted
      .map((s) => s.endsAt)
      .sort()
      .at(-1)!,
    ...(shortest ?? { breakFrom: usualWorkshop.hours.breakFrom, breakMinutes: 0 }),
  };
}

type Made = { placedByHand: boolean; version: number; updatedAt: number };

/** True where a timetable is as it was proposed: all of it made at once, nothing placed or changed by hand since. */
export const isUntouched = (sessions: readonly Made[]): boolean =>
  sessions.every(
    (s) => !s.placedByHand && s.version === sessions[0]!.version && s.updatedAt === sessions[0]!.updatedAt,
  );

/** True where one may register now: the state allows it and the last day to apply has not passed. */
export function registrationOpen(
  course: { state: CourseState; applyBy: string | null; endsOn: string | null },
  today: string,
): boolean {
  if (!allows(course.state, "register")) return false;
  if (course.applyBy && today > course.applyBy) return false;
  return !course.endsOn || today <= course.endsOn;
}

export type Block = {
  day: string;
  startsAt: string;
  endsAt: string;
  moduleId: number | null;
  kind: SessionKind;
};

export type DailyHours = { startsAt: string; endsAt: string; breakFrom: string; breakMinutes: number };

/** ISO weekdays that are not worked, such as [5, 6] for Friday and Saturday. */
export type Weekend = readonly number[];

/** The days of a course that are worked: neither weekend nor a holiday of its country. */
export function workingDays(
  from: string,
  to: string,
  weekend: Weekend,
  holidays: ReadonlySet<string>,
): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1))
    if (!weekend.includes(weekday(day)) && !holidays.has(day)) days.push(day);
  return days;
}

export type Proposal = {
  blocks: Block[];
  /** Minutes of modules that found no room in the days given. */
  minutesLeftOver: number;
};

/**
 * A timetable from modules, days and daily hours: an opening hour's half on the first morning, the modules one
 * after another in their order, each in blocks before and after the break, and what remains of the last day for
 * the closing. A module that does not fit into a block goes on in the next one; blocks under 30 minutes are not made.
 */
export function proposeTimetable(
  modules: readonly { id: number; minutes: number }[],
  days: readonly string[],
  hours: DailyHours,
): Proposal {
  const shortest = 30;
  const opening = 30;
  const breakStart = minutesOf(hours.breakFrom);
  const halves = days.flatMap((day) => {
    const spans =
      hours.breakMinutes > 0
        ? [
            { from: minutesOf(hours.startsAt), to: breakStart },
            { from: breakStart + hours.breakMinutes, to: minutesOf(hours.endsAt) },
          ]
        : [{ from: minutesOf(hours.startsAt), to: minutesOf(hours.endsAt) }];
    return spans.filter((span) => span.to - span.from >= shortest).map((span) => ({ day, ...span }));
  });
  const blocks: Block[] = [];
  const put = (day: string, from: number, to: number, moduleId: number | null, kind: SessionKind) =>
    blocks.push({ day, startsAt: timeOf(from), endsAt: timeOf(to), moduleId, kind });
  const rest = modules.map((module) => ({ ...module })).filter((module) => module.minutes > 0);
  halves.forEach((half, index) => {
    let at = half.from;
    if (index === 0 && half.to - at > opening) {
      put(half.day, at, at + opening, null, "opening");
      at += opening;
    }
    while (rest.length > 0 && half.to - at >= shortest) {
      const module = rest[0]!;
      const room = half.to - at;
      let taken = Math.min(room, module.minutes);
      if (module.minutes - taken > 0 && module.minutes - taken < shortest) taken = module.minutes - shortest;
      if (taken < Math.min(shortest, module.minutes)) break;
      const length = Math.max(taken, Math.min(shortest, room));
      put(half.day, at, at + length, module.id, "module");
      at += length;
      module.minutes -= taken;
      if (module.minutes <= 0) rest.shift();
    }
    if (index === halves.length - 1 && rest.length === 0 && half.to - at >= shortest)
      put(half.day, at, Math.min(half.to, at + 60), null, "closing");
  });
  return { blocks, minutesLeftOver: rest.reduce((sum, module) => sum + module.minutes, 0) };
}

export type Span = { startsAt: number; endsAt: number };

/** True where two spans of instants share any time; touching ends do not. */
export function overlap(a: Span, b: Span): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}

export type Engagement = Span & { sessionId: number; trainerId: number; courseId: number };

/** The first engagement that a trainer of the session already has at that time elsewhere, or null. */
export function trainerConflict<E extends Engagement>(
  session: Span & { sessionId: number | null },
  trainerIds: readonly number[],
  engagements: readonly E[],
): E | null {
  return (
    engagements.find(
      (other) =>
        other.sessionId !== session.sessionId &&
        trainerIds.includes(other.trainerId) &&
        overlap(session, other),
    ) ?? null
  );
}

/** Why a session cannot stand at this day and time in its course: field and code, or null. */
export function sessionFault(
  session: { day: string; startsAt: string; endsAt: string },
  course: { startsOn: string | null; endsOn: string | null },
): { field: "day" | "endsAt"; code: string; params?: Record<string, string> } | null {
  if (!course.startsOn || !course.endsOn) return { field: "day", code: "courseNeedsDates" };
  if (session.day < course.startsOn || session.day > course.endsOn)
    return {
      field: "day",
      code: "sessionOutsideCourse",
      params: { from: course.startsOn, to: course.endsOn },
    };
  if (session.endsAt <= session.startsAt) return { field: "endsAt", code: "endBeforeStart" };
  return null;
}

/** Planned minutes of a session. */
export const plannedMinutes = (session: { startsAt: string; endsAt: string }) =>
  minutesOf(session.endsAt) - minutesOf(session.startsAt);

const titleForms: Record<CourseKind, Record<Locale, (tools: string, place: string) => string>> = {
  tot: {
    en: (tools, place) => `Training of trainers: ${tools}${place && ` – ${place}`}`,
    fr: (tools, place) => `Formation de formateurs : ${tools}${place && ` – ${place}`}`,
    ar: (tools, place) => `تدريب المدربين: ${tools}${place && ` – ${place}`}`,
  },
  user: {
    en: (tools, place) => `User training: ${tools}${place && ` – ${place}`}`,
    fr: (tools, place) => `Formation des bénéficiaires : ${tools}${place && ` – ${place}`}`,
    ar: (tools, place) => `تدريب المستفيدين: ${tools}${place && ` – ${place}`}`,
  },
};

/** The title a course has until somebody writes another: kind, tools and place, in the three languages. */
export function generatedTitle(
  kind: CourseKind,
  toolNames: readonly string[],
  place: string,
  own: Locale,
): Translated {
  const title: Translated = { own };
  for (const locale of locales)
    title[locale] = titleForms[kind][locale](toolNames.join(locale === "ar" ? "، " : ", "), place);
  return title;
}
