import type { SessionKind } from "../../../db/values/timetable";
import { addDays, minutesOf, weekday } from "../../time/civil";
import { timeOf } from "../../time/timeOf";
import { minutesOfAll } from "./grid";
import { layEvenly } from "./lay";
import { minutesIn, roomIn, type Span } from "./laying";
import {
  noParts,
  type PartName,
  type Parts,
  type Piece,
  type PlannedGroup,
  type PlannedModule,
  piecesOf,
  shortest,
  type TestTitles,
} from "./parts";
import { sparingRest, withRests } from "./rests";
import { type DailyHours, plannedMinutes } from "./sessions";

export type Block = {
  day: string;
  startsAt: string;
  endsAt: string;
  moduleId: number | null;
  kind: SessionKind;
  activityId?: number | null;
  title?: string | null;
  groupId?: number | null;
};

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

/** What found no room in the days given: which part of a proposal, of which module, and how many minutes of it. */
export type LeftOver = { part: PartName; moduleId: number | null; minutes: number };

export type Proposal = { blocks: Block[]; leftOver: LeftOver[] };

/** Times of a day at which nobody is taught, beside the break for a meal; minutes. */
export type Pauses = { restMinutes: number; prayerFrom: string; prayerMinutes: number };

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

/** A session that a proposal goes around; before what was held nothing is proposed any more. */
export type StayingBlock = Block & { held?: boolean };

const spanOfBlock = (block: Block) => ({ from: minutesOf(block.startsAt), to: minutesOf(block.endsAt) });

/** The time of the days that a proposal may use, in order. */
function spansOf(
  days: readonly string[],
  hours: DailyHours,
  pauses: Pauses | null,
  staying: readonly StayingBlock[],
): Span[] {
  const pause = (at: string, minutes: number) => {
    const from = minutesOf(at);
    return { from, to: from + minutes };
  };
  const off = [
    pause(hours.breakFrom, hours.breakMinutes),
    ...(pauses ? [pause(pauses.prayerFrom, pauses.prayerMinutes)] : []),
  ].filter(({ from, to }) => to > from);
  const held = staying.filter((block) => block.held);
  const [overOn = "", overAt = ""] =
    held
      .map(({ day, endsAt }) => `${day} ${endsAt}`)
      .sort()
      .at(-1)
      ?.split(" ") ?? [];
  const whole = { from: minutesOf(hours.startsAt), to: minutesOf(hours.endsAt) };
  return days.flatMap((day) => {
    const there = staying.filter((block) => block.day === day).map(spanOfBlock);
    const gone = day < overOn ? 24 * 60 : day > overOn ? 0 : minutesOf(overAt);
    return withoutSpans(whole, [...off, ...there, { from: 0, to: gone }])
      .filter((span) => span.to - span.from >= shortest)
      .map((span) => ({ day, ...span }));
  });
}

/** What is left over, each part and module once. */
function leftOverOf(left: readonly Piece[]): LeftOver[] {
  const found = new Map<string, LeftOver>();
  for (const { part, moduleId, minutes } of left) {
    const key = `${part} ${moduleId}`;
    found.set(key, { part, moduleId, minutes: (found.get(key)?.minutes ?? 0) + minutes });
  }
  return [...found.values()];
}

/** What a proposal is made of, and when. */
export type ProposalOf = {
  modules: readonly PlannedModule[];
  parts: Parts;
  /** What its tests are called. */
  titles?: TestTitles;
  days: readonly string[];
  hours: DailyHours;
  pauses: Pauses | null;
  staying: readonly StayingBlock[];
  /** The groups of the course: people teach each other in theirs, at the same time, and what some have others still lack. */
  groups?: readonly PlannedGroup[];
};

/**
 * A timetable: opening and test, the modules in their order with a visit half way, micro-teaching, practice, test,
 * evaluation and closing, spread evenly over the days, so that no day ends long before the others. What may be divided goes
 * on after a break or on the next day. It goes around what stays, and does not plan twice what that holds.
 */
export function proposeParts(of: ProposalOf): Proposal {
  const { days, hours, pauses, staying } = of;
  const spans = spansOf(days, hours, pauses, staying);
  const rest = pauses?.restMinutes ?? 0;
  const spared = sparingRest(spans, rest);
  const longest = Math.max(0, ...spans.map(({ from, to }) => to - from));
  const stays = new Map(
    days.map((day) => [
      day,
      minutesOfAll(
        staying.filter((block) => block.day === day).map((b) => ({ ...b, minutes: plannedMinutes(b) })),
      ),
    ]),
  );
  const { laid, left } = layEvenly(piecesOf(of, longest), { spans: spared, staying: stays });
  const blocks = withRests(laid, spans, spared, rest).flatMap(
    ({ span, from, minutes, kind, moduleId, activityId, title, groups }): Block[] => {
      const block = {
        ...{ day: spans[span]!.day, startsAt: timeOf(from), endsAt: timeOf(from + minutes) },
        ...{ moduleId, activityId, title, kind },
      };
      return groups === null ? [block] : groups.map((groupId) => ({ ...block, groupId }));
    },
  );
  return { blocks, leftOver: leftOverOf(left) };
}

/** What a proposal has beside its modules, and how many minutes of it. */
export type PartMinutes = { part: Exclude<PartName, "module">; minutes: number };

/** Of a proposal in minutes: what it is to hold, with what of that is no module, and the time that its days have for that beside all breaks. */
export function sumsOf(of: ProposalOf): { needed: number; available: number; besides: PartMinutes[] } {
  const spans = sparingRest(spansOf(of.days, of.hours, of.pauses, of.staying), of.pauses?.restMinutes ?? 0);
  const { body, tail } = piecesOf(of, Math.max(0, ...spans.map(({ from, to }) => to - from)));
  const pieces = [...body, ...tail];
  return {
    needed: minutesIn(pieces),
    besides: [...new Set(pieces.map(({ part }) => part))].flatMap((part) =>
      part === "module" ? [] : [{ part, minutes: minutesIn(pieces.filter((one) => one.part === part)) }],
    ),
    available: roomIn(spans),
  };
}

/**
 * The same with how much of it finds no room, in minutes: that may be some even where both sums agree, for not everything can
 * be divided.
 */
export const timeAgainst = (of: ProposalOf) => ({
  ...sumsOf(of),
  leftOut: proposeParts(of).leftOver.reduce((sum, { minutes }) => sum + minutes, 0),
});

/** Opening and closing of a day about which nobody says anything, the first that leave room for the modules. */
const ceremonies = [
  { opening: 30, closing: 60 },
  { opening: 30, closing: 30 },
  { opening: 15, closing: 15 },
  { opening: 0, closing: 0 },
];

/** The same of modules alone, with as long an opening and closing as these leave room for. */
export function proposeTimetable(
  modules: readonly PlannedModule[],
  days: readonly string[],
  hours: DailyHours,
  staying: readonly StayingBlock[] = [],
): Proposal {
  const proposed = ceremonies.map((parts) =>
    proposeParts({ modules, parts: { ...noParts, ...parts }, days, hours, pauses: null, staying }),
  );
  return proposed.find(({ leftOver }) => leftOver.length === 0) ?? proposed.at(-1)!;
}
