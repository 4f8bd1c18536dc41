import { daysSomewhere } from "./zone";

/** The first civil day of which something is entered afterwards: what lies before is a slip of the pen. */
export const firstEntryDay = "1990-01-01";

/**
 * What is wrong with a civil day of which something is entered afterwards, at an instant (ms); null where nothing is. A day to come
 * is one that has begun nowhere yet, so that nobody is refused by another calendar than that on their wall.
 */
export function entryDayFault(day: string, now: number): "dayToCome" | "dayLongAgo" | null {
  if (day > daysSomewhere(now)[1]) return "dayToCome";
  return day < firstEntryDay ? "dayLongAgo" : null;
}
