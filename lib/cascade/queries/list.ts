import type { Granted, Reach } from "../../access/gate";
import type { Context } from "../../acts/context";
import {
  type CascadeFilter,
  cascadeLines,
  totChoices,
  totKeys,
  workshopKeys,
} from "../../courses/store/cascade";
import { withSharers } from "../../sharing/store";
import { factsOf, firstAmong, gather } from "../gather";
import { forestOf, trainingsFrom } from "../rules/forest";
import { numbersOf } from "../rules/numbers";
import type { Period } from "../rules/period";
import { leftOutLines } from "./leftOut";

/** So many first trainings of trainers come at once. */
const pageSize = 20;

/** The page of first trainings after one of this key: enough are looked at that it is full, or there are no more. */
function pageOfFirst(
  cx: Context,
  { programmes }: Reach,
  keys: readonly number[],
  toolId: number | null,
  after: number | null,
): { ids: number[]; next: number | null } {
  const others = new Set(keys);
  const from = after === null ? 0 : keys.indexOf(after) + 1;
  const ids: number[] = [];
  for (let at = from; at < keys.length && ids.length <= pageSize; at += pageSize)
    ids.push(...firstAmong(cx, programmes, keys.slice(at, at + pageSize), others, toolId));
  const page = ids.slice(0, pageSize);
  return { ids: page, next: ids.length > pageSize ? page.at(-1)! : null };
}

/** How many first trainings of trainers there are of each country and year, for what a list offers. */
function choicesOf(cx: Context, { programmes }: Reach) {
  const rows = totChoices(cx, programmes);
  const by = (of: (row: (typeof rows)[number]) => string) => {
    const sums = new Map<string, number>();
    for (const row of rows) sums.set(of(row), (sums.get(of(row)) ?? 0) + row.count);
    return [...sums]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.value.localeCompare(a.value));
  };
  return {
    any: rows.length > 0,
    countries: by(({ country }) => country),
    years: by(({ year }) => year).filter(({ value }) => value !== "0000"),
  };
}

/**
 * Trainings of trainers within a reach that came of none of the others, the newest first, a page at a time: each with all that
 * came of it, of workshops those that began within the period. What two of them came to together stands below one, so the sum counts it once.
 */
export function cascadeList(
  cx: Context,
  reach: Granted<Reach, "cascade.read">,
  filter: CascadeFilter,
  period: Period,
  after: number | null,
) {
  const keys = totKeys(cx, reach.programmes, filter);
  const { ids, next } = pageOfFirst(cx, reach, keys, filter.toolId, after);
  const gathered = gather(cx, reach.programmes, ids);
  const forest = forestOf(gathered.known, ids, filter.toolId);
  const facts = factsOf(cx, gathered, forest, filter.toolId, period);
  const lines = cascadeLines(cx, ids);
  const below = ids.map((id) => trainingsFrom(forest, id, facts.kinds));
  // Only where all first trainings are on the page does a workshop that is in none of theirs stand in none.
  const narrowed = filter.country || filter.year || filter.toolId || period.from || period.to;
  const all = after === null && next === null && !narrowed;
  const workshops = all ? workshopKeys(cx, reach.programmes, filter) : [];
  const generationOf = new Map(forest.places.map(({ courseId, generation }) => [courseId, generation]));
  return {
    first: withSharers(
      cx,
      ids.map((id, at) => ({
        ...lines.get(id)!,
        numbers: numbersOf(forest, facts, below[at]!),
        generations: Math.max(...below[at]!.map((tot) => generationOf.get(tot)!)),
      })),
    ),
    sum: numbersOf(forest, facts, below.flat()),
    leftOut: leftOutLines(cx, gathered, forest, { toolId: filter.toolId, period }, workshops),
    next,
    choices: choicesOf(cx, reach),
  };
}
/** All first trainings that a filter asks for, a page at a time, each with the numbers of what came of it. */
export function* wholeCascade(
  cx: Context,
  reach: Granted<Reach, "cascade.read">,
  filter: CascadeFilter,
  period: Period,
): Generator<CascadeList["first"]> {
  let after: number | null = null;
  do {
    const page: CascadeList = cascadeList(cx, reach, filter, period, after);
    yield page.first;
    after = page.next;
  } while (after !== null);
}
export type CascadeList = ReturnType<typeof cascadeList>;
