"use server";

import { action } from "@/app/_actions/action";
import { backTo } from "@/app/_actions/backTo";
import {
  confirmRegistrations as confirmCommand,
  decideRegistrations as decideCommand,
  registerList as registerListCommand,
  registerPerson as registerPersonCommand,
  undoDecision as undoCommand,
} from "@/lib/admission/commands";
import { askedInCourse } from "@/lib/registrations/queries";

const listOf = (courseId: number) => `/desk/courses/${courseId}/registrations`;

/** One decision on the registrations ticked; the page where it was taken says so and offers to undo it. */
export const decideRegistrations = action(decideCommand, {
  to: ({ courseId, at, left }, said) =>
    backTo(said, listOf(courseId), { decided: String(at), undone: "", left: left.join(",") }),
  outOfDate: ["decidedSince", "decisionNotAllowedFor", "decisionNotAllowed"],
});

/** Undoes what a coordinator decided. */
export const undoDecision = action(undoCommand, {
  to: ({ courseId, moved }, said) =>
    backTo(said, listOf(courseId), { decided: "", undone: String(moved), left: "" }),
  outOfDate: ["notWithdrawnHere", "placeGivenOn"],
});

/** Registers somebody on their behalf. */
export const registerPerson = action(registerPersonCommand, {
  asked: ({ courseId }, cx) => askedInCourse(cx, "registrations.decide", Number(courseId)),
});

/** Registers the people of a list; what it reads as comes back first. */
export const registerList = action(registerListCommand);

/** Confirms registrations that came at once from one address. */
export const confirmRegistrations = action(confirmCommand);
