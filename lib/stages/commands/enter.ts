import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { refuse } from "../../result";
import { wayToEnter } from "../entering";
import type { WayToJudge } from "../judge";
import { notStruck } from "../observing";
import { stepSchema, visitSchema } from "../schema";
import { insertStageEvent, type NewStageEvent, stageEventsOf } from "../store/events";
import { demandPast } from "./recognise";

/** Enters something of a way; refused where the same is entered of that day already. */
function enter(cx: Context, way: WayToJudge, what: Pick<NewStageEvent, "kind" | "day" | "words">) {
  demandPast(cx, what.day);
  const { personId, toolId, programmeId } = way;
  const there = notStruck(stageEventsOf(cx, [personId])).some(
    (one) =>
      one.toolId === toolId &&
      one.programmeId === programmeId &&
      one.kind === what.kind &&
      one.day === what.day &&
      one.words === what.words,
  );
  if (there) refuse("enteredAlready");
  const entryId = insertStageEvent(cx, { personId, toolId, programmeId, ...what });
  happened(cx, { kind: "stage.entered", personId, programmeId, entryId, entry: what.kind });
  return { personId, toolId, programmeId };
}

/** Notes a coaching visit to somebody on the way: what was seen and agreed. By whoever trains or coordinates in its programme. */
export const noteVisit = command("stage.observe", visitSchema, (cx, { day, words, ...keys }) =>
  enter(cx, wayToEnter(cx, "stage.observe", keys), { kind: "coaching_visit", day, words }),
);

/** Enters a practicum, an examination or a refresher that took place elsewhere, on evidence; never one's own. */
export const enterStep = command("stage.enter", stepSchema, (cx, { step, day, words, ...keys }) =>
  enter(cx, wayToEnter(cx, "stage.enter", keys), { kind: step, day, words }),
);
