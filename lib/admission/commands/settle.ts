import type { GrantedCourse } from "../../access/gate";
import * as gate from "../../access/gate";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { minutesAttended } from "../../attendance/store";
import { moveWithCourse } from "../../registrations/commands/move";
import { seatStates, settledState, touched } from "../../registrations/rules";
import { registrationRowsIn } from "../../registrations/store";

/**
 * Tells of those who hold a place in a course who attended at all and who did not come: when it closes, and again when
 * the roll of a closed course is mended, then only of those who were marked. Within the open transaction.
 */
export function settle(
  cx: Context,
  course: GrantedCourse<"course.run" | "roll.take">,
  marked: readonly number[] | null = null,
): void {
  const holders = registrationRowsIn(cx, course.id, seatStates);
  const rows = gate.rowsOf(
    cx,
    course,
    holders.filter(({ id }) => marked === null || marked.includes(id)),
  );
  const minutes = minutesAttended(
    cx,
    rows.map(({ id }) => id),
  );
  const settled = rows
    .map((row) => ({ row, to: settledState(minutes.get(row.id) ?? 0) }))
    .filter(({ row, to }) => row.state !== to);
  if (settled.length === 0) return;
  for (const { row, to } of settled) moveWithCourse(cx, row, to, "course_ended");
  happened(cx, {
    kind: "registration.settled",
    courseId: course.id,
    registrations: settled.map(({ row, to }) => ({ ...touched(row), state: to })),
  });
}

/** A course that opens again has nobody settled. Within the open transaction. */
export function unsettle(cx: Context, course: GrantedCourse<"course.run">): void {
  const rows = gate.rowsOf(cx, course, registrationRowsIn(cx, course.id, ["attended", "no_show"]));
  if (rows.length === 0) return;
  for (const row of rows) moveWithCourse(cx, row, "accepted", "course_reopened");
  happened(cx, {
    kind: "registration.settled",
    courseId: course.id,
    registrations: rows.map((row) => ({ ...touched(row), state: "accepted" })),
  });
}
