import { entryDayFault } from "../../time/entryDay";
import { addMonths } from "../../time/zone";
import { validMonthsMost } from "./gates";
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

/** True where two papers say the same, by their days and modules. */
export const isSamePaper = (a: Paper, b: Paper): boolean =>
  a.day === b.day && a.until === b.until && String(a.modules) === String(b.modules);

/** All that is wrong with the days of a paper, as far as they were said (null where one was not, or is none), and beside which field it is said. */
export function daysFaults(day: string | null, until: string | null, today: string) {
  const began = day === null ? null : entryDayFault(day, today);
  const ended =
    day === null || until === null
      ? null
      : until < day
        ? ("endBeforeStart" as const)
        : // A paper that begins by a slip of the pen long ago lasts too long by that alone.
          began !== "dayLongAgo" && until > addMonths(day, validMonthsMost)
          ? ("certifiedTooLong" as const)
          : null;
  return [
    ...(began ? [{ field: "day" as const, code: began }] : []),
    ...(ended ? [{ field: "until" as const, code: ended }] : []),
  ];
}

/** What is wrong with the days of a paper, and beside which field it is said; null where nothing is. `there`: papers of the same tool and programme. */
export function paperFault({ modules, day, until }: Paper, today: string, there: readonly Paper[]) {
  const [wrong] = daysFaults(day, until, today);
  if (wrong) return wrong;
  if (there.some((one) => isSamePaper(one, { modules, day, until })))
    return { field: "day", code: "certifiedBeforeThere" } as const;
  if (there.some((one) => overlaps(one, { modules, day, until })))
    return { field: "day", code: "certifiedBeforeOverlaps" } as const;
  return null;
}
