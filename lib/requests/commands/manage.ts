import type { GrantedCourse } from "../../access/gate";
import * as trainers from "../../access/trainerGate";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { dotBetween } from "../../i18n/rules";
import { knowsOfRequest } from "../../messages/tell";
import { holdsTrainerRoleIn } from "../../programmes/store/roles";
import { refuse } from "../../result";
import { asksForMore } from "../rules";
import { askAgainSchema, requestSchema } from "../schema";
import {
  mayWait,
  type RequestRow,
  requestRow,
  updateRequest,
  type waitingIn,
  waitingRequest,
} from "../store";
import { replyMadeNeedlessBy } from "../store/needless";
import { dayToAnswerBy, demandDay } from "./answerBy";

/** A course of which a request may be taken back: by whoever asks, or whose act makes it needless. */
type Course = GrantedCourse<
  "trainers.ask" | "workshop.schedule" | "workshop.edit" | "workshop.approve" | "course.run"
>;

/** Tells a trainer of one request that they are asked. Within the open transaction. */
function sayAsked(
  cx: Context,
  {
    courseId,
    id: requestId,
    personId,
    message,
  }: Pick<RequestRow, "courseId" | "id" | "personId" | "message">,
  answerBy: string,
): void {
  const said = { answerBy, note: message ?? "" };
  happened(cx, { kind: "request.sent", courseId, requests: [{ requestId, personId }], said });
}

/**
 * Takes a request of a course back that nobody has answered, and tells the trainer unless they hear of the course itself
 * (`hears`) or never heard that they were asked. Within the open transaction.
 */
export function withdrawRequest(
  cx: Context,
  { id: courseId }: Course,
  { requestId, personId }: { requestId: number; personId: number },
  hears = true,
  groups: readonly string[] = [],
): void {
  const knows = knowsOfRequest(cx, personId, requestId);
  updateRequest(cx, requestId, { state: "taken_back" });
  // Of several groups at once all are named, in the one message.
  const said: Record<string, string> = groups.length > 1 ? { sessionGroup: groups.join(dotBetween) } : {};
  happened(cx, { kind: "request.taken-back", courseId, requestId, personId, hears: hears && knows, said });
}

/**
 * Takes back several requests of a course that nobody has answered. Whoever was asked for several groups of it is told once;
 * of a session each is told by itself. Within the open transaction.
 */
export function withdrawRequests(cx: Context, course: Course, asked: ReturnType<typeof waitingIn>): void {
  const told = new Set<number>();
  const known = asked.filter(({ requestId, id }) => knowsOfRequest(cx, id, requestId));
  for (const { requestId, id: personId, sessionId } of [
    ...known,
    ...asked.filter((one) => !known.includes(one)),
  ]) {
    const ofAll = known.filter((one) => one.id === personId && one.sessionId === null);
    const hears = sessionId !== null || !told.has(personId);
    if (sessionId === null) told.add(personId);
    const groups = sessionId === null ? ofAll.flatMap(({ group }) => group ?? []) : [];
    withdrawRequest(cx, course, { requestId, personId }, hears, groups);
  }
}

/** By when a request that waits again is answered: with another day it is asked anew, and nobody was reminded of that. */
const untilDay = (cx: Context, { answerBy }: RequestRow, day: string): Partial<RequestRow> =>
  day === answerBy ? {} : { answerBy: day, chased: null, askedAt: cx.now };

/**
 * Lets requests wait again that an act took back which is undone, but for those that were asked anew, or whose trainer or group
 * is gone. Whoever heard that theirs was taken back is asked again, and whoever has another day to answer by, as theirs is over;
 * with none left they are not asked. Within the open transaction.
 * @param heardBy who did.
 */
export function giveRequestsBack(
  cx: Context,
  course: GrantedCourse<"timetable.edit">,
  requestIds: readonly number[],
  heardBy: number,
): void {
  for (const requestId of requestIds) {
    const row = requestRow(cx, requestId);
    if (row?.state !== "taken_back" || row.goneGroup !== null || waitingRequest(cx, row)) continue;
    if (!holdsTrainerRoleIn(cx, row.personId, [course.programmeId])) continue;
    const answerBy = dayToAnswerBy(cx, course, row);
    if (answerBy === null) continue;
    updateRequest(cx, requestId, { state: "waiting", ...untilDay(cx, row, answerBy) });
    if (row.personId === heardBy || answerBy !== row.answerBy) sayAsked(cx, row, answerBy);
  }
}

/**
 * Lets requests wait again that were taken back as their group was deleted, for the group as it is there again; false where one
 * is another by now. Whoever heard that theirs was taken back, or never heard of it, is asked again, with a new day to answer by where
 * theirs is over; with none left they are not asked. Within the open transaction.
 */
export function giveGroupRequestsBack(
  cx: Context,
  course: GrantedCourse<"timetable.edit">,
  requestIds: readonly number[],
  { groupId, name }: { groupId: number; name: string },
): boolean {
  const { id: courseId } = course;
  for (const requestId of requestIds) {
    const row = requestRow(cx, requestId);
    if (row?.courseId !== courseId || row.state !== "taken_back" || row.goneGroup !== name) return false;
    if (!holdsTrainerRoleIn(cx, row.personId, [course.programmeId])) continue;
    const answerBy = dayToAnswerBy(cx, course, { ...row, groupId });
    if (answerBy === null || waitingRequest(cx, { ...row, groupId })) continue;
    updateRequest(cx, requestId, {
      state: "waiting",
      groupId,
      goneGroup: null,
      ...untilDay(cx, row, answerBy),
    });
    sayAsked(cx, row, answerBy);
  }
  return true;
}

/**
 * Lets a request wait again of which somebody had entered an answer; false where the same was asked anew meanwhile, or of a group
 * that is gone. What was settled as they accepted is to be seen to again. Where the day to answer by is over they have another, as long
 * as there is one. Within the open transaction.
 */
export function letWait(cx: Context, course: GrantedCourse<"timetable.edit">, requestId: number): boolean {
  const row = requestRow(cx, requestId);
  if (!mayWait(cx, row) || row.courseId !== course.id) return false;
  if (row.state === "accepted")
    for (const id of replyMadeNeedlessBy(cx, row)) updateRequest(cx, id, { settledAt: null });
  const nothing = { answeredAt: null, answeredBy: null, reason: null, settledAt: null };
  const until = untilDay(cx, row, dayToAnswerBy(cx, course, row) ?? row.answerBy);
  updateRequest(cx, requestId, { ...nothing, ...until, state: "waiting" });
  return true;
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
  const request = trainers.request(cx, "trainers.ask", requestId);
  if (request.state !== "waiting") refuse("requestChanged");
  demandDay(cx, request.course, request, answerBy);
  updateRequest(cx, requestId, { answerBy, chased: null, askedAt: cx.now });
  sayAsked(cx, request, answerBy);
  return { courseId: request.courseId, requestId };
});

/** Says that nothing is to be done about an answer any more: another was asked, or the plan was changed. */
export const settleRequest = command("trainers.ask", requestSchema, (cx, { requestId }) => {
  const request = trainers.request(cx, "trainers.ask", requestId);
  if (!asksForMore(request)) refuse("requestChanged");
  updateRequest(cx, requestId, { settledAt: cx.now });
  happened(cx, { kind: "request.settled", courseId: request.courseId, requestId });
  return { courseId: request.courseId, requestId };
});
