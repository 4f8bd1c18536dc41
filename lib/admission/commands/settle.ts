import type { GrantedCourse } from "../../access/gate";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { minutesAttended } from "../../attendance/store";
import { moveWithCourse } from "../../registrations/commands/move";
import { settledState, touched } from "../../registrations/rules";
import { registrationRowsIn } from "../../registrations/store";
import { rosterOf } from "../../registrations/store/roster";

/**
 * Tells of those who hold a place in a course who attended at all and who did not come: when it closes, and again when
 * the roll of a closed course is mended, then only of those who were marked. Within the open transaction.
 */
export function settle(
  cx: Context,
  { id: courseId }: GrantedCourse<"course.run" | "roll.take">,
  marked: readonly number[] | null = null,
): void {
  const people = rosterOf(cx, courseId).filter((p) => marked === null || marked.includes(p.registrationId));
  const minutes = minutesAttended(
    cx,
    people.map((p) => p.registrationId),
  );
  const settled = people
    .map((person) => ({ person, to: settledState(minutes.get(person.registrationId) ?? 0) }))
    .filter(({ person, to }) => person.state !== to);
  if (settled.length === 0) return;
  for (const { person, to } of settled)
    moveWithCourse(cx, { id: person.registrationId, state: person.state }, to, "course_ended");
  happened(cx, {
    kind: "registration.settled",
    courseId,
    registrations: settled.map(({ person: { registrationId, personId }, to }) => ({
      registrationId,
      personId,
      state: to,
    })),
  });
}

/** A course that opens again has nobody settled. Within the open transaction. */
export function unsettle(cx: Context, { id: courseId }: GrantedCourse<"course.run">): void {
  const rows = registrationRowsIn(cx, courseId, ["attended", "no_show"]);
  if (rows.length === 0) return;
  for (const row of rows) moveWithCourse(cx, row, "accepted", "course_reopened");
  happened(cx, {
    kind: "registration.settled",
    courseId,
    registrations: rows.map((row) => ({ ...touched(row), state: "accepted" })),
  });
}
