import { command } from "../../acts/command";
import { happened } from "../../acts/happened";
import { refuse } from "../../result";
import { planIssues } from "../queries/issues";
import { isAcceptable } from "../rules/issues";
import { acceptIssueSchema, takeBackAcceptanceSchema } from "../schema";
import { acceptanceRow, insertAcceptance, markTakenBack } from "../store/accepted";
import { timetableToChange } from "./change";

/**
 * Accepts something in a plan that is not as it should be, with the reason why it may stay. It holds for what its page
 * showed: refused where that is no longer open as it was (`issueChanged`).
 * @returns the acceptance, and what comes after it in the list of what is open (the first being 1); null after the last.
 */
export const acceptIssue = command("timetable.edit", acceptIssueSchema, (cx, input) => {
  const { course } = timetableToChange(cx, input.courseId);
  const { kind, word, reason } = input;
  const { open } = planIssues(cx, course);
  const nth = open.findIndex((one) => one.kind === kind && one.word === word);
  const [issue, after] = [open[nth], open[nth + 1]];
  if (!issue || !isAcceptable(issue)) return refuse("issueChanged");
  const acceptance = insertAcceptance(cx, { courseId: course.id, kind, about: issue.about, reason });
  happened(cx, { kind: "timetable.issue-accepted", courseId: course.id, issue: kind, acceptance });
  // What was accepted is not counted any more.
  const next = after ? { place: nth + 1, sessionId: after.sessionId } : null;
  return { courseId: course.id, acceptance, next };
});

/** Takes back that something was accepted: it is open again. Refused where somebody took it back already. */
export const takeBackAcceptance = command("timetable.edit", takeBackAcceptanceSchema, (cx, input) => {
  const { course } = timetableToChange(cx, input.courseId);
  const there = acceptanceRow(cx, course.id, input.acceptanceId) ?? refuse("notFound");
  if (there.takenBackAt !== null) refuse("issueChanged");
  markTakenBack(cx, there.id);
  happened(cx, { kind: "timetable.acceptance-taken-back", courseId: course.id, acceptance: there.id });
  return { courseId: course.id };
});
