import { workshopsCounting } from "./counting";
import type { Gates } from "./gates";
import { askedNow } from "./next";
import { periodEnd } from "./period";
import { renewalOf } from "./renewal";
import { type Evidence, knownOn, type Standing, stageOf } from "./stage";

/**
 * By their keys, the workshops that count no more towards the condition of workshops on a civil day, as too few others were held within
 * the months after them: on which civil day that was over. None where it is met.
 */
export function outOfPeriod(
  history: readonly Evidence[],
  gates: Gates,
  day: string,
  standing: Standing | null,
): ReadonlyMap<string, string> {
  if (!standing || gates.workshopMonths === 0) return new Map();
  if (!standing.gates.some((one) => one.gate === "workshops" && one.missing > 0)) return new Map();
  return new Map(
    workshopsCounting(knownOn(history, day), gates, day, standing.asked).flatMap((one) => {
      if (one.day <= (standing.practiceAfter ?? "")) return [];
      const end = periodEnd(one.day, gates.workshopMonths);
      return end < day ? [[one.key, end] as const] : [];
    }),
  );
}

/**
 * By their keys, the workshops that count no more towards what somebody is asked for on a civil day, as too few others were held within
 * the months after them: on which civil day that was over.
 */
export function lostOf(
  history: readonly Evidence[],
  gates: Gates,
  day: string,
  first: string | null,
  of: readonly string[] | null = null,
): ReadonlyMap<string, string> {
  const standing = stageOf(history, gates, day, first, of);
  if (!standing) return new Map();
  // A renewal counts workshops over its whole period.
  if (of === null && askedNow(standing, renewalOf(history, gates, day)).of === "renewal") return new Map();
  return outOfPeriod(history, gates, day, standing);
}
