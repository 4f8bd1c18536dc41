import { addMonths } from "../../time/zone";
import { windowMonths } from "./renewal";

/** A certification from before, by its paper: codes of modules of one tool, from a civil day until another. */
type Paper = { modules: readonly string[]; day: string; until: string };

/**
 * True where two papers say twice that somebody was certified for a module. One that renews the other does not: it begins in the
 * other's last half year, in which a certification is renewed, and ends later.
 */
export function overlaps(a: Paper, b: Paper): boolean {
  const [first, later] = a.day <= b.day ? [a, b] : [b, a];
  const renews =
    later.day > first.day && later.day >= addMonths(first.until, -windowMonths) && later.until > first.until;
  return !renews && later.day <= first.until && first.modules.some((code) => later.modules.includes(code));
}
