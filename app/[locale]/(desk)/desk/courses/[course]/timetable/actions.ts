"use server";

import { action } from "@/app/_actions/action";
import {
  acceptIssue as acceptIssueCommand,
  takeBackAcceptance as takeBackAcceptanceCommand,
} from "@/lib/timetable/commands";

/** The list of what is open in the plan. */
const listOf = ({ courseId }: { courseId: number }) =>
  `/desk/courses/${courseId}/timetable?issues=open#issues`;

/** Accepts something that is open in a plan, with a reason. */
export const acceptIssue = action(acceptIssueCommand, { to: listOf, outOfDate: ["issueChanged"] });

/** Takes back that something was accepted. */
export const takeBackAcceptance = action(takeBackAcceptanceCommand, {
  to: listOf,
  outOfDate: ["issueChanged"],
});
