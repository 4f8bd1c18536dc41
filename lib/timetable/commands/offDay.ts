import type { Context } from "../../acts/context";
import { fault } from "../../faults";
import { daysNotWorked } from "../../places/queries";
import type { Standing } from "./change";

/** What is asked before a session goes to a day on which nobody works; null where none of these does. */
export function offDay(
  cx: Context,
  { course, timetable }: Pick<Standing, "course" | "timetable">,
  wanted: readonly { id?: number | undefined; day: string }[],
) {
  const days = wanted
    .filter(({ id, day }) => timetable.find((s) => s.id === id)?.day !== day)
    .map(({ day }) => day);
  const [off] = days.length > 0 ? daysNotWorked(cx, course.country, days) : [];
  return off
    ? fault("dayNotWorked", { params: { day: { day: off.day }, why: off.holiday ? "holiday" : "weekend" } })
    : null;
}
