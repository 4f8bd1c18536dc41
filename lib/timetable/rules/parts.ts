import type { CourseKind } from "../../../db/values/courses";
import { proposalPartNames, type SessionKind } from "../../../db/values/timetable";
import { minutesOfAll } from "./grid";
import { plannedMinutes } from "./sessions";

/**
 * What a proposal contains beside its modules, in minutes; what is 0 is left out. Micro-teaching is said for each person,
 * with how many of them there are; practicum is practice with real users.
 */
export type Parts = Record<(typeof proposalPartNames)[number], number>;

/** What of a proposal can be short of time. */
export type PartName = "module" | Exclude<(typeof proposalPartNames)[number], "people">;

/** A proposal of modules alone. */
export const noParts = partsBy(() => 0);

/** The parts of a proposal, each as it is said by its name. */
export function partsBy(minutes: (name: keyof Parts) => number): Parts {
  return Object.fromEntries(proposalPartNames.map((name) => [name, minutes(name)])) as Parts;
}

/** A module as a proposal teaches it: its activities in their order, then whatever of it no activity takes. */
export type PlannedModule = {
  id: number;
  minutes: number;
  activities?: readonly { id: number; title: string; minutes: number }[];
};

/** What a course says of what its proposal contains. */
export type Asks = { kind: CourseKind; minPostTest: number | null; microTeaching: boolean };

/** From how many days on people visit the field, and practise with real users. */
const daysOfLongTraining = 8;

/**
 * What a proposal contains unless somebody says otherwise: tests where the course asks for one, micro-teaching where it
 * asks for that; a training of trainers of two weeks has a visit and practice besides, a day for its users is short of
 * ceremony.
 */
export function usualParts({ kind, minPostTest, microTeaching }: Asks, days: number, people: number): Parts {
  const tot = kind === "tot";
  const long = tot && days >= daysOfLongTraining;
  const test = minPostTest === null ? 0 : days > 1 ? 45 : 15;
  return {
    opening: tot && days > 2 ? 60 : days > 1 ? 30 : 15,
    preTest: test,
    fieldVisit: long ? 180 : 0,
    microTeaching: microTeaching ? 20 : 0,
    people,
    practicum: long ? 240 : 0,
    postTest: test,
    evaluation: days > 1 ? 30 : 15,
    closing: tot && days > 2 ? 60 : days > 1 ? 45 : 15,
  };
}

/** Length of the short breaks of a course, in minutes, unless somebody says otherwise. */
export const usualRest = ({ kind }: Pick<Asks, "kind">): number => (kind === "tot" ? 15 : 0);

/**
 * A piece of a proposal. What has no `unit` (minutes) is not divided; the rest is, by its unit, into sessions of `least`
 * minutes or more.
 */
export type Piece = {
  part: PartName;
  kind: SessionKind;
  moduleId: number | null;
  activityId: number | null;
  /** Where kind and module don't say enough. */
  title: string | null;
  minutes: number;
  unit: number;
  least: number;
  /** True: where it has no room, what comes after it may go first. */
  waits?: boolean;
  /** True: it goes on with what is before it. */
  goesOn?: boolean;
  /** True: it has no short break within it, so it may take the time of one. */
  whole?: boolean;
};

type Staying = {
  kind: SessionKind;
  moduleId: number | null;
  day: string;
  startsAt: string;
  endsAt: string;
  groupId?: number | null;
};

/** Sessions are not shorter than this, in minutes, unless what they hold is. */
export const shortest = 30;

const piece = (part: PartName, kind: SessionKind, minutes: number, more: Partial<Piece> = {}): Piece => ({
  ...{ part, kind, minutes, moduleId: null, activityId: null, title: null, unit: 0, least: minutes },
  ...more,
});

/** What is left of a module once these minutes of it are taught, in pieces. */
function piecesOfModule({ id, minutes, activities = [] }: PlannedModule, taught: number): Piece[] {
  const ofActivities = activities.reduce((sum, activity) => sum + activity.minutes, 0);
  const parts = [
    ...activities.map((a) => ({ minutes: a.minutes, activityId: a.id, title: a.title })),
    { minutes: Math.max(0, minutes - ofActivities), activityId: null, title: null },
  ];
  let done = taught;
  return parts.flatMap((part) => {
    const left = Math.max(0, part.minutes - done);
    done = Math.max(0, done - part.minutes);
    if (left === 0) return [];
    return [
      piece("module", "module", left, { ...part, minutes: left, moduleId: id, unit: 5, least: shortest }),
    ];
  });
}

/** Minutes that one person sits through of those sessions that stay and are meant. */
const staysFor = (staying: readonly Staying[], meant: (s: Staying) => boolean) =>
  minutesOfAll(staying.filter(meant).map((s) => ({ ...s, minutes: plannedMinutes(s) })));

