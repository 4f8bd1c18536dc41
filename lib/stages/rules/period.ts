import { addDays } from "../../time/civil";
import { addMonths } from "../../time/zone";

/** How workshops that count stand to the months within which so many of them have to lie. */
export type Period = {
  /** How many count together: of those by which the condition is met, else with one that is held today. */
  have: number;
  /** Last civil day on which another one counts with all of these; null where none counts, or it makes no difference. */
  until: string | null;
};

/** The last civil day on which a workshop still counts with one that was held so many months before. */
export const periodEnd = (day: string, months: number): string => addDays(addMonths(day, months), -1);

/** The most of these civil days that lie within so many months. */
const mostWithin = (days: readonly string[], months: number): number =>
  Math.max(0, ...days.map((first) => days.filter((d) => d >= first && d < addMonths(first, months)).length));

/**
 * How many workshops of these civil days count on another towards so many within so many months (0: without limit). Once enough lay
 * together the condition is met for good; until then only those count that still can with what is held from that day on, so that
 * what is missing is what is to be held.
 */
export function periodOf(days: readonly string[], need: number, months: number, today: string): Period {
  if (months === 0) return { have: days.length, until: null };
  const most = mostWithin(days, months);
  if (most >= need) return { have: most, until: null };
  const live = days.filter((day) => periodEnd(day, months) >= today).sort();
  return { have: live.length, until: live.length > 0 ? periodEnd(live[0]!, months) : null };
}
