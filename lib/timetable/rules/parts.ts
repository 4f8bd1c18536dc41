import { proposalPartNames, type SessionKind } from "../../../db/values/timetable";
import { isTheirs } from "../../groups/rules";
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
  /** True: each group has it by itself, all at the same time. */
  inGroups?: boolean;
  activities?: readonly { id: number; title: string; minutes: number }[];
};

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
  /** So many minutes it has at least in one go, where the days leave room for that: the first of these that they do. */
  blocks?: readonly number[];
  /** Those groups that lack it, which have it beside each other; null where it is everybody's. */
  groups: OfGroups;
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
  ...{ part, kind, minutes, moduleId: null, activityId: null, title: null, groups: null },
  ...{ unit: 0, least: minutes },
  ...more,
});

/** Of whose time a piece takes: of these groups, beside each other; null: of everybody. */
type OfGroups = readonly number[] | null;

/** Minutes of something from one of them to another, and who lacks them. */
type Lack = { from: number; to: number; groups: OfGroups };

/**
 * What is lacking of so many minutes, in their order. What groups have of it beside each other counts for each by itself:
 * what all lack is everybody's, what some lack is theirs.
 */
function lacksOf(minutes: number, there: ReadonlyMap<number | null, number>): Lack[] {
  const levels = [...new Set([...there.values(), minutes])].sort((a, b) => a - b);
  return levels.flatMap((from, nth): Lack[] => {
    const to = Math.min(levels[nth + 1] ?? from, minutes);
    if (to <= from) return [];
    const groups = [...there].flatMap(([id, had]) => (id !== null && had <= from ? id : []));
    return [{ from, to, groups: groups.length === there.size || there.has(null) ? null : groups }];
  });
}

/** What is left of a module, in pieces: its activities in their order; what all lack is each of `beside`'s where that is said. */
function piecesOfModule(
  { id, minutes, activities = [] }: PlannedModule,
  lacks: readonly Lack[],
  beside: OfGroups,
): Piece[] {
  const ofActivities = activities.reduce((sum, activity) => sum + activity.minutes, 0);
  const parts = [
    ...activities.map((a) => ({ minutes: a.minutes, activityId: a.id, title: a.title })),
    { minutes: Math.max(0, minutes - ofActivities), activityId: null, title: null },
  ];
  let begins = 0;
  return parts.flatMap((part) => {
    const [from, to] = [begins, begins + part.minutes];
    begins = to;
    return lacks.flatMap((lack) => {
      const left = Math.min(to, lack.to) - Math.max(from, lack.from);
      if (left <= 0) return [];
      const more = { ...part, minutes: left, groups: lack.groups ?? beside };
      return [piece("module", "module", left, { ...more, moduleId: id, unit: 5, least: shortest })];
    });
  });
}

/** The groups of a course, each of which has what is its own; everybody (null) where there are none. */
function groupsOf(staying: readonly Staying[], groups: readonly PlannedGroup[]): (number | null)[] {
  const own = staying.flatMap(({ groupId }) => groupId ?? []);
  const ids = [...new Set([...groups.map(({ id }) => id), ...own])];
  return ids.length === 0 ? [null] : ids;
}

/** What of all that stays a group sits through. */
const theirs = (staying: readonly Staying[], groupId: number | null): Staying[] =>
  staying.filter((s) => isTheirs({ groupId: s.groupId ?? null }, { groupId }));

const minutesOf = (staying: readonly Staying[]): number =>
  staying.reduce((sum, s) => sum + plannedMinutes(s), 0);

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

/**
 * Micro-teaching that is left, in the groups that lack some of it beside each other, as long as the one that lacks most; while
 * not everybody is in a group, each may come to be as large as all alike.
 */
function microTeaching(
  { microTeaching: each, people }: Parts,
  staying: readonly Staying[],
  groups: readonly PlannedGroup[],
): Piece[] {
  const alike = oneAfterAnother(people, groups);
  const placed = groups.reduce((sum, group) => sum + group.people, 0);
  const of = inGroups(groups)
    ? groups.map(({ id, people: own }) => ({ id, teach: placed < people ? alike : Math.min(alike, own) }))
    : [{ id: groupsOf(staying, groups)[0]!, teach: alike }];
  const there = staying.filter(({ kind }) => kind === "micro_teaching");
  const lacking = of
    .map(({ id, teach }) => ({ id, minutes: each * teach - minutesOf(theirs(there, id)) }))
    .filter(({ minutes }) => minutes > 0);
  if (lacking.length === 0) return [];
  const most = Math.max(...lacking.map(({ minutes }) => minutes));
  const beside = inGroups(groups) ? lacking.flatMap(({ id }) => id ?? []) : null;
  const more = { unit: each, least: each, blocks: blocksOf(each), groups: beside };
  return [piece("microTeaching", "micro_teaching", most, more)];
}

