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
import { cascadeFrom, firstAmong } from "../gather";
import { trainingsFrom } from "../rules/forest";
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

/** First trainings of trainers of a page, each with all that came of it, of workshops those that began within the period. */
function rowsOf(
  cx: Context,
  { programmes }: Reach,
  ids: readonly number[],
  asked: { toolId: number | null; period: Period },
) {
  const { gathered, forest, facts, generationOf } = cascadeFrom(cx, programmes, ids, asked);
  const lines = cascadeLines(cx, ids);
  // One that left the reach since its key was read is not there.
  const there = ids.filter((id) => generationOf.has(id));
  const below = there.map((id) => trainingsFrom(forest, id, facts.kinds));
  const rows = withSharers(
    cx,
    there.map((id, at) => ({
      ...lines.get(id)!,
      numbers: numbersOf(forest, facts, below[at]!),
      generations: Math.max(...below[at]!.map((tot) => generationOf.get(tot)!)),
    })),
  );
  return { gathered, forest, facts, trainings: below.flat(), rows };
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
  const asked = { toolId: filter.toolId, period };
  const keys = totKeys(cx, reach.programmes, filter);
  const { ids, next } = pageOfFirst(cx, reach, keys, filter.toolId, after);
  const { gathered, forest, facts, trainings, rows } = rowsOf(cx, reach, ids, asked);
  // Only where all first trainings are on the page does a workshop that is in none of theirs stand in none.
  const narrowed = filter.country || filter.year || filter.toolId || period.from || period.to;
  const all = after === null && next === null && !narrowed;
  const workshops = all ? workshopKeys(cx, reach.programmes, filter) : [];
  return {
    first: rows,
    sum: numbersOf(forest, facts, trainings),
    leftOut: leftOutLines(cx, gathered, forest, asked, workshops),
    next,
    choices: choicesOf(cx, reach),
  };
}
export type CascadeList = ReturnType<typeof cascadeList>;

/** All first trainings that a filter asks for as they are when the first of them is read, a page at a time, each with the numbers of what came of it. */
export function* wholeCascade(
  cx: Context,
  reach: Granted<Reach, "cascade.read">,
  filter: CascadeFilter,
  period: Period,
): Generator<CascadeList["first"]> {
  const asked = { toolId: filter.toolId, period };
  const keys = totKeys(cx, reach.programmes, filter);
  let after: number | null = null;
  do {
    const { ids, next } = pageOfFirst(cx, reach, keys, filter.toolId, after);
    yield rowsOf(cx, reach, ids, asked).rows;
    after = next;
  } while (after !== null);
}
