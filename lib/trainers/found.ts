import type { Granted, Reach } from "../access/gate";
import { type Programmes, programmesAskedFor } from "../access/table";
import type { Context } from "../acts/context";
import { toolCatalogue } from "../curriculum/queries";
import { codeInTool } from "../curriculum/rules";
import { mostFound } from "../names/rules";
import { type After, readAfter } from "../people/rules";
import { pageOfKeys, whereaboutsOf, whereaboutsOfMany } from "../people/store/named";
import { programmesCalled } from "../programmes/store";
import { dayOn, type OnDay } from "../programmes/store/days";
import { trainerKeys, trainersFound, trainersInOrder } from "../programmes/store/trainers";
import { endsAmong, wayKey } from "../stages/judge";
import { doubtedAmong } from "../stages/queries/doubts";
import type { EndSaid } from "../stages/rules/ends";
import { isCertifiedStage, type StageAsked } from "../stages/rules/register";
import type { Stage } from "../stages/rules/stage";
import { onTheWayNamed } from "../stages/store/named";
import {
  fitting,
  isOnTheWay,
  keysNotOnTheWay,
  memberNotOnTheWay,
  onTheWay,
  onTheWayInOrder,
  someOnTheWay,
  standingsAmong,
  type WayFilter,
} from "../stages/store/register";
import { placesOnce } from "./places";
import { certificationOn } from "./rules";
import { narrowsPeople, type PlacesAndLanguage, whereIn } from "./where";

/** What the register is narrowed by. `module`: the code of one of the tool's; `endsBy`: certified, until no later than that civil day. */
export type Narrowed = {
  q: string | null;
  stage?: StageAsked | null;
  toolId?: number | null;
  module?: string | null;
  endsBy?: OnDay | null;
} & PlacesAndLanguage;

/** True for what leaves out some of the ways of a person. */
export const narrowsWays = ({ stage, toolId, module, endsBy }: WayFilter): boolean =>
  Boolean(stage || toolId || module || endsBy);

/** Somebody in the register, and where they are in its order. */
export type Found = { id: number; sortName: string };

/** Two parts of the order of names as one, each person once. */
function asOne(one: readonly Found[], other: readonly Found[], most: number): Found[] {
  const once = new Map([...one, ...other].map((row) => [row.id, row]));
  const compare = (a: Found, b: Found) =>
    a.sortName < b.sortName ? -1 : a.sortName > b.sortName ? 1 : a.id - b.id;
  return [...once.values()].sort(compare).slice(0, most);
}

/** Those of the trainers of these programmes who are nothing on the way there, by name; what narrows ways leaves all of them out. */
function atNoStage(cx: Context, of: Programmes, filter: Narrowed, after: After, most: number): Found[] {
  const { q } = filter;
  if (narrowsWays({ ...filter, stage: null })) return [];
  if (!q && !narrowsPeople(filter)) return trainersInOrder(cx, of, after, most, memberNotOnTheWay(of));
  return pageOfKeys(cx, keysNotOnTheWay(of, trainerKeys(cx, of)), q, whereIn(filter), after, most);
}

/**
 * Who is in the register of these programmes, by name: whoever is anything on the way there, and their trainers, whom what
 * narrows ways leaves out. `more`: the search finds more than it looks at (`looks`).
 */
export function inRegister(
  cx: Context,
  of: Programmes,
  filter: Narrowed,
  after: After,
  most: number,
  looks = mostFound,
): { keys: Found[]; more: boolean } {
  if (filter.stage === "none") return { keys: atNoStage(cx, of, filter, after, most), more: false };
  const { q } = filter;
  const where = whereIn(filter);
  const ways = q ? onTheWayNamed(cx, of, q, filter, where, after, most, looks) : null;
  const onWay = ways?.keys ?? onTheWayInOrder(cx, of, filter, where, after, most);
  if (narrowsWays(filter)) return { keys: onWay, more: ways?.more ?? false };
  const { keys, more } = narrowsPeople(filter)
    ? { keys: pageOfKeys(cx, trainerKeys(cx, of), q, where, after, most), more: false }
    : q
      ? trainersFound(cx, q, of, after, most, looks)
      : { keys: trainersInOrder(cx, of, after, most), more: false };
  return { keys: asOne(keys, onWay, most), more: more || (ways?.more ?? false) };
}

