import { ever, type Period } from "@/lib/cascade/rules/period";
import { isCivilDay } from "@/lib/time/civil";
import { readDay } from "@/lib/time/typed";

/**
 * The period that an address asks for, with what is wrong with the days that were typed: `typed` keeps them, and nothing is counted
 * until they are mended. `said`: as an address says it again.
 */
export function periodAsked(asked: { from: string | null; to: string | null }) {
  const typed = { from: readDay(asked.from ?? ""), to: readDay(asked.to ?? "") };
  const wrong = (day: string) => (day !== "" && !isCivilDay(day) ? ("dateInvalid" as const) : null);
  const before = typed.from !== "" && typed.to !== "" && typed.to < typed.from;
  const faults = {
    from: wrong(typed.from),
    to: wrong(typed.to) ?? (before && !wrong(typed.from) ? ("periodEndsBeforeStart" as const) : null),
  };
  const period: Period | null =
    faults.from || faults.to ? null : { from: typed.from || ever.from, to: typed.to || ever.to };
  return { typed, faults, period, said: period ?? ever };
}
export type PeriodAsked = ReturnType<typeof periodAsked>;
