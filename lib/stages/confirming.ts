import * as stages from "../access/stageGate";
import type { Context } from "../acts/context";
import { happened } from "../acts/happened";
import { toolCatalogue } from "../curriculum/queries";
import { dayInProgramme } from "../programmes/store/days";
import { refuse } from "../result";
import { toolFor } from "./deciding";
import { isDecided } from "./rules/decide";
import { insertStageEvent, type StageEventRow, stageEventRow, stageEventsOf } from "./store/events";
import { demandUnbound } from "./unbound";

/**
 * A certification from before that the viewer may confirm. Refused where that was done or it was struck out, for whoever entered
 * it, and for whoever is bound to the person.
 */
export function toConfirm(cx: Context, entryId: number): StageEventRow {
  const entry = stageEventRow(cx, entryId);
  if (entry?.kind !== "certified_before" || entry.awaits !== "confirmed") return refuse("notFound");
  stages.way(cx, "stage.approve", entry);
  if (isDecided(stageEventsOf(cx, [entry.personId]), entry.id)) refuse("answeredAlready");
  demandUnbound(cx, entry.personId);
  if (entry.enteredBy === cx.viewer.personId) refuse("ownEntry");
  return entry;
}

/** What a page showed of a certification from before that waits, which is never another one. */
export const seenBefore = (entryId: number): string => `before-${entryId}`;

/** Puts a certification from before in force, from its own day on; whoever holds it is told. Within the open transaction. */
export function confirmBefore(
  cx: Context,
  { id, personId, toolId, programmeId, modules, until }: StageEventRow,
) {
  const entryId = insertStageEvent(cx, {
    ...{ personId, toolId, programmeId, modules, until },
    ...{ kind: "approved", ofId: id, day: dayInProgramme(cx, programmeId) },
  });
  const tool = toolFor(cx, toolCatalogue(cx).find(({ id: key }) => key === toolId)!, personId);
  const said = { decision: "confirmed", tool, until: until! };
  happened(cx, { kind: "stage.approved", personId, entryId, way: { toolId, programmeId }, said });
}
