import type { CourseKind, CourseState } from "../../db/values/courses";
import type { SessionKind } from "../../db/values/timetable";
import { joined, type Locale, locales, type Translated } from "../i18n/rules";
import { addDays, daysBetween, daysFrom, minutesOf, timeOf, weekday } from "../time/civil";

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
  timetableChangeKinds,
} from "../../db/values/timetable";

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

/** What of a workshop an approval is about. */
export const approvalAspects = ["days", "place", "content", "expected"] as const;
export type ApprovalAspect = (typeof approvalAspects)[number];

type Approved = {
  startsOn: string | null;
  endsOn: string | null;
  country: string;
  place: Translated;
  venueId: number | null;
  moduleIds: readonly number[];
  capacity: number;
};

/**
 * In what a workshop is another one than was approved. Fewer people, and up to half more than `approvedCapacity`, are
 * still what was approved.
 */
export function approvedAspects(
  before: Approved,
  after: Approved,
  approvedCapacity: number,
): ApprovalAspect[] {
  const differs: Record<ApprovalAspect, boolean> = {
    days: before.startsOn !== after.startsOn || before.endsOn !== after.endsOn,
    place:
      before.country !== after.country ||
      before.venueId !== after.venueId ||
      locales.some((locale) => before.place[locale] !== after.place[locale]),
    content: !sameSet(before.moduleIds, after.moduleIds),
    expected: after.capacity > before.capacity && after.capacity > 1.5 * approvedCapacity,
  };
  return approvalAspects.filter((aspect) => differs[aspect]);
}

/** True where two lists without doubles hold the same, in whatever order. */
export const sameSet = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((item) => b.includes(item));

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

/**
 * The same for a course that moves: one that is planned years away was meant to be, and its new day is in doubt where it
 * is far from that too.
 */
export const moveInDoubt = (day: string, before: string, today: string): boolean =>
  yearInDoubt(day, today) && (!yearInDoubt(before, today) || yearInDoubt(day, before));

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

/** What readers are told of a course: its state, or that registration is over while it waits for its first day. */
export type ShownState = CourseState | "registration_over";

/** The state that the public reads on a civil day at the course's place. */
export const shownState = (
  course: { state: CourseState; applyBy: string | null; endsOn: string | null },
  today: string,
): ShownState =>
  course.state === "open" && !registrationOpen(course, today) ? "registration_over" : course.state;

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
 * True where a new proposal keeps a session: somebody placed or changed it by hand, unless these are to go as well; and
 * whatever was held, in any case.
 */
export const staysInProposal = (
  session: { placedByHand: boolean; held: boolean },
  replaceByHand: boolean,
): boolean => session.held || (session.placedByHand && !replaceByHand);

/** What is left of a span of minutes once others are taken out of it. */
function withoutSpans(
  span: { from: number; to: number },
  taken: readonly { from: number; to: number }[],
): { from: number; to: number }[] {
  let left = [span];
  for (const { from, to } of taken)
    left = left.flatMap((part) =>
      to <= part.from || from >= part.to
        ? [part]
        : [
            { from: part.from, to: Math.max(part.from, from) },
            { from: Math.min(part.to, to), to: part.to },
          ],
    );
  return left.filter((part) => part.to > part.from);
}

/**
 * A timetable from modules, days and daily hours: an opening hour's half on the first morning, the modules one
 * after another in their order, each in blocks before and after the break, and what remains of the last day for
 * the closing. A module that does not fit into a block goes on in the next one; blocks under 30 minutes are not made.
 * @param staying sessions that are kept: the proposal goes around them, and what they teach is not planned twice.
 */
export function proposeTimetable(
  modules: readonly { id: number; minutes: number }[],
  days: readonly string[],
  hours: DailyHours,
  staying: readonly Block[] = [],
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
    const taken = staying
      .filter((block) => block.day === day)
      .map((block) => ({ from: minutesOf(block.startsAt), to: minutesOf(block.endsAt) }));
    return spans
      .flatMap((span) => withoutSpans(span, taken))
      .filter((span) => span.to - span.from >= shortest)
      .map((span) => ({ day, ...span }));
  });
  const has = (kind: SessionKind) => staying.some((block) => block.kind === kind);
  const taught = (moduleId: number) =>
    staying
      .filter((block) => block.moduleId === moduleId)
      .reduce((sum, block) => sum + plannedMinutes(block), 0);
  const blocks: Block[] = [];
  const put = (day: string, from: number, to: number, moduleId: number | null, kind: SessionKind) =>
    blocks.push({ day, startsAt: timeOf(from), endsAt: timeOf(to), moduleId, kind });
  const rest = modules
    .map(({ id, minutes }) => ({ id, minutes: minutes - taught(id) }))
    .filter((module) => module.minutes > 0);
  halves.forEach((half, index) => {
    let at = half.from;
    if (index === 0 && half.to - at >= opening && !has("opening")) {
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
    if (index === halves.length - 1 && rest.length === 0 && half.to - at >= shortest && !has("closing"))
      put(half.day, at, Math.min(half.to, at + 60), null, "closing");
  });
  return { blocks, minutesLeftOver: rest.reduce((sum, module) => sum + module.minutes, 0) };
}

/**
 * Where the days of a course go when its first day becomes another one: the n-th working day from the old first day to
 * the n-th from the new one. A day that was used though it was not worked keeps its distance to the working day before
 * it. Order is kept and no two days become one: where two would meet, the later one goes on to the next day that suits it.
 * @param days the days that are used, in their order.
 * @param from the first day so far. @param to the first day to be.
 */
