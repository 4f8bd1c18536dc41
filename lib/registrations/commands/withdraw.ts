import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import { happened } from "../../acts/happened";
import { promote } from "../../admission/commands/promote";
import { refuse } from "../../result";
import { dayAt } from "../../time/zone";
import { mayLeave, touched } from "../rules";
import { withdrawalSchema } from "../schema";
import { move } from "./move";

/**
 * The person gives the place back, by the token of their own registration, until the last day of the course; who waits
 * longest moves up.
 */
export const withdraw = command(
  "registration.follow",
  withdrawalSchema,
  (cx, input): { token: string; slug: string } => {
    const row = gate.ownRegistration(cx, input.token);
    const { course } = row;
    if (row.state === "withdrawn") refuse("alreadyWithdrawn");
    if (!mayLeave(row.state, course, dayAt(cx.now, course.zone))) refuse("withdrawalNotAllowed");
    move(cx, row, "withdrawn", "withdrawn", input.reason);
    happened(cx, { kind: "registration.withdrawn", courseId: course.id, registration: touched(row) });
    promote(cx, course);
    return { token: row.token, slug: course.slug };
  },
);
