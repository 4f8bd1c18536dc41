"use server";

import { action } from "@/app/_actions/action";
import {
  approveWorkshop as approveWorkshopCommand,
  editWorkshop as editWorkshopCommand,
  scheduleWorkshop as scheduleWorkshopCommand,
  takeApprovalBack as takeApprovalBackCommand,
  turnDownWorkshop as turnDownWorkshopCommand,
} from "@/lib/courses/commands";
import { planSaved } from "../courses/planSaved";

/** A trainer schedules a workshop of their own. */
export const scheduleWorkshop = action(scheduleWorkshopCommand, {
  to: ({ courseId }) => `/desk/courses/${courseId}`,
});

/** Changes the plan of a trainer's workshop. */
export const editWorkshop = action(editWorkshopCommand, {
  // Whoever is told of other days is counted on the page that follows.
  to: planSaved,
});

/** What says that it was changed meanwhile: the page comes back as it is now. */
const outOfDate = ["workshopChanged"];

/** Decided meanwhile, it is not among those to decide any more: Today says who decided, by what was asked here. */
const toDecided =
  (asked: "decided" | "notTurnedDown") =>
  ({ code }: { code: string }, { courseId }: Record<string, unknown>) =>
    code === "workshopApprovedAlready" || code === "workshopCancelled"
      ? `/today?${new URLSearchParams({ [asked]: String(courseId) })}`
      : null;

/** Back to the workshop's own page where it was decided there, which says what was done; else to Today. */
const onItsPage = (courseId: number, { from }: Record<string, unknown>, done: string, today: string) =>
  from === "course" ? `/desk/courses/${courseId}?done=${done}` : today;

/** Approves a trainer's workshop. */
export const approveWorkshop = action(approveWorkshopCommand, {
  outOfDate,
  toAfterFault: toDecided("decided"),
  to: ({ courseId }, said) => onItsPage(courseId, said, "approved", `/today?approved=${courseId}`),
});

/** Does not approve it, for a reason. */
export const turnDownWorkshop = action(turnDownWorkshopCommand, {
  outOfDate,
  toAfterFault: toDecided("notTurnedDown"),
  // The reason stands there to be copied: in the address it would stay in the history of a shared machine.
  showsTyped: true,
  to: ({ courseId }, said) => onItsPage(courseId, said, "cancelled", `/today?turnedDown=${courseId}`),
});

/** Takes an approval back. */
export const takeApprovalBack = action(takeApprovalBackCommand, {
  to: (_, said) => onItsPage(Number(said.courseId), said, "approvalBack", "/today"),
});
