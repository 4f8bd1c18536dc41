import type { GrantedCourse } from "../../access/gate";
import * as trainers from "../../access/trainerGate";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { refuse } from "../../result";
import { asksForMore } from "../rules";
import { askAgainSchema, requestSchema } from "../schema";
import { updateRequest } from "../store";
import { demandDay } from "./answerBy";

/**
 * Takes a request of a course back that nobody has answered, and tells the trainer unless they hear of the course itself
 * (`hears`). Within the open transaction.
 */
export function withdrawRequest(
  cx: Context,
  {
    id: courseId,
  }: GrantedCourse<
    "trainers.ask" | "workshop.schedule" | "workshop.edit" | "workshop.approve" | "course.run"
  >,
  { requestId, personId }: { requestId: number; personId: number },
  hears = true,
): void {
  updateRequest(cx, requestId, { state: "taken_back" });
  happened(cx, { kind: "request.taken-back", courseId, requestId, personId, hears });
}

/** Takes a request back that nobody has answered; the trainer is told. */
export const takeBackRequest = command("trainers.ask", requestSchema, (cx, { requestId }) => {
  const { course, state, personId } = trainers.request(cx, "trainers.ask", requestId);
  if (state !== "waiting") refuse("requestChanged");
  withdrawRequest(cx, course, { requestId, personId });
  return { courseId: course.id, requestId };
});

/** Asks once more, with another day to answer by. */
export const askAgain = command("trainers.ask", askAgainSchema, (cx, { requestId, answerBy }) => {
  const { course, state, sessionId, personId, message } = trainers.request(cx, "trainers.ask", requestId);
  if (state !== "waiting") refuse("requestChanged");
  demandDay(cx, course, sessionId, answerBy);
  updateRequest(cx, requestId, { answerBy, chased: null, askedAt: cx.now });
  const said = { answerBy, note: message ?? "" };
  happened(cx, { kind: "request.sent", courseId: course.id, requests: [{ requestId, personId }], said });
  return { courseId: course.id, requestId };
});

/** Says that nothing is to be done about an answer any more: another was asked, or the plan was changed. */
export const settleRequest = command("trainers.ask", requestSchema, (cx, { requestId }) => {
  const request = trainers.request(cx, "trainers.ask", requestId);
  if (!asksForMore(request)) refuse("requestChanged");
  updateRequest(cx, requestId, { settledAt: cx.now });
  happened(cx, { kind: "request.settled", courseId: request.courseId, requestId });
  return { courseId: request.courseId, requestId };
});
