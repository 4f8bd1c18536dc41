import type { Context } from "../acts/context";
import { toolCatalogue } from "../curriculum/queries";
import { dayOn, type OnDay } from "../programmes/store/days";
import { type EndSaid, endsSaid } from "./rules/ends";
import { inForceOn, ownGates } from "./rules/gates";
import { codesToday } from "./rules/ledger";
import { type Evidence, stageOf } from "./rules/stage";
import { withDraw } from "./store/draw";
import { decidedTwice } from "./store/events";
import { gateVersionsOf } from "./store/gates";
import { type Way, waysAmong } from "./store/history";
import { withAgain } from "./twice";

/**
 * The civil day on which somebody entered a way: completed the training, or else the first of what was entered of them. What
 * they learnt elsewhere before is no entry.
 */
export const enteredOn = (history: readonly Evidence[]): string => {
  const completed = history.filter(({ kind }) => kind === "tot_completed");
  const before: readonly Evidence["kind"][] = ["recognised", "taken_back", "learnt", "refresher"];
  const entered = history.filter(({ kind }) => !before.includes(kind));
  return (completed.length > 0 ? completed : entered).map(({ day }) => day).sort()[0]!;
};

/**
 * Every way of these people with the gates by which it is judged: of the version that was in force when they entered;
 * `version`: null where the product's own hold. `first`: the code of the tool's first module.
 */
export function waysToJudge(cx: Context, personIds: readonly number[]) {
  const catalogue = toolCatalogue(cx);
  const firsts = new Map(catalogue.map((tool) => [tool.id, codesToday(tool)[0]?.[0] ?? null]));
  const versions = new Map<number, ReturnType<typeof gateVersionsOf>>();
  return withAgain(cx, waysAmong(cx, personIds, catalogue)).map((way) => {
    const of = versions.get(way.programmeId) ?? gateVersionsOf(cx, way.programmeId);
    versions.set(way.programmeId, of);
    const version = way.history.length > 0 ? inForceOn(of, enteredOn(way.history)) : null;
    return {
      ...way,
      history: withDraw(way.history, version),
      version: version?.number ?? null,
      gates: version?.gates ?? ownGates,
      first: firsts.get(way.toolId) ?? null,
    };
  });
}
export type WayToJudge = ReturnType<typeof waysToJudge>[number];

/** Where these people are on a civil day with each tool in each programme, and which day that is; ways that had not begun by then are left out. */
export const judge = (cx: Context, personIds: readonly number[], on: OnDay) =>
  waysToJudge(cx, personIds).flatMap((way) => {
    const day = dayOn(on, way.programmeId);
    const standing = stageOf(way.history, way.gates, day, way.first);
    const { version, gates, first } = way;
    return standing ? [{ ...(way as Way), version, gates, first, day, standing }] : [];
  });

/** A way as one word: whose, with which tool, in which programme. */
export const wayKey = ({ personId, toolId, programmeId }: Pick<Way, "personId" | "toolId" | "programmeId">) =>
  `${personId} ${toolId} ${programmeId}`;

/** Those of some entries that are of one way. */
export const ofWay = <E extends Pick<Way, "personId" | "toolId" | "programmeId">>(
  entries: readonly E[],
  way: Pick<Way, "personId" | "toolId" | "programmeId">,
): E[] => entries.filter((one) => wayKey(one) === wayKey(way));

/** Entries by the way that they are of, in their order. */
export function byWay<E extends Pick<Way, "personId" | "toolId" | "programmeId">>(
  entries: readonly E[],
): E[][] {
  const found = new Map<string, E[]>();
  for (const one of entries) {
    const way = found.get(wayKey(one));
    if (way) way.push(one);
    else found.set(wayKey(one), [one]);
  }
  return [...found.values()];
}

/**
 * Which ways of these people (`wayKey`) are certified by several ends, or by a certification from before, on a civil day, each with
 * its ends. Only such are read of whom more than one thing was decided, or one from before was entered: of others all ends alike.
 */
export function endsAmong(
  cx: Context,
  personIds: readonly number[],
  on: OnDay,
): ReadonlyMap<string, EndSaid[]> {
  const asked = decidedTwice(cx, personIds);
  const ways = asked.length === 0 ? [] : waysToJudge(cx, asked);
  return new Map(
    ways.flatMap((way) => {
      const standing = stageOf(way.history, way.gates, dayOn(on, way.programmeId), way.first);
      const ends = endsSaid(standing?.ends ?? []);
      return ends.length > 1 || ends.some(({ before }) => before) ? [[wayKey(way), ends] as const] : [];
    }),
  );
}
