import type { Context } from "../../acts/context";
import { ofWay } from "../judge";
import { openRecommendation } from "../rules/decide";
import { stageEventsOf } from "../store/events";

/** True where the viewer made the recommendation that waits for an answer on this way: somebody else decides on it then. */
export function recommendedByViewer(
  cx: Context,
  way: { personId: number; programmeId: number; toolId: number },
): boolean {
  const open = openRecommendation(ofWay(stageEventsOf(cx, [way.personId]), way));
  return open !== undefined && open.enteredBy === cx.viewer.personId;
}
