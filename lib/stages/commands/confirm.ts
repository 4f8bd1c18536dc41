import { command } from "../../acts/command";
import { happened } from "../../acts/happened";
import { dayInProgramme } from "../../programmes/store/days";
import { refuse } from "../../result";
import { wayToEnter } from "../entering";
import { beginOf, confirmedIn, countingOf, isToConfirm } from "../rules/counting";
import { keyOfCourse } from "../rules/entered";
import { confirmWorkshopSchema } from "../schema";
import { insertStageEvent } from "../store/events";

/**
 * A coordinator confirms that a workshop of somebody on the way took place as its roll says, so that it counts; never one's own.
 * Refused for what has not ended or has nobody on its roll, and where nobody is to confirm it. Twice is once.
 */
export const confirmWorkshop = command("stage.enter", confirmWorkshopSchema, (cx, { courseId, ...keys }) => {
  const { history, gates, personId, toolId, programmeId } = wayToEnter(cx, "stage.enter", keys);
  const key = keyOfCourse(toolId, courseId);
  const workshop = history.find((one) => one.key === key);
  if (workshop?.kind !== "workshop") return refuse("workshopNotEnded");
  const day = dayInProgramme(cx, programmeId);
  const confirmed = confirmedIn(history);
  if (confirmed.has(key)) return { programmeId };
  const counting = countingOf(workshop, confirmed, gates, day, beginOf(history));
  if (counting === "noRoll") refuse("workshopNoRoll");
  if (!isToConfirm(counting)) refuse("confirmNotAsked");
  const entryId = insertStageEvent(cx, {
    ...{ personId, toolId, programmeId, courseId, day },
    kind: "workshop_confirmed",
  });
  happened(cx, { kind: "stage.entered", personId, programmeId, entryId, entry: "workshop_confirmed" });
  return { programmeId };
});
