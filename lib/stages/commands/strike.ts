import { isHaltedStage, type Stage, type StageEventKind } from "../../../db/values/stages";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import type { EventOf } from "../../acts/events";
import { happened } from "../../acts/happened";
import { bothNames, type Locale } from "../../i18n/rules";
import { personRow } from "../../people/store";
import { refuse } from "../../result";
import { entryOf } from "../decidedEntry";
import { casesAmong } from "../deciding";
import { doubtsOf } from "../doubting";
import { ofWay, wayKey } from "../judge";
import { strikable } from "../rules/decide";
import { decisionIn, recommendedOneOf } from "../rules/doubts";
import { keyOfEvent } from "../rules/entered";
import { changeBy } from "../rules/stage";
import { entrySchema } from "../schema";
import { insertStageEvent, type StageEventRow, stageEventsOf } from "../store/events";

/** What the one who entered it is told once somebody else strikes it out: a word on somebody that others go by. */
const toldOfStrike: readonly StageEventKind[] = [
  ...(["recommended", "certified_before"] as const),
  ...(["suspended", "not_continued", "resumed", "observation"] as const),
];

/** Whether a way is halted: where that comes or goes, it is told as the decision itself would be. */
const halts = (stage: Stage | null): boolean => stage !== null && isHaltedStage(stage);

/** Who hears of a strike beside the person: whose word it was, and who certified on it or now stands certified otherwise. */
function toldOf(
  cx: Context,
  entry: StageEventRow,
  deciders: readonly (number | null)[],
  title: (language: Locale) => string,
): EventOf<"stage.struck">["told"] {
  const by = toldOfStrike.includes(entry.kind) ? entry.enteredBy : null;
  const entered = by === null ? [] : [{ personId: by, entry: entry.kind as string }];
  const doubted = [...new Set(deciders)].flatMap((decider) =>
    decider === null || decider === by ? [] : [{ personId: decider, entry: "doubt" }],
  );
  // Whoever strikes out what they go by themselves knows.
  return [...entered, ...doubted]
    .filter(({ personId }) => personId !== cx.viewer.personId)
    .map((one) => ({ ...one, tool: title(personRow(cx, one.personId)!.language) }));
}

/**
 * Strikes out what was entered by mistake: it never was, and stays in the history with the reason. Whose word it was is told; where
 * a certification rests on it, or a way is halted or goes on by it, the person and whoever certified them are. Refused for an
 * approval and what led to one, which is withdrawn instead, and for a word by which a way went on once something was decided since.
 */
export const strikeOut = command("stage.approve", entrySchema, (cx, input) => {
  const { entry, person, entries, title, of, day } = entryOf(cx, input.entryId);
  const may = strikable(entries, entry);
  if (may === "decidedOn") refuse("undoOvertaken");
  if (may !== "yes") refuse(may === "approval" ? "strikeApproval" : "stale");
  const was = casesAmong(cx, [person.id]).get(wayKey(of));
  const change = was ? changeBy(was.history, keyOfEvent(entry.id), was.gates, day, was.first) : null;
  // Whatever is struck out never was, so neither is it on a day before today.
  const entryId = insertStageEvent(cx, { ...of, day, kind: "struck", ofId: entry.id, words: input.words });
  const doubt = doubtsOf(cx, ofWay(stageEventsOf(cx, [person.id]), of)).find(
    ({ strike }) => strike.id === entryId,
  );
  const halted = change !== null && (halts(change.from) || halts(change.to));
  const standsBy = halted ? decisionIn(entries) : undefined;
  const decided = doubt?.decisions.map(({ decision }) => decision) ?? (standsBy ? [standsBy] : []);
  const deciders = decided.map(({ enteredBy }) => enteredBy);
  const { personId, toolId, programmeId } = of;
  const own = { reason: input.words, tool: title(person.language) };
  happened(cx, {
    kind: "stage.struck",
    ...{ personId, entryId, way: { toolId, programmeId }, told: toldOf(cx, entry, deciders, title) },
    own: halted
      ? { ...own, decision: "struck", stage: change.to ?? "candidate" }
      : doubt
        ? { ...own, decision: "doubt" }
        : null,
    said: { reason: input.words, trainer: bothNames(person) },
  });
  return of;
});

/**
 * Leaves a certification as it is, with the reason, though something on which it rests was struck out: nobody is asked any more, and
 * the person is told. It is kept as a signature under the strike. Refused where nothing is asked, as it was answered meanwhile, and
 * for whoever recommended what was decided: two persons stand for a certification.
 */
export const leaveCertified = command("stage.approve", entrySchema, (cx, input) => {
  const { entry, person, entries, title, of, day } = entryOf(cx, input.entryId);
  const doubt = doubtsOf(cx, entries).find(({ strike }) => strike.id === entry.id) ?? refuse("stale");
  const viewer = cx.viewer.personId;
  if (viewer !== null && recommendedOneOf(entries, doubt.decisions, viewer)) refuse("recommenderDecides");
  const { personId, toolId, programmeId } = of;
  const entryId = insertStageEvent(cx, { ...of, day, kind: "signed", ofId: entry.id, words: input.words });
  happened(cx, {
    kind: "stage.left",
    ...{ personId, entryId, way: { toolId, programmeId } },
    said: { decision: "left", reason: input.words, tool: title(person.language) },
  });
  return of;
});
