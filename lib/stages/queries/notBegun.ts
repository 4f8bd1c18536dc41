import type { Granted, Self } from "../../access/gate";
import type { Context } from "../../acts/context";
import { toolCatalogue } from "../../curriculum/queries";
import type { PersonRow } from "../../people/store";
import { programmesCalled } from "../../programmes/store";
import { dayOn, type OnDay } from "../../programmes/store/days";
import { inForceOn, ownGates } from "../rules/gates";
import { codesToday, modulesOfTools } from "../rules/ledger";
import { conditionsOf, type Evidence } from "../rules/stage";
import { gateVersionsOf } from "../store/gates";
import { recognisedOf } from "../store/recognised";

/** A way as far as it is known that there is one. */
type Begun = { tool: { id: number } };

/**
 * Tools of which earlier learning of somebody is recognised though no way of theirs with them has begun: each in the programme that
 * recognised it, with the conditions that hold there now and how far they are met by that.
 * @param begun the ways that are shown: with these tools what is recognised stands there.
 */
function notBegun(cx: Context, personId: number, on: OnDay, begun: readonly Begun[]) {
  const catalogue = toolCatalogue(cx);
  const of = modulesOfTools(catalogue);
  const there = new Set(begun.map(({ tool }) => tool.id));
  const rows = recognisedOf(cx, [personId]).flatMap((row) => {
    const module = of.get(row.moduleId);
    return module && !there.has(module.toolId) ? [{ ...row, ...module }] : [];
  });
  const called = programmesCalled(
    cx,
    rows.map(({ programmeId }) => programmeId),
  );
  return [...new Set(rows.map(({ toolId, programmeId }) => `${toolId} ${programmeId}`))].map((at) => {
    const own = rows.filter(({ toolId, programmeId }) => at === `${toolId} ${programmeId}`);
    const { toolId, programmeId } = own[0]!;
    const tool = catalogue.find(({ id }) => id === toolId)!;
    const day = dayOn(on, programmeId);
    const version = inForceOn(gateVersionsOf(cx, programmeId), day);
    const modules = [...new Set(own.map(({ code }) => code))].sort();
    // Of which civil day it is makes no difference: it counts from now on.
    const history: Evidence[] = [{ key: "recognised", day, kind: "recognised", modules }];
    return {
      ...{ tool, programmeId, modules },
      programme: called.get(programmeId)!,
      version: version?.number ?? null,
      gates: conditionsOf(history, version?.gates ?? ownGates, day, codesToday(tool)[0]?.[0] ?? null),
    };
  });
}
export type WayNotBegun = ReturnType<typeof notBegun>[number];

/** The same of a person, for whoever may read them. */
export const personNotBegun = (
  cx: Context,
  { id }: Granted<PersonRow, "people.read">,
  ...[on, begun]: [on: OnDay, begun: readonly Begun[]]
): WayNotBegun[] => notBegun(cx, id, on, begun);

/** The same of whoever is signed in. */
export const ownNotBegun = (
  cx: Context,
  { personId }: Granted<Self, "account.own">,
  ...[on, begun]: [on: OnDay, begun: readonly Begun[]]
): WayNotBegun[] => notBegun(cx, personId, on, begun);
