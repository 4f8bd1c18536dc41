import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import { happened } from "../../acts/happened";
import { moveBack } from "../../registrations/commands/move";
import { freePlaces, holdsSeat, touched } from "../../registrations/rules";
import { undoDecisionSchema } from "../../registrations/schema";
import { decidedByCoordinator } from "../../registrations/store/history";
import { loadIn } from "../../registrations/store/places";
import { refuse } from "../../result";
import { courseToDecide } from "./decide";
import { promote } from "./promote";
import { unheardOf } from "./unheard";

/**
 * Brings registrations back on which a coordinator decided, to the state and the turn on the waiting list that they had, and
 * tells those who had heard of the decision. Refused where somebody withdrew by themselves or was decided on since, and
 * where the place was given on.
 */
export const undoDecision = command(
  "registrations.decide",
  undoDecisionSchema,
  (cx, input): { courseId: number; slug: string; moved: number } => {
    const course = courseToDecide(cx, input.courseId);
    const last = decidedByCoordinator(cx, course.id, input.registrationIds);
    // A colleague's later decision is not undone in the place of one's own.
    const rows = gate.rowsOf(
      cx,
      course,
      last.filter((row) => row.decidedAt === input.at),
    );
    if (rows.length !== input.registrationIds.length) refuse("notWithdrawnHere");
    const places = rows.filter((row) => holdsSeat(row.before) && !holdsSeat(row.state)).length;
    const freed = rows.filter((row) => holdsSeat(row.state) && !holdsSeat(row.before)).length;
    if (places > freePlaces(course.capacity, loadIn(cx, course.id).seatsTaken - freed))
      refuse("placeGivenOn");
    const unheard = unheardOf(cx, rows);
    for (const row of rows) moveBack(cx, row, row.before, row.decidedAt);
    happened(cx, {
      kind: "registration.decision-undone",
      courseId: course.id,
      registrations: rows.map((row) => ({ ...touched(row), state: row.before })),
      unheard,
    });
    promote(cx, course);
    return { courseId: course.id, slug: course.slug, moved: rows.length };
  },
);
