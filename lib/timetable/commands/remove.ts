import type { GrantedCourse } from "../../access/gate";
import type { Context } from "../../acts/context";
import { clearRolls, heldAmong } from "../../attendance/store/kept";
import { isPublic } from "../../courses/rules";
import { refuse } from "../../result";
import { sessionsIn } from "../store";
import { deleteSessions } from "../store/kept";

/**
 * Takes sessions of a course out, with the marks of people who left. Refused once their rolls have entries that count. Within the open
 * transaction.
 */
export function removeSessions(
  cx: Context,
  course: GrantedCourse<"timetable.edit">,
  ids: readonly number[],
): void {
  const own = new Set(sessionsIn(cx, course.id).map(({ id }) => id));
  if (ids.some((id) => !own.has(id))) refuse("notFound");
  if (heldAmong(cx, ids).size > 0) refuse("rollHasEntries");
  clearRolls(cx, ids);
  deleteSessions(cx, course.id, ids, isPublic(course));
}
