/** The first civil day of which something is entered afterwards: what lies before is a slip of the pen. */
export const firstEntryDay = "1990-01-01";

/**
 * What is wrong with a civil day of which something is entered afterwards; null where nothing is.
 * @param today the last civil day that has begun where it was.
 */
export function entryDayFault(day: string, today: string): "dayToCome" | "dayLongAgo" | null {
  if (day > today) return "dayToCome";
  return day < firstEntryDay ? "dayLongAgo" : null;
}
