"use server";

import { action } from "@/app/_actions/action";
import {
  askAgain as askAgainCommand,
  askTrainers as askCommand,
  enterAnswer as enterCommand,
  settleRequest as settleCommand,
  takeBackAnswer as takeBackAnswerCommand,
  takeBackRequest as takeBackCommand,
  tellRequest as tellCommand,
} from "@/lib/requests/commands";
import { replaceTrainer as replaceCommand } from "@/lib/timetable/commands";

/** The trainers of the course, with what was just done. */
const trainersOf = ({ courseId }: { courseId: number }) => `/desk/courses/${courseId}/trainers`;
const outOfDate = ["requestChanged"];
/** Answered meanwhile, a request has no such form any more: its page says so, and how it stands now. */
const toAfterFault = ({ code }: { code: string }, { courseId }: Record<string, unknown>) =>
  code === "requestChanged" ? `${trainersOf({ courseId: Number(courseId) })}?done=changed` : null;

/** Asks trainers for a course or one session of it. */
export const askTrainers = action(askCommand, {
  to: (asked) =>
    `${trainersOf(asked)}?${new URLSearchParams({
      done: asked.byHand.length > 0 ? "sentByHand" : "sent",
      ...(asked.byHand.length > 0 ? { byHand: asked.byHand.join(",") } : {}),
      ...(asked.leftWaiting.length > 0 ? { waits: asked.leftWaiting.join(",") } : {}),
      ...(asked.leftTraining.length > 0 ? { trains: asked.leftTraining.join(",") } : {}),
    })}`,
  // Asked in another window meanwhile, or in the course by now: that stands on the page, too.
  outOfDate: ["askedAlready", "askedTeaches"],
});

/** Asks once more, with another day to answer by. */
export const askAgain = action(askAgainCommand, {
  to: (asked) => `${trainersOf(asked)}?done=sent`,
  toAfterFault,
});

/** Takes a request back. */
export const takeBackRequest = action(takeBackCommand, {
  to: (asked) => `${trainersOf(asked)}?done=takenBack`,
  toAfterFault,
});

/** Enters what a trainer answered by telephone or in person. */
export const enterAnswer = action(enterCommand, {
  to: (asked) => `${trainersOf(asked)}?done=entered&request=${asked.requestId}`,
  toAfterFault,
});

/** Takes an answer back that was entered. */
export const takeBackAnswer = action(takeBackAnswerCommand, {
  to: (asked) => `${trainersOf(asked)}?done=answerBack`,
  toAfterFault,
});

/** Says that somebody whom no mail reaches was told what they are asked for. */
export const tellRequest = action(tellCommand, {
  to: (asked) => `${trainersOf(asked)}?done=toldNow`,
  toAfterFault,
});

/** Says that nothing is to be done about an answer any more. */
export const settleRequest = action(settleCommand, { to: trainersOf, outOfDate });

/** Puts another trainer in somebody's place in all sessions to come; the timetable says what was done, with its undo. */
export const replaceTrainer = action(replaceCommand, {
  to: ({ courseId, changeId, personId, byPersonId }) =>
    changeId === null
      ? `${trainersOf({ courseId })}?done=replaced&was=${personId}&by=${byPersonId}`
      : `/desk/courses/${courseId}/timetable?change=${changeId}#change`,
  toAfterFault: ({ code }, { courseId }) =>
    code === "replacedMeanwhile" ? `${trainersOf({ courseId: Number(courseId) })}?done=${code}` : null,
});
