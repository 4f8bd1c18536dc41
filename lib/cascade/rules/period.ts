/** Between which days, both within it, what is counted began; null: since ever, until ever. */
export type Period = { from: string | null; to: string | null };

/** All that ever was. */
export const ever: Period = { from: null, to: null };

/** When a course began: on a day, in a year alone, or nobody knows. */
type Begun = { startsOn: string | null; year: number | null };

/** Whether a course began within a period: of one that is known by its year alone nobody can say, where the period has a part of it. */
export function beganIn({ startsOn, year }: Begun, { from, to }: Period): "in" | "out" | "unknown" {
  if (from === null && to === null) return "in";
  const first = startsOn ?? (year === null ? null : `${year}-01-01`);
  const last = startsOn ?? (year === null ? null : `${year}-12-31`);
  if (first === null || last === null) return "unknown";
  if ((from !== null && last < from) || (to !== null && first > to)) return "out";
  return (from === null || first >= from) && (to === null || last <= to) ? "in" : "unknown";
}
