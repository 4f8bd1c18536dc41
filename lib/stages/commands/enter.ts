import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { courseRow } from "../../courses/store";
import { personRow } from "../../people/store";
import { dayThere } from "../../programmes/store/days";
import { refuse } from "../../result";
import { isVisited, wayToEnter } from "../entering";
import type { WayToJudge } from "../judge";
import { betweenViewer, notStruck } from "../observing";
import { firstTraining, wayBegan } from "../rules/entered";
import { whyNotObserver } from "../rules/observer";
import { stepSchema, visitSchema } from "../schema";
import { insertStageEvent, type NewStageEvent, stageEventsOf } from "../store/events";
import { demandPast } from "./recognise";

/** What may take place while the training of trainers is still under way. */
const withinTraining: readonly NewStageEvent["kind"][] = ["practicum", "examination"];

/** The civil day from which on something can be entered of a way; null where nothing says so. */
function firstDayFor(cx: Context, { history }: WayToJudge, kind: NewStageEvent["kind"]): string | null {
  const courseId = withinTraining.includes(kind) ? firstTraining(history) : null;
  return (courseId !== null ? courseRow(cx, courseId)?.startsOn : null) ?? wayBegan(history);
}

/** Enters something of a way; refused before it began, and where the same is entered of that day already. */
function enter(cx: Context, way: WayToJudge, what: Pick<NewStageEvent, "kind" | "day" | "words">) {
  const { personId, toolId, programmeId } = way;
  const today = dayThere(cx, programmeId, personRow(cx, personId)?.country);
  demandPast(what.day, today, firstDayFor(cx, way, what.kind));
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
  return { personId, toolId, programmeId, entryId };
}

/**
 * Notes a coaching visit to somebody on the way: what was seen and agreed. By whoever may observe them, as it counts as much; refused
 * on a way that is halted, which is resumed first, and where a certification was withdrawn and no visit is asked for.
 */
export const noteVisit = command("stage.observe", visitSchema, (cx, { day, words, ...keys }) => {
  const way = wayToEnter(cx, "stage.observe", keys);
  if (!isVisited(cx, way)) refuse("wayStopped");
  const why = whyNotObserver(betweenViewer(cx)(way, null));
  if (why) refuse(why);
  return enter(cx, way, { kind: "coaching_visit", day, words });
});

/** Enters a practicum, an examination or a refresher that took place elsewhere, on evidence; never one's own. */
export const enterStep = command("stage.enter", stepSchema, (cx, { step, day, words, ...keys }) =>
  enter(cx, wayToEnter(cx, "stage.enter", keys), { kind: step, day, words }),
);
