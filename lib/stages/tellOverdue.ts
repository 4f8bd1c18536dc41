import type { Context } from "../acts/context";
import { happened } from "../acts/happened";
import { toolRow } from "../curriculum/store";
import { inLanguage } from "../i18n/rules";
import { personRow } from "../people/store";

type Late = { toolId: number; day: string; place: string };

/** Tells somebody that workshops of their plan are overdue: of the first one what was planned. Within the open transaction. */
export function tellOverdue(
  cx: Context,
  { courseId, registrationId, personId }: { courseId: number; registrationId: number; personId: number },
  late: readonly [Late, ...Late[]],
): void {
  const [{ toolId, day, place }] = late;
  const { language } = personRow(cx, personId)!;
  const tool = inLanguage(toolRow(cx, toolId)!.title, language).text;
  happened(cx, {
    kind: "action-plan.chased",
    ...{ courseId, registration: { registrationId, personId }, workshops: late.length },
    said: { tool, plannedDay: day, plannedPlace: place, more: late.length > 1 ? "yes" : "" },
  });
}
