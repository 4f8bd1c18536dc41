import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { moveWithCourse } from "../../registrations/commands/move";
import { type RegistrationState, settledState, touched } from "../../registrations/rules";
import { registrationRowsIn } from "../../registrations/store";

/**
 * Tells of these registrations of a course who attended at all and who did not come: when it closes, and again when a
 * closed course's roll is mended. Within the open transaction.
 */
export function settle(
  cx: Context,
  courseId: number,
  rows: readonly { id: number; personId: number; state: RegistrationState; minutes: number }[],
): void {
  const settled = rows
    .map((row) => ({ row, to: settledState(row.minutes) }))
    .filter(({ row, to }) => row.state !== to);
  if (settled.length === 0) return;
  for (const { row, to } of settled) moveWithCourse(cx, row, to, "course_ended");
  happened(cx, {
    kind: "registration.settled",
    courseId,
    registrations: settled.map(({ row, to }) => ({ ...touched(row), state: to })),
  });
}

/** A course that opens again has nobody settled. Within the open transaction. */
export function unsettle(cx: Context, courseId: number): void {
  const rows = registrationRowsIn(cx, courseId, ["attended", "no_show"]);
  if (rows.length === 0) return;
  for (const row of rows) moveWithCourse(cx, row, "accepted", "course_reopened");
  happened(cx, {
    kind: "registration.settled",
    courseId,
    registrations: rows.map((row) => ({ ...touched(row), state: "accepted" })),
  });
}