/** The keys of all of them, in no order, as far as they are counted. */
export const someInRegister = (cx: Context, of: Programmes): number[] => {
  const trainers = trainersInOrder(cx, of, readAfter(null), mostFound + 1).map(({ id }) => id);
  return [...new Set([...someOnTheWay(cx, of, mostFound + 1), ...trainers])].slice(0, mostFound + 1);
};

const byPerson = <Row extends { personId: number }>(rows: readonly Row[]) => {
  const found = new Map<number, Row[]>();
  for (const row of rows) found.set(row.personId, [...(found.get(row.personId) ?? []), row]);
  return (personId: number) => found.get(personId) ?? [];
};

/**
 * What the certification of each of these people is on a civil day, by where they are in these programmes; `narrowed`: by those of
 * their ways alone that fit, so that what a list is narrowed by holds of one way.
 */
export function certificationByPerson(
  cx: Context,
  of: Programmes,
  personIds: readonly number[],
  on: OnDay,
  narrowed: WayFilter = {},
) {
  const waysOf = byPerson(standingsAmong(cx, of, personIds, fitting(narrowed)));
  return (personId: number) =>
    certificationOn((way) => dayOn(on, way.programmeId), waysOf(personId)).certification;
}

/** By what somebody is, or was, certified for a tool: each end with its modules, and whether any is from before. */
function certifiedBy(
  { stage, modules, validUntil }: { stage: Stage; modules: string[]; validUntil: string | null },
  several: readonly EndSaid[] | undefined,
): { ends: readonly Pick<EndSaid, "codes" | "until" | "before">[]; before: boolean } {
  if (validUntil === null || !(stage === "lapsed" || isCertifiedStage(stage)))
    return { ends: [], before: false };
  const ends = several ?? [{ codes: modules, until: validUntil, before: false }];
  return { ends, before: ends.some((one) => one.before) };
}

/**
 * Where these people are with each tool in these programmes, by their keys; `ends`: of whoever is or was certified each
 * end with its modules; `before`: one of them by a certification from before, as their history says; `doubted`: it rests on something that was struck out, and nobody decided yet what becomes of it.
 */
export function waysByPerson(cx: Context, of: Programmes, personIds: readonly number[], on: OnDay) {
  const tools = new Map(
    toolCatalogue(cx).map(({ id, code, title }, position) => [id, { position, code, title }]),
  );
  const several = endsAmong(cx, personIds, on);
  const doubted = doubtedAmong(cx, personIds);
  const rows = standingsAmong(cx, of, personIds);
  const programmes = programmesCalled(cx, [...new Set(rows.map((row) => row.programmeId))]);
  return byPerson(
    rows.map((row) => ({
      ...row,
      programme: programmes.get(row.programmeId)!,
      tool: tools.get(row.toolId)!,
      doubted: doubted.has(wayKey(row)),
      ...certifiedBy(row, several.get(wayKey(row))),
    })),
  );
}
export type RegisterWay = ReturnType<ReturnType<typeof waysByPerson>>[number];

/** Of the ways of each of these people those of which all of a filter holds; all, where it says nothing of ways. */
export function waysThatFit(
  cx: Context,
  of: Programmes,
  filter: WayFilter,
  personIds: readonly number[],
  waysOf: (personId: number) => RegisterWay[],
) {
  if (!narrowsWays(filter)) return waysOf;
  const fitOf = byPerson(standingsAmong(cx, of, personIds, fitting(filter)));
  return (personId: number) => {
    const keys = new Set(fitOf(personId).map(wayKey));
    return waysOf(personId).filter((way) => keys.has(wayKey(way)));
  };
}

/** What the register can be narrowed by: tools with their modules, countries, governorates and places of those who are on the way. */
export function registerChoices(
  cx: Context,
  reach: Granted<Reach, "trainers.read">,
  programme: number | null,
) {
  const of = programmesAskedFor(reach.programmes, programme);
  if (of.length === 0) return { tools: [], countries: [], governorates: [], places: [] };
  const tools = toolCatalogue(cx).map(({ id, code, title, versions }) => ({
    ...{ id, code, title },
    modules: [
      ...new Set(
        versions.flatMap(({ supersededAt, modules }) =>
          supersededAt === null ? modules.map(codeInTool) : [],
        ),
      ),
    ].filter(Boolean),
  }));
  const { countries, governorates, places } =
    of === "all" ? whereaboutsOfMany(cx, isOnTheWay(of, {})) : whereaboutsOf(cx, onTheWay(of, {}));
  return { tools, countries, governorates, places: placesOnce(cx, places) };
}
