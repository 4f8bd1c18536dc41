import * as gate from "../../access/gate";
import { addressedCommand } from "../../acts/command";
import { happened } from "../../acts/happened";
import { addressKeyOf, isContactProven, placeFor } from "../../admission/queries";
import { registrationOpen } from "../../courses/rules";
import { refuse } from "../../result";
import { dayAt } from "../../time/zone";
import { type RegistrationState, touched } from "../rules";
import { comeBackSchema } from "../schema";
import { loadIn } from "../store/places";
import { move } from "./move";

/**
 * Whoever gave their place back takes part again, by the token of their own registration, while registration is open:
 * as somebody who registers now, so with a place if one is left and nobody waits for it, else at the end of the list.
 */
export const comeBack = addressedCommand(
  "registration.follow",
  comeBackSchema,
  (cx, input, address): { token: string; slug: string; state: RegistrationState } => {
    const row = gate.ownRegistration(cx, input.token);
    const { course } = row;
    // A second tap finds what the first one did.
    if (row.state !== "withdrawn") refuse("notWithdrawn");
    if (course.state === "cancelled") refuse("courseCancelled");
    if (!registrationOpen(course, dayAt(cx.now, course.zone))) refuse("registrationClosed");
    const proven = cx.viewer.personId === row.personId && isContactProven(cx);
    const addressKey = proven ? null : addressKeyOf(cx, course.id, address);
    const state = placeFor(cx, course, loadIn(cx, course.id), addressKey);
    move(cx, row, state, "came_back", null, addressKey);
    happened(cx, {
      kind: "registration.came-back",
      courseId: course.id,
      registration: { ...touched(row), state },
    });
    return { token: row.token, slug: course.slug, state };
  },
);