/**
 * The least that practice has in one go so that it is in one piece, else in two at most, and so on: as few as the longest time in
 * one go leaves room for come first.
 */
function asWhole(minutes: number, longest: number): number[] {
  const blocks = minutes <= longest ? [minutes] : [];
  for (let pieces = Math.max(2, Math.ceil(minutes / longest)); ; pieces += 1) {
    const least = Math.floor(minutes / (pieces + 1) / 5) * 5 + 5;
    if (least <= 2 * shortest) return blocks;
    blocks.push(least);
  }
}

/** Micro-teaching stands in half days, else in as many turns as go into two hours, an hour and a half, or one; in one turn at least. */
const blocksOf = (each: number): number[] =>
  [180, 120, 90, 60].map((minutes) => Math.max(1, Math.floor(minutes / each)) * each);

/** Which of the two tests somebody has already: one of the first half of the days is the one before, any other the one after. */
function testsOf(tests: readonly Staying[], days: readonly string[]) {
  const middle = days[Math.floor(days.length / 2)] ?? "";
  const early = (s: Staying) => s.day < middle || (days.length === 1 && s.startsAt < "12:00");
  return {
    preTest: tests.some(early) || tests.length > 1,
    postTest: tests.some((s) => !early(s)) || tests.length > 1,
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
  const ids = groupsOf(staying, groups);
  const lacks = (minutes: number, meant: (s: Staying) => boolean) =>
    lacksOf(minutes, new Map(ids.map((id) => [id, minutesOf(theirs(staying, id).filter(meant))])));
  const whole = (part: PartName, kind: SessionKind, minutes: number, has: (own: Staying[]) => boolean) =>
    lacksOf(minutes, new Map(ids.map((id) => [id, has(theirs(staying, id)) ? minutes : 0]))).map((lack) =>
      piece(part, kind, minutes, { groups: lack.groups }),
    );
  const once = (part: "opening" | "evaluation" | "closing") =>
    whole(part, part, parts[part], (own) => own.some(({ kind }) => kind === part));
  const test = (part: "preTest" | "postTest") => {
    const has = (own: Staying[]) =>
      testsOf(
        own.filter(({ kind }) => kind === "test"),
        days,
      )[part];
    return whole(part, "test", parts[part], has).map((one) => ({ ...one, title: titles?.[part] ?? null }));
  };
  const taught = modules.map((module) =>
    piecesOfModule(
      module,
      lacks(module.minutes, ({ moduleId }) => moduleId === module.id),
      module.inGroups && inGroups(groups) ? groups.map(({ id }) => id) : null,
    ),
  );
  const left = (minutes: number, of: SessionKind) => lacks(minutes, ({ kind }) => kind === of);
  const visit = left(parts.fieldVisit, "field_visit").flatMap(({ from, to, groups }) =>
    piecesOfVisit(to - from, longest).map((one) => ({ ...one, groups })),
  );
  const all = modules.reduce((sum, { minutes }) => sum + minutes, 0);
  const until = (nth: number) => modules.slice(0, nth + 1).reduce((sum, { minutes }) => sum + minutes, 0);
  const half = modules.findIndex((_, nth) => until(nth) * 2 >= all);
  const practice = left(parts.practicum, "practicum").map(({ from, to, groups }) =>
    piece("practicum", "practicum", to - from, {
      ...{
        unit: 5,
        least: 2 * shortest,
        groups,
        whole: true,
        blocks: asWhole(to - from, longest),
      },
    }),
  );
  return {
    body: [
      ...once("opening"),
      ...test("preTest"),
      ...taught.slice(0, half + 1).flat(),
      ...visit,
      ...taught.slice(half + 1).flat(),
      ...microTeaching(parts, staying, groups),
      ...practice,
    ],
    tail: [...test("postTest"), ...once("evaluation"), ...once("closing")],
  };
}
