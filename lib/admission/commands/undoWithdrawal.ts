import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import { happened } from "../../acts/happened";
import { moveWithCourse } from "../../registrations/commands/move";
import { freePlaces, holdsSeat, touched } from "../../registrations/rules";
import { undoWithdrawalSchema } from "../../registrations/schema";
import { withdrawnByCoordinator } from "../../registrations/store/history";
import { loadIn } from "../../registrations/store/places";
import { refuse } from "../../result";
import { courseToDecide } from "./decide";
import { promote } from "./promote";

/**
 * Brings back whom a coordinator withdrew, to the state and the turn on the waiting list that they had, and tells them so.
 * Refused where somebody withdrew by themselves or was decided on since, and where the place was given on.
 */
export const undoWithdrawal = command(
  "registrations.decide",
  undoWithdrawalSchema,
  (cx, input): { courseId: number; slug: string; moved: number } => {
    const course = courseToDecide(cx, input.courseId);
    const rows = gate.rowsOf(cx, course, withdrawnByCoordinator(cx, course.id, input.registrationIds));
    if (rows.length !== input.registrationIds.length) refuse("notWithdrawnHere");
    const places = rows.filter((row) => holdsSeat(row.before)).length;
    if (places > freePlaces(course.capacity, loadIn(cx, course.id).seatsTaken)) refuse("placeGivenOn");
    for (const row of rows) moveWithCourse(cx, row, row.before, "came_back");
    happened(cx, {
      kind: "registration.withdrawal-undone",
      courseId: course.id,
      registrations: rows.map((row) => ({ ...touched(row), state: row.before })),
    });
    promote(cx, course);
    return { courseId: course.id, slug: course.slug, moved: rows.length };
  },
);
