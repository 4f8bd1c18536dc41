import * as gate from "../access/gate";
import type { Context } from "../acts/context";
import { isKnownIn, personRow } from "../people/store";
import { dayInProgramme } from "../programmes/store/days";
import { refuse } from "../result";
import { type WayToJudge, waysToJudge } from "./judge";
import { takesVisit } from "./rules/next";
import { stageOf } from "./rules/stage";
import { demandUnbound } from "./unbound";

/** What is asked for to enter something of somebody on the way. */
type Enters = "stage.observe" | "stage.enter";
export type WayKeys = { personId: number; toolId: number; programmeId: number };

/** True where a coaching visit is noted on this way today. */
export function isVisited(cx: Context, { history, gates, first, programmeId }: WayToJudge): boolean {
  const standing = stageOf(history, gates, dayInProgramme(cx, programmeId), first);
  return standing === null || takesVisit(standing);
}

/**
 * Somebody whom a programme knows in which the viewer may do this, and their ways in these programmes. Whoever is known in
 * none is not found.
 */
export function onWaysFor(cx: Context, permission: Enters, personId: number) {
  const person = personRow(cx, personId) ?? gate.refused(cx.viewer);
  const { programmes, trains } = gate.reach(cx, permission);
  const reached = programmes === "all" ? "all" : [...programmes, ...trains];
  if (reached !== "all" && !isKnownIn(cx, person.id, reached)) return gate.refused(cx.viewer);
  const ways = waysToJudge(cx, [person.id]).filter(({ programmeId }) =>
    gate.mayInProgramme(cx, permission, programmeId),
  );
  return { person, ways };
}

/** One way of somebody, to enter something of it; refused where they are not on it, and of oneself and whoever is bound to the viewer. */
export function wayToEnter(cx: Context, permission: Enters, keys: WayKeys): WayToJudge {
  gate.programme(cx, permission, keys.programmeId);
  const { person, ways } = onWaysFor(cx, permission, keys.personId);
  demandUnbound(cx, person.id);
  return (
    ways.find(({ toolId, programmeId }) => toolId === keys.toolId && programmeId === keys.programmeId) ??
    refuse("notOnWay")
  );
}
