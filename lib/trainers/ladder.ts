import type { Programmes } from "../access/table";
import type { Context } from "../acts/context";
import { mostFound } from "../names/rules";
import { readAfter } from "../people/rules";
import { dayOn, type OnDay } from "../programmes/store/days";
import type { Stage } from "../stages/rules/stage";
import { countByStage, fitting, moreWaysThan, standingsAmong } from "../stages/store/register";
import { inRegister, type Narrowed } from "./found";
import { type Certification, certificationOn } from "./rules";
import { narrowsPeople } from "./where";

/** So many ways are counted: reading each of more would take a page longer than half a second, and no register has as many. */
const mostWays = 50_000;

/** How many people are at each stage, with any tool, and how many at none (null: not counted). */
export type Ladder = { stages: Partial<Record<Stage, number>>; none: number | null };

/** The keys of those in the register of these programmes whom a filter leaves, as far as they are looked at. */
export const inFilter = (cx: Context, of: Programmes, filter: Narrowed): number[] =>
  inRegister(cx, of, filter, readAfter(null), mostFound + 1).keys.map(({ id }) => id);

/**
 * The register of these programmes by stage: at each, as many as its list has that is narrowed to that stage and by the same
 * filter, so whoever is on the way with several tools is counted at each of their stages. Null where there are too many to be
 * counted, or too many to be looked at for where they live or what they speak.
 * @param few true where all of the register are counted (`mostFound`), and so narrowed by their certification too.
 * @param within `inFilter` of the filter without its stage, where that is known.
 */
export function ladderOf(
  cx: Context,
  of: Programmes,
  { stage: _, ...filter }: Narrowed & { certification?: Certification | null },
  few: boolean,
  on: OnDay,
  within: readonly number[] | null,
): Ladder | null {
  if (!few && !filter.q)
    return narrowsPeople(filter) || moreWaysThan(cx, of, mostWays)
      ? null
      : { stages: countByStage(cx, of, filter), none: null };
  const ids = within ?? inFilter(cx, of, filter);
  const rows = standingsAmong(cx, of, ids, fitting(filter));
  const fits = (ways: readonly (typeof rows)[number][]) =>
    !few ||
    !filter.certification ||
    certificationOn((way) => dayOn(on, way.programmeId), ways).certification === filter.certification;
  const stages: Ladder["stages"] = {};
  const some = new Set(rows.map(({ personId }) => personId));
  const each = new Map<string, typeof rows>();
  for (const row of rows) {
    const at = `${row.personId} ${row.stage}`;
    each.set(at, [...(each.get(at) ?? []), row]);
  }
  for (const ways of each.values())
    if (fits(ways)) stages[ways[0]!.stage] = (stages[ways[0]!.stage] ?? 0) + 1;
  return { stages, none: fits([]) ? ids.filter((id) => !some.has(id)).length : 0 };
}
