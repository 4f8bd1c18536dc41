"use server";

import { action } from "@/app/_actions/action";
import {
  confirmRegistrations as confirmCommand,
  decideRegistrations as decideCommand,
  registerPerson as registerPersonCommand,
  undoWithdrawal as undoCommand,
} from "@/lib/admission/commands";
import { askedInCourse, phoneInCourse } from "@/lib/registrations/queries";
import {
  confirmationSchema,
  decisionSchema,
  registerPersonSchema,
  undoWithdrawalSchema,
} from "@/lib/registrations/schema";

const listOf = (courseId: number) => `/desk/courses/${courseId}/registrations`;

/** One decision on the registrations ticked. Where it can be undone, the list offers that. */
export const decideRegistrations = action("registrations.decide", decisionSchema, decideCommand, {
  to: ({ courseId, withdrawn }) =>
    withdrawn.length > 0 ? `${listOf(courseId)}?withdrawn=${withdrawn.join(",")}` : null,
});

/** Brings back whom a coordinator withdrew. */
export const undoWithdrawal = action("registrations.decide", undoWithdrawalSchema, undoCommand, {
  to: ({ courseId }) => listOf(courseId),
});

/** Registers somebody on their behalf. */
export const registerPerson = action(
  "registrations.decide",
  ({ courseId }, cx) =>
    registerPersonSchema(
      askedInCourse(cx, "registrations.decide", Number(courseId)),
      phoneInCourse(cx, "registrations.decide", Number(courseId)),
    ),
  registerPersonCommand,
);

/** Confirms registrations that came at once from one address. */
export const confirmRegistrations = action("registrations.decide", confirmationSchema, confirmCommand);
