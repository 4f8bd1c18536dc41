import type { SessionKind } from "../../../db/values/timetable";
import { addDays, minutesOf, weekday } from "../../time/civil";
import { timeOf } from "../../time/timeOf";
import { type DailyHours, plannedMinutes } from "./sessions";

export type Block = {
  day: string;
  startsAt: string;
  endsAt: string;
  moduleId: number | null;
  kind: SessionKind;
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
