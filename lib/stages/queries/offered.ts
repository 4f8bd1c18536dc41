import * as gate from "../../access/gate";
import type { Context } from "../../acts/context";
import { isVisited } from "../entering";
import { waysToJudge } from "../judge";
import { betweenViewer } from "../observing";
import { whyNotObserver } from "../rules/observer";
import { bondOf } from "../rules/superior";
import { aboveOf } from "../store/superiors";

/** What the viewer is offered to enter of somebody: a coaching visit, and what took place elsewhere. */
export type Offered = { visit: boolean; step: boolean };

/**
 * What of these people the viewer is offered to enter, by their keys: of whoever is on a way in a programme in which they may, and not
 * bound to them, a visit only by whoever may observe them and where one is noted on it; else it would be refused.
 */
export function entriesOffered(cx: Context, personIds: readonly number[]): ReadonlyMap<number, Offered> {
  const viewer = cx.viewer.personId;
  const above = aboveOf(cx, viewer === null ? personIds : [...personIds, viewer]);
  const ways = waysToJudge(cx, personIds);
  const bond = (personId: number) => bondOf(above, viewer, personId);
  const between = betweenViewer(cx, bond);
  return new Map(
    personIds.map((personId) => {
      const own = bond(personId) ? [] : ways.filter((way) => way.personId === personId);
      const visited = own.filter(
        (way) =>
          gate.mayInProgramme(cx, "stage.observe", way.programmeId) &&
          whyNotObserver(between(way, null)) === null &&
          isVisited(cx, way),
      );
      return [
        personId,
        {
          visit: visited.length > 0,
          step: own.some(({ programmeId }) => gate.mayInProgramme(cx, "stage.enter", programmeId)),
        },
      ];
    }),
  );
}
