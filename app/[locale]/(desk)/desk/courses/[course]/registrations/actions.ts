"use server";

import { action } from "@/app/_actions/action";
import {
  confirmRegistrations as confirmCommand,
  decideRegistrations as decideCommand,
  registerPerson as registerPersonCommand,
  undoWithdrawal as undoCommand,
} from "@/lib/admission/commands";
import { askedInCourse } from "@/lib/registrations/queries";

const listOf = (courseId: number) => `/desk/courses/${courseId}/registrations`;

/** One decision on the registrations ticked. Where it can be undone, the list offers that. */
export const decideRegistrations = action(decideCommand, {
  to: ({ courseId, withdrawn }) =>
    withdrawn.length > 0 ? `${listOf(courseId)}?withdrawn=${withdrawn.join(",")}` : null,
});

/** Brings back whom a coordinator withdrew. */
export const undoWithdrawal = action(undoCommand, {
  to: ({ courseId }) => listOf(courseId),
});

/** Registers somebody on their behalf. */
export const registerPerson = action(registerPersonCommand, {
  asked: ({ courseId }, cx) => askedInCourse(cx, "registrations.decide", Number(courseId)),
});

/** Confirms registrations that came at once from one address. */
export const confirmRegistrations = action(confirmCommand);
