import type { GrantedCourse } from "../../access/gate";
import * as gate from "../../access/gate";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { moveWithCourse } from "../../registrations/commands/move";
import { touched, undecidedStates } from "../../registrations/rules";
import { registrationRowsIn } from "../../registrations/store";
import { releasedByEnd } from "../../registrations/store/history";

/** Who hopes for a place: on the waiting list, or not decided on. */
const hoping = ["waiting", ...undecidedStates] as const;

/**
 * Releases whoever waits or was not decided on as their course ends, and tells them: nobody hopes for ever for a place
 * in a course that is over. Within the open transaction.
 */
export function release(cx: Context, course: GrantedCourse<"course.run">): void {
  const rows = gate.rowsOf(cx, course, registrationRowsIn(cx, course.id, hoping));
  if (rows.length === 0) return;
  for (const row of rows) moveWithCourse(cx, row, "declined", "course_ended");
  happened(cx, {
    kind: "registration.released",
    courseId: course.id,
    registrations: rows.map(touched),
  });
}

/**
 * Brings back whom the end of the course released, to the state they had and the place on the waiting list where they
 * stood. Within the open transaction.
 */
export function bringBack(cx: Context, course: GrantedCourse<"course.run">): void {
  const rows = gate.rowsOf(cx, course, releasedByEnd(cx, course.id));
  if (rows.length === 0) return;
  for (const row of rows) moveWithCourse(cx, row, row.before, "course_reopened");
  happened(cx, {
    kind: "registration.brought-back",
    courseId: course.id,
    registrations: rows.map((row) => ({ ...touched(row), state: row.before })),
  });
}

/** Tells everyone who has or hopes for a place that the course is cancelled, and why. Within the open transaction. */
export function tellCancelled(
  cx: Context,
  course: GrantedCourse<"course.run" | "workshop.approve">,
  reason: string,
): void {
  const rows = registrationRowsIn(cx, course.id, ["accepted", ...hoping]);
  if (rows.length === 0) return;
  happened(cx, {
    kind: "registration.called-off",
    courseId: course.id,
    registrations: rows.map(touched),
    said: { reason },
  });
}
