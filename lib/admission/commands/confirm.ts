import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import { happened } from "../../acts/happened";
import { move } from "../../registrations/commands/move";
import { touched } from "../../registrations/rules";
import { confirmationSchema } from "../../registrations/schema";
import { registrationRowsIn } from "../../registrations/store";
import { firstTurnIn, loadIn } from "../../registrations/store/places";
import { refuse } from "../../result";
import { confirmed } from "../rules";
import { courseToDecide } from "./decide";
import { promote } from "./promote";

/**
 * Confirms registrations that came at once from one address: each, in the order in which they came, gets what it would
 * have got then and there: a place if one is free and nobody waits before it, else its turn on the waiting list; in a
 * course by selection it is an application.
 */
export const confirmRegistrations = command(
  "registrations.decide",
  confirmationSchema,
  (cx, input): { courseId: number; slug: string; moved: number } => {
    const course = courseToDecide(cx, input.courseId);
    const named = input.registrationIds ?? [];
    const all = gate.rowsOf(cx, course, registrationRowsIn(cx, course.id, ["to_confirm"]));
    const rows = named.length === 0 ? all : all.filter((row) => named.includes(row.id));
    if (rows.length < named.length) refuse("decisionNotAllowed");
    const outcome = confirmed(course, rows, loadIn(cx, course.id).seatsTaken, firstTurnIn(cx, course.id));
    for (const [i, row] of rows.entries()) move(cx, row, outcome[i]!, "confirmed", null);
    happened(cx, {
      kind: "registration.confirmed",
      courseId: course.id,
      registrations: rows.map((row, i) => ({ ...touched(row), state: outcome[i]! })),
    });
    promote(cx, course);
    return { courseId: course.id, slug: course.slug, moved: rows.length };
  },
);
