"use server";

import { action } from "@/app/_actions/action";
import { addressWith } from "@/app/_ui/kit/address";
import {
  acceptIssue as acceptIssueCommand,
  giveRoom as giveRoomCommand,
  setCourseLink as setCourseLinkCommand,
  takeBackAcceptance as takeBackAcceptanceCommand,
} from "@/lib/timetable/commands";

/** The list of what is open in the plan. */
const listOf = ({ courseId }: { courseId: number }) =>
  `/desk/courses/${courseId}/timetable?issues=open#issues`;

/** Accepts something that is open in a plan, with a reason, and goes on to what is open next; after the last to the list. */
export const acceptIssue = action(acceptIssueCommand, {
  to: ({ courseId, acceptance, next }, { view, along }) => {
    const address = addressWith(`/desk/courses/${courseId}/timetable`, {
      view: view === "all" || view === "list" ? view : null,
      along: along === "programme" ? along : null,
      ...(next
        ? { show: String(next.sessionId ?? "new"), issue: String(next.place) }
        : { issues: "open" as const }),
      accepted: String(acceptance),
    });
    return next ? address : `${address}#issues`;
  },
  outOfDate: ["issueChanged"],
});

/** Gives a room to all sessions without one, and says how many have none still; these stand in the list of what is open. */
export const giveRoom = action(giveRoomCommand, {
  to: ({ courseId, changeId, given, left }) =>
    `${addressWith(`/desk/courses/${courseId}/timetable`, {
      change: changeId === null ? null : String(changeId),
      // Somebody gave them one meanwhile: that is said, too.
      roomless: left === 0 && given > 0 ? null : String(left),
      issues: left === 0 ? null : "open",
    })}#change`,
});

/** Says where the online sessions of a course are joined. */
export const setCourseLink = action(setCourseLinkCommand);

/** Takes back that something was accepted. */
export const takeBackAcceptance = action(takeBackAcceptanceCommand, {
  to: listOf,
  outOfDate: ["issueChanged"],
});