export function movedDays(
  days: readonly string[],
  from: string,
  to: string,
  weekend: Weekend,
  holidays: ReadonlySet<string>,
): Map<string, string> {
  const worked = (day: string) => !weekend.includes(weekday(day)) && !holidays.has(day);
  const fromWorkingDay = (day: string) => {
    let found = day;
    while (!worked(found)) found = addDays(found, 1);
    return found;
  };
  const places = new Map<string, string>();
  const used = new Set(days);
  const lastUsed = [...days].sort().at(-1) ?? from;
  /** From where on the next working day is looked for. */
  let next = to;
  let taken: string | null = null;
  let anchor = { old: from, place: to };
  for (let day = from; day <= lastUsed; day = addDays(day, 1)) {
    const free: string | null = taken === null ? null : addDays(taken, 1);
    if (worked(day)) {
      const place = fromWorkingDay(used.has(day) && free !== null && free > next ? free : next);
      next = addDays(place, 1);
      anchor = { old: day, place };
    }
    if (!used.has(day)) continue;
    const wanted = addDays(anchor.place, daysBetween(anchor.old, day));
    const place: string = free !== null && wanted < free ? free : wanted;
    places.set(day, place);
    taken = place;
  }
  return places;
}

export type Place = { day: string; startsAt: string; endsAt: string };

/**
 * The places of two sessions that change them: each keeps its length. On one day the later one begins where the earlier
 * began and the earlier one ends where the later ended, so that they never meet; on two days each begins where the other
 * began. Null where one would not end on its day.
 */
export function swappedPlaces(a: Place, b: Place): [Place, Place] | null {
  const at = (day: string, from: number, minutes: number): Place | null =>
    from >= 0 && from + minutes < 24 * 60
      ? { day, startsAt: timeOf(from), endsAt: timeOf(from + minutes) }
      : null;
  const placed = (mine: Place, other: Place): Place | null => {
    const minutes = plannedMinutes(mine);
    const first = mine.day !== other.day || mine.startsAt > other.startsAt || overlapping(mine, other);
    return first
      ? at(other.day, minutesOf(other.startsAt), minutes)
      : at(other.day, minutesOf(other.endsAt) - minutes, minutes);
  };
  const [placeA, placeB] = [placed(a, b), placed(b, a)];
  return placeA && placeB ? [placeA, placeB] : null;
}

/** True where two places share any time. */
export const overlapping = (a: Place, b: Place): boolean =>
  a.day === b.day && a.startsAt < b.endsAt && b.startsAt < a.endsAt;

/** The timetable as somebody saw it, as one word that a form carries: another one where anything in it was changed since. */
export const timetableWord = (sessions: readonly { id: number; version: number; held: boolean }[]): string =>
  [
    sessions.length,
    sessions.reduce((most, { id }) => Math.max(most, id), 0),
    sessions.reduce((sum, { version }) => sum + version, 0),
    sessions.filter(({ held }) => held).length,
  ].join("-");

type Dates = { startsOn: string; endsOn: string; applyBy: string | null };

/** The dates of a course that moves: the last day to apply by as many days as the first day, never after the end. */
export function movedDates(before: Dates, startsOn: string, endsOn: string): Dates {
  const applyBy =
    before.applyBy === null ? null : addDays(before.applyBy, daysBetween(before.startsOn, startsOn));
  return { startsOn, endsOn, applyBy: applyBy !== null && applyBy > endsOn ? endsOn : applyBy };
}

/** What moving a course does, as one word that a form carries. */
export const moveWord = (timetable: string, { startsOn, endsOn, applyBy }: Dates): string =>
  [timetable, startsOn, endsOn, applyBy ?? "never"].join(" ");

/** What of a session somebody may have changed: when it is, where, with whom, what it is. */
export const sessionAspects = ["time", "room", "trainers", "content"] as const;
export type SessionAspect = (typeof sessionAspects)[number];

type Described = Place & {
  roomId: number | null;
  trainerIds: readonly number[];
  kind: SessionKind;
  moduleId: number | null;
  title: string | null;
};

/** In what two states of a session differ. */
export function differences(a: Described, b: Described): SessionAspect[] {
  const trainers = ({ trainerIds }: Described) => [...trainerIds].sort((x, y) => x - y).join();
  const differs: Record<SessionAspect, boolean> = {
    time: a.day !== b.day || a.startsAt !== b.startsAt || a.endsAt !== b.endsAt,
    room: a.roomId !== b.roomId,
    trainers: trainers(a) !== trainers(b),
    content: a.kind !== b.kind || a.moduleId !== b.moduleId || a.title !== b.title,
  };
  return sessionAspects.filter((aspect) => differs[aspect]);
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

const titleForms: Record<CourseKind, Record<Locale, { alone: string; with: string }>> = {
  tot: {
    en: { alone: "Training of trainers", with: "Training of trainers: " },
    fr: { alone: "Formation de formateurs", with: "Formation de formateurs : " },
    ar: { alone: "تدريب المدرّبين", with: "تدريب المدرّبين: " },
  },
  user: {
    en: { alone: "User training", with: "User training: " },
    fr: { alone: "Formation des bénéficiaires", with: "Formation des bénéficiaires : " },
    ar: { alone: "تدريب المستفيدين", with: "تدريب المستفيدين: " },
  },
};

/** The title a course has until somebody writes another: kind, tools and place where known, in the three languages. */
export function generatedTitle(
  kind: CourseKind,
  toolNames: readonly string[],
  place: string,
  own: Locale,
): Translated {
  const title: Translated = { own };
  for (const locale of locales) {
    const form = titleForms[kind][locale];
    const tools = joined(toolNames, locale);
    title[locale] = (tools ? form.with + tools : form.alone) + (place && ` – ${place}`);
  }
  return title;
}
