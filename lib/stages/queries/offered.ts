import * as gate from "../../access/gate";
import type { Context } from "../../acts/context";
import { isHaltedStage } from "../rules/stage";
import { bondOf } from "../rules/superior";
import { standingsOf } from "../store/standings";
import { aboveOf } from "../store/superiors";

/** What the viewer is offered to enter of somebody: a coaching visit, and what took place elsewhere. */
export type Offered = { visit: boolean; step: boolean };

/**
 * What of these people the viewer is offered to enter, by their keys: of whoever is on a way in a programme in which they may, and not
 * bound to them; else it would be refused. A visit only where a way goes on: what is halted is resumed first, and whoever had a
 * certification withdrawn is visited where their way asks for it again.
 */
export function entriesOffered(cx: Context, personIds: readonly number[]): ReadonlyMap<number, Offered> {
  const viewer = cx.viewer.personId;
  const above = aboveOf(cx, viewer === null ? personIds : [...personIds, viewer]);
  const ways = standingsOf(cx, personIds);
  return new Map(
    personIds.map((personId) => {
      const own = bondOf(above, viewer, personId) ? [] : ways.filter((way) => way.personId === personId);
      const may = (permission: "stage.observe" | "stage.enter", all: typeof own) =>
        all.some(({ programmeId }) => gate.mayInProgramme(cx, permission, programmeId));
      const goOn = own.filter(({ stage }) => !isHaltedStage(stage) && stage !== "withdrawn");
      return [personId, { visit: may("stage.observe", goOn), step: may("stage.enter", own) }];
    }),
  );
}
