import type { Context } from "../../acts/context";
import { minutesAttended } from "../../attendance/store";
import { settledState } from "../rules";
import { rosterOf } from "../store/roster";
import { moveWithCourse } from "./place";

/**
 * Tells of those who hold a place in a course who attended at all and who did not come: when it closes, and again when
 * the roll of a closed course is mended, then only of those who were marked. Within the open transaction.
 */
export function settle(cx: Context, courseId: number, marked: readonly number[] | null = null): void {
  const people = rosterOf(cx, courseId).filter((p) => marked === null || marked.includes(p.registrationId));
  const minutes = minutesAttended(
    cx,
    people.map((p) => p.registrationId),
  );
  for (const { registrationId: id, state } of people) {
    const to = settledState(minutes.get(id) ?? 0);
    if (state !== to) moveWithCourse(cx, { id, state }, to, "course_ended");
  }
}
