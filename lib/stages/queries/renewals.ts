import type { Granted } from "../../access/gate";
import * as gate from "../../access/gate";
import type { Context } from "../../acts/context";
import { toolCatalogue } from "../../curriculum/queries";
import { isKnownIn, type PersonRow } from "../../people/store";
import { programmesIn } from "../../programmes/store";
import { dayOn, type OnDay } from "../../programmes/store/days";
import { waysToJudge } from "../judge";
import { masterOf, renewalOf } from "../rules/renewal";
import { stageOf } from "../rules/stage";

/** The programmes of this person in which the viewer decides who is certified; none for oneself. */
export const approvers = (cx: Context, { id }: Granted<PersonRow, "people.read">) =>
  id === cx.viewer.personId || !gate.maySomewhere(cx, "stage.approve")
    ? []
    : programmesIn(cx, gate.reach(cx, "stage.approve").programmes)
        .filter((programme) => isKnownIn(cx, id, [programme.id]))
        .map(({ id: programmeId, code }) => ({ id: programmeId, code }));

/**
 * What somebody is certified for, or was, with each tool on a civil day: how it stands with renewing it and with becoming a master
 * trainer. `mayDecide`: the viewer decides in that programme. Certifications from before say so for ever.
 */
export function renewalsOf(cx: Context, person: Granted<PersonRow, "people.read">, on: OnDay) {
  const tools = new Map(toolCatalogue(cx).map((tool) => [tool.id, tool]));
  const decides = new Set(approvers(cx, person).map(({ id }) => id));
  const ways = waysToJudge(cx, [person.id]);
  const codes = new Map(
    programmesIn(
      cx,
      ways.map(({ programmeId }) => programmeId),
    ).map(({ id, code }) => [id, code]),
  );
  return ways.flatMap(({ history, gates, first, toolId, programmeId }) => {
    const day = dayOn(on, programmeId);
    const renewal = renewalOf(history, gates, day);
    const standing = stageOf(history, gates, day, first);
    if (!renewal || !standing) return [];
    const struck = new Set(history.flatMap((one) => (one.kind === "struck" ? one.of : [])));
    return [
      {
        ...{ toolId, programmeId, renewal, standing, today: day },
        tool: tools.get(toolId)!,
        programme: codes.get(programmeId)!,
        master: masterOf(history, gates, day),
        before: history.some((one) => one.kind === "approved" && one.before && !struck.has(one.key)),
        mayDecide: decides.has(programmeId),
      },
    ];
  });
}
export type PersonRenewal = ReturnType<typeof renewalsOf>[number];
