import type { Context } from "../acts/context";
import { toolCatalogue } from "../curriculum/queries";
import { dayOn, type OnDay } from "../programmes/store/days";
import { inForceOn, ownGates } from "./rules/gates";
import { codesToday, modulesOfTools } from "./rules/ledger";
import { type Evidence, stageOf } from "./rules/stage";
import { withDraw } from "./store/draw";
import { gateVersionsOf } from "./store/gates";
import { type Way, waysAmong } from "./store/history";

/** The civil day on which somebody entered a way: completed the training, or else the first of what was entered of them. */
export const enteredOn = (history: readonly Evidence[]): string => {
  const completed = history.filter(({ kind }) => kind === "tot_completed");
  return (completed.length > 0 ? completed : history).map(({ day }) => day).sort()[0]!;
};

/**
 * Every way of these people with the gates by which it is judged: of the version that was in force when they entered;
 * `version`: null where the product's own hold. `first`: the code of the tool's first module.
 */
export function waysToJudge(cx: Context, personIds: readonly number[]) {
  const catalogue = toolCatalogue(cx);
  const firsts = new Map(catalogue.map((tool) => [tool.id, codesToday(tool)[0]?.[0] ?? null]));
  const versions = new Map<number, ReturnType<typeof gateVersionsOf>>();
  return waysAmong(cx, personIds, modulesOfTools(catalogue)).map((way) => {
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
    return standing ? [{ ...(way as Way), version: way.version, gates: way.gates, day, standing }] : [];
  });
