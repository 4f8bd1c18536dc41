import * as gate from "../../access/gate";
import type { Context } from "../../acts/context";
import { isVisited } from "../entering";
import { waysToJudge } from "../judge";
import { bondOf } from "../rules/superior";
import { aboveOf } from "../store/superiors";

/** What the viewer is offered to enter of somebody: a coaching visit, and what took place elsewhere. */
export type Offered = { visit: boolean; step: boolean };

/**
 * What of these people the viewer is offered to enter, by their keys: of whoever is on a way in a programme in which they may, and not
 * bound to them, a visit only where one is noted on it; else it would be refused.
 */
export function entriesOffered(cx: Context, personIds: readonly number[]): ReadonlyMap<number, Offered> {
  const viewer = cx.viewer.personId;
  const above = aboveOf(cx, viewer === null ? personIds : [...personIds, viewer]);
  const ways = waysToJudge(cx, personIds);
  return new Map(
    personIds.map((personId) => {
      const own = bondOf(above, viewer, personId) ? [] : ways.filter((way) => way.personId === personId);
      const may = (permission: "stage.observe" | "stage.enter", all: typeof own) =>
        all.some(({ programmeId }) => gate.mayInProgramme(cx, permission, programmeId));
      const visited = own.filter((way) => isVisited(cx, way));
      return [personId, { visit: may("stage.observe", visited), step: may("stage.enter", own) }];
    }),
  );
}
