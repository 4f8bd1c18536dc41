import { type Laid, roomIn, type Span, type Until } from "./laying";

/** The time that a proposal may use, and how many minutes stay on each of its days. */
export type Ground = { spans: readonly Span[]; staying: ReadonlyMap<string, number> };

/** The days of it that have time, in order. */
export const daysOf = ({ spans }: Pick<Ground, "spans">): string[] => [
  ...new Set(spans.map(({ day }) => day)),
];

/** How many minutes of each day are used where all days are used alike, as far as they have room; with what stays on it. */
function usedAlike(
  { spans, staying }: Ground,
  total: number,
  whole: ReadonlyMap<string, number> = new Map(),
) {
  const room = (day: string) => roomIn(spans.filter((span) => span.day === day));
  const of = daysOf({ spans }).map((day) => ({ day, room: room(day), stays: staying.get(day) ?? 0 }));
  const usedAt = (level: number) =>
    of.map((d) => ({
      ...d,
      used: Math.min(d.room, Math.max(whole.get(d.day) ?? 0, level - d.stays)),
    }));
  let [low, high] = [0, 2 * 24 * 60];
  for (let i = 0; i < 24; i += 1) {
    const middle = (low + high) / 2;
    if (usedAt(middle).reduce((sum, { used }) => sum + used, 0) >= total) high = middle;
    else low = middle;
  }
  return usedAt(high);
}

/**
 * How many minutes are to be laid by the end of each day so that all days are used alike, as far as they have room. What
 * stays on a day counts as used.
 * @param whole of days that hold what is not divided, how much of it: where that is more than the others have, these share the rest.
 */
export function evenly(ground: Ground, total: number, whole?: ReadonlyMap<string, number>): Until {
  const days = usedAlike(ground, total, whole);
  let sum = 0;
  const until = new Map(
    days.map(({ day, used }) => {
      sum += used;
      return [day, Math.ceil(Math.round(sum) / 5) * 5];
    }),
  );
  return days.length > 0 ? until.set(days.at(-1)!.day, Number.POSITIVE_INFINITY) : until;
}

/** By how many minutes days differ however so much is laid: one has more that stays, or less room, than the others come to. */
function leastUneven(ground: Ground, total: number): number {
  const used = usedAlike(ground, total).map((day) => day.stays + day.used);
  return Math.max(...used) - Math.min(...used);
}

/** Days differ by so many minutes without anybody minding. */
const alike = 90;

/** Minutes of each day, what stays included. */
function usedOf(laid: readonly Laid[], { spans, staying }: Ground): Map<string, number> {
  const used = new Map(spans.map(({ day }) => [day, staying.get(day) ?? 0]));
  for (const { span, minutes } of laid) used.set(spans[span]!.day, used.get(spans[span]!.day)! + minutes);
  return used;
}

/** By how many minutes the fullest day exceeds the emptiest, what stays included. */
export function unevenness(laid: readonly Laid[], ground: Ground): number {
  const used = [...usedOf(laid, ground).values()];
  return Math.max(...used) - Math.min(...used);
}

/** How much of a visit, and of practice in one go, each day has that has some; with the longest of either. */
export function wholeIn(laid: readonly Laid[], { spans }: Pick<Ground, "spans">) {
  const days = new Map<string, number>();
  let [visit, practice] = [0, 0];
  for (const { span, minutes, whole, part } of laid)
    if (whole) {
      const { day } = spans[span]!;
      const onDay = (days.get(day) ?? 0) + minutes;
      days.set(day, onDay);
      // A visit goes on after a break; practice need not.
      if (part === "practicum") practice = Math.max(practice, minutes);
      else visit = Math.max(visit, onDay);
    }
  return { days, visit, practice };
}

/** By how many minutes the days of a layout differ (`by`), and by how many more than anybody would expect. */
export type Evenness = (laid: readonly Laid[]) => { by: number; excess: number };

/**
 * Days may differ as those of the plain layout do, as far as by a visit, or by what stays and their room, which nothing mends, and
 * so little more that nobody minds; and by practice as it stands in one go, before which a day ends earlier.
 */
export function evennessAgainst(plain: readonly Laid[], ground: Ground): Evenness {
  const total = plain.reduce((sum, { minutes }) => sum + minutes, 0);
  const reason = Math.max(wholeIn(plain, ground).visit, leastUneven(ground, total) + alike);
  const expected = Math.max(alike, Math.min(unevenness(plain, ground), reason));
  return (laid) => {
    const by = unevenness(laid, ground);
    const excess = by <= expected ? 0 : by - Math.max(expected, wholeIn(laid, ground).practice);
    return { by, excess: Math.max(0, excess) };
  };
}

/** True where nobody would wish the days more alike. */
export const isAlike = ({ by }: { by: number }): boolean => by <= alike;

/** Fills the days so that the fullest has so much less, and the emptiest so much more; all between them a little earlier or later. */
export function evenedOut(until: Until, laid: readonly Laid[], ground: Ground, minutes: number): Until {
  const used = [...usedOf(laid, ground).entries()].sort(([, a], [, b]) => a - b);
  const [emptiest, fullest] = [used[0]![0], used.at(-1)![0]];
  const [from, to] = [emptiest, fullest].sort() as [string, string];
  const more = emptiest < fullest ? minutes : -minutes;
  return new Map([...until].map(([day, n]) => [day, day >= from && day < to ? n + more : n]));
}
