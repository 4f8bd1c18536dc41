import type { GrantedCourse } from "../../access/gate";
import * as gate from "../../access/gate";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { courseRow } from "../../courses/store";
import { type MovesPeople, move } from "../../registrations/commands/move";
import { freePlaces, touched } from "../../registrations/rules";
import { registrationRowsIn } from "../../registrations/store";
import { loadIn } from "../../registrations/store/places";
import { dayAt } from "../../time/zone";
import { givesPlaces } from "../rules";

/**
 * First come, first served: who waits longest gets a place that became free, for as long as the course can be attended.
 * Whatever may free a place calls it, in the same transaction; the course is read anew, as it now is.
 */
export function promote(cx: Context, granted: GrantedCourse<MovesPeople>): void {
  const course = courseRow(cx, granted.id)!;
  if (!givesPlaces(course, dayAt(cx.now, course.zone))) return;
  const free = freePlaces(course.capacity, loadIn(cx, course.id).seatsTaken);
  if (free === 0) return;
  const next = gate.rowsOf(cx, granted, registrationRowsIn(cx, course.id, ["waiting"], free));
  if (next.length === 0) return;
  for (const row of next) move(cx, row, "accepted", "moved_up", null);
  happened(cx, {
    kind: "registration.moved-up",
    courseId: course.id,
    registrations: next.map(touched),
  });
}
