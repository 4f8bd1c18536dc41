import { command } from "../../acts/command";
import { happened } from "../../acts/happened";
import { dayInProgramme } from "../../programmes/store/days";
import { refuse } from "../../result";
import { wayToEnter } from "../entering";
import { ofWay } from "../judge";
import { notStruck } from "../observing";
import { mayUndo, undoneAtOnce } from "../rules/undo";
import { undoSchema } from "../schema";
import { insertStageEvent, stageEventRow, stageEventsOf } from "../store/events";

/**
 * Undoes a visit or a step that one entered within the last hour: it is struck out without a reason. Refused where it was struck
 * out meanwhile, and once somebody else entered or decided something on the way, who may have gone by it (`undoOvertaken`).
 */
export const undoEntry = command("stage.observe", undoSchema, (cx, input) => {
  const entry = stageEventRow(cx, input.entryId) ?? refuse("notFound");
  const { personId, toolId, programmeId } = entry;
  wayToEnter(cx, entry.kind === "coaching_visit" ? "stage.observe" : "stage.enter", entry);
  const standing = ofWay(notStruck(stageEventsOf(cx, [personId])), entry);
  if (!mayUndo(standing, entry, cx.viewer.personId, cx.now)) refuse("undoOvertaken");
  const of = { personId, toolId, programmeId };
  const entryId = insertStageEvent(cx, {
    ...{ ...of, day: dayInProgramme(cx, programmeId) },
    ...{ kind: "struck", ofId: entry.id, words: undoneAtOnce },
  });
  happened(cx, {
    kind: "stage.struck",
    ...{ personId, entryId, way: { toolId, programmeId }, told: [], own: null },
    said: {},
  });
  return { ...of, entry: entry.kind };
});