/** Minutes that stay of a module; where groups have it, those of the group among them that has least. */
function staysOfModule(staying: readonly Staying[], moduleId: number): number {
  const of = staying.filter((s) => s.moduleId === moduleId);
  const groups = [...new Set(of.flatMap(({ groupId }) => groupId ?? []))];
  const ofGroup = (groupId: number | null) => staysFor(of, (s) => (s.groupId ?? null) === groupId);
  return ofGroup(null) + (groups.length > 0 ? Math.min(...groups.map(ofGroup)) : 0);
}

/**
 * A visit in one piece, where any time has room for that; a longer one in as many as it needs, which follow each other. Nobody
 * goes out again for a few minutes: what is left is no shorter than a session.
 */
function piecesOfVisit(minutes: number, longest: number): Piece[] {
  const pieces: Piece[] = [];
  for (let left = minutes; left > 0 && longest > 0; ) {
    const most = Math.min(left, longest);
    const short = left > most && left - most < shortest && left >= 2 * shortest;
    const taken = short ? left - shortest : most;
    const [waits, goesOn] = [pieces.length === 0, pieces.length > 0];
    pieces.push(piece("fieldVisit", "field_visit", taken, { waits, goesOn, whole: true }));
    left -= taken;
  }
  return pieces;
}

/** A group of a course, with how many are in it. */
export type PlannedGroup = { id: number; people: number };

/** True where people teach each other in their groups, beside each other. */
export const inGroups = (groups: readonly PlannedGroup[]): boolean => groups.length > 1;

/** For how many people, one after another, micro-teaching has time: of groups, for the largest. */
const oneAfterAnother = (people: number, groups: readonly PlannedGroup[]): number =>
  people === 0 || !inGroups(groups)
    ? people
    : Math.max(Math.ceil(people / groups.length), ...groups.map((group) => group.people));

/** Which of the two tests there are already: one of the first half of the days is the one before, any other the one after. */
function testsStaying(staying: readonly Staying[], days: readonly string[]) {
  const middle = days[Math.floor(days.length / 2)] ?? "";
  const tests = staying.filter(({ kind }) => kind === "test");
  const early = (s: Staying) => s.day < middle || (days.length === 1 && s.startsAt < "12:00");
  return {
    before: tests.some(early) || tests.length > 1,
    after: tests.some((s) => !early(s)) || tests.length > 1,
  };
}

/** What the tests before and after are called. */
export type TestTitles = { preTest: string; postTest: string };

type Asked = {
  modules: readonly PlannedModule[];
  parts: Parts;
  titles?: TestTitles;
  staying: readonly Staying[];
  days: readonly string[];
  groups?: readonly PlannedGroup[];
};

/** How a proposal is built: what comes in its order, and what ends it. */
export type Pieces = { body: Piece[]; tail: Piece[] };

/**
 * The pieces of a proposal in their order: opening and test, the modules with a visit about half way, micro-teaching,
 * practice; and what ends it: test, evaluation, closing. What stays is not planned twice.
 * @param longest most minutes that a piece has in one go.
 */
export function piecesOf(
  { modules, parts, titles, staying, days, groups = [] }: Asked,
  longest: number,
): Pieces {
  const stays = (kind: SessionKind) => staysFor(staying, (s) => s.kind === kind);
  const once = (part: PartName, kind: SessionKind, minutes: number, there = stays(kind) > 0) =>
    minutes > 0 && !there ? [piece(part, kind, minutes)] : [];
  const test = (part: "preTest" | "postTest", there: boolean) =>
    once(part, "test", parts[part], there).map((one) => ({ ...one, title: titles?.[part] ?? null }));
  const taught = modules.map((module) => piecesOfModule(module, staysOfModule(staying, module.id)));
  const left = (minutes: number, kind: SessionKind) => Math.max(0, minutes - stays(kind));
  const visit = piecesOfVisit(left(parts.fieldVisit, "field_visit"), longest);
  const all = modules.reduce((sum, { minutes }) => sum + minutes, 0);
  const until = (nth: number) => modules.slice(0, nth + 1).reduce((sum, { minutes }) => sum + minutes, 0);
  const half = modules.findIndex((_, nth) => until(nth) * 2 >= all);
  const { microTeaching: each, people } = parts;
  const micro = left(each * oneAfterAnother(people, groups), "micro_teaching");
  const practice = left(parts.practicum, "practicum");
  const tests = testsStaying(staying, days);
  return {
    body: [
      ...once("opening", "opening", parts.opening),
      ...test("preTest", tests.before),
      ...taught.slice(0, half + 1).flat(),
      ...visit,
      ...taught.slice(half + 1).flat(),
      ...(micro > 0 ? [piece("microTeaching", "micro_teaching", micro, { unit: each, least: each })] : []),
      ...(practice > 0 ? [piece("practicum", "practicum", practice, { unit: 5, least: 2 * shortest })] : []),
    ],
    tail: [
      ...test("postTest", tests.after),
      ...once("evaluation", "evaluation", parts.evaluation),
      ...once("closing", "closing", parts.closing),
    ],
  };
}
