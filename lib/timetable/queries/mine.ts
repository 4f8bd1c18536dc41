import * as gate from "../../access/gate";
import type { Context } from "../../acts/context";
import { coursesOnce } from "../../courses/store";
import { addDays } from "../../time/civil";
import { byDay } from "../rules/mine";
import { taughtBetween } from "../store/mine";

/**
 * What the viewer teaches on civil days of a span, over all programmes, by day, each with where they are then and on the
 * days around it. What is of a course that they may no longer see has no way to it.
 */
export function ownTeaching(
  cx: Context,
  { personId }: ReturnType<typeof gate.self>,
  from: string,
  to: string,
) {
  const courseOf = coursesOnce(cx);
  const rows = taughtBetween(cx, personId, addDays(from, -1), addDays(to, 1)).filter(
    ({ courseId }) => courseOf(courseId).state !== "cancelled",
  );
  const ids = [...new Set(rows.map(({ courseId }) => courseId))];
  const open = new Set(gate.coursesAmong(cx, "course.read", ids).map(({ id }) => id));
  const sessions = rows.map((row) => {
    const { title, country, place, mode, state, venueId } = courseOf(row.courseId);
    return { ...row, course: { title, country, place, mode, state, venueId }, opens: open.has(row.courseId) };
  });
  const whereOf = ({ course: { mode, country, place, venueId } }: (typeof sessions)[number]) =>
    mode === "online"
      ? null
      : {
          key: venueId === null ? `${country} ${JSON.stringify(place)}` : `venue ${venueId}`,
          place: { country, place, mode },
        };
  return byDay(sessions, whereOf, from, to);
}
export type TeachingDay = ReturnType<typeof ownTeaching>[number];
