import * as stages from "../access/stageGate";
import type { Context } from "../acts/context";
import { toolCatalogue } from "../curriculum/queries";
import { inLanguage, type Locale } from "../i18n/rules";
import { dayInProgramme } from "../programmes/store/days";
import { refuse } from "../result";
import { ofWay } from "./judge";
import { stageEventRow, stageEventsOf } from "./store/events";
import { demandUnbound } from "./unbound";

/** The entry of this key of somebody else, who they are, and all that was entered of their way. */
export function entryOf(cx: Context, entryId: number) {
  const entry = stageEventRow(cx, entryId) ?? refuse("notFound");
  const { person } = stages.way(cx, "stage.approve", entry);
  demandUnbound(cx, person.id);
  const entries = ofWay(stageEventsOf(cx, [person.id]), entry);
  const title = (language: Locale) =>
    inLanguage(toolCatalogue(cx).find(({ id }) => id === entry.toolId)!.title, language).text;
  const { personId, toolId, programmeId } = entry;
  return {
    entry,
    person,
    entries,
    title,
    of: { personId, toolId, programmeId },
    day: dayInProgramme(cx, programmeId),
  };
}
