import type { Context } from "../acts/context";
import { wayKey, waysToJudge } from "./judge";
import { countedBy } from "./rules/counted";
import { doubtsIn } from "./rules/doubts";
import type { StageEvent } from "./store/events";

type Doubts = ReturnType<typeof doubtsIn<StageEvent>>;

/**
 * What was struck out of that on which the certifications of these ways rest, of each as it is given by its entries. What their
 * workshops taught is read of those alone of which something was, at once.
 */
export function doubtsAmong(cx: Context, ways: readonly (readonly StageEvent[])[]): Doubts[] {
  const all = ways.map((entries) => doubtsIn(entries));
  const people = all.flatMap(([one]) => (one ? one.strike.personId : []));
  const judged = new Map(
    (people.length > 0 ? waysToJudge(cx, [...new Set(people)]) : []).map((way) => [wayKey(way), way]),
  );
  return all.map((doubts, at) => {
    const way = doubts[0] && judged.get(wayKey(doubts[0].strike));
    return way ? doubtsIn(ways[at]!, countedBy(way)) : doubts;
  });
}

/** The same of one way. */
export const doubtsOf = (cx: Context, entries: readonly StageEvent[]): Doubts =>
  doubtsAmong(cx, [entries])[0]!;
