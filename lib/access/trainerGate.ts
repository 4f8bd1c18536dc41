import type { Context } from "../acts/context";
import { courseRow } from "../courses/store";
import { programmeDays } from "../programmes/store/days";
import { holdsTrainerRoleIn } from "../programmes/store/roles";
import { type RequestRow, requestRow } from "../requests/store";
import { refuse } from "../result";
import { listedAt } from "../stages/store/register";
import * as gate from "./gate";
import type { Granted, GrantedCourse } from "./granted";
import { openFor } from "./table";

/**
 * A trainer, for what is said of when they can teach: whoever is signed in, being a trainer, for themselves; a coordinator
 * for the trainers of their programmes.
 */
export function trainer<P extends "away.edit">(
  cx: Context,
  permission: P,
  personId: number,
): Granted<{ personId: number }, P> {
  const { viewer } = cx;
  const { programmes } = gate.reach(cx, permission);
  const own = personId === viewer.personId && openFor(viewer, permission, viewer.trains).length > 0;
  if (!own && !holdsTrainerRoleIn(cx, personId, programmes)) return gate.refused(viewer);
  return { personId } as Granted<{ personId: number }, P>;
}

/** A trainer of the public register, by their address there, while they are in it. */
export function listedTrainer(
  cx: Context,
  permission: "trainers.enquire",
  address: string,
): Granted<{ personId: number }, "trainers.enquire"> {
  const personId = listedAt(cx, address, programmeDays(cx)) ?? refuse("notFound");
  gate.anywhere(cx, permission);
  return { personId } as Granted<{ personId: number }, "trainers.enquire">;
}

/** One's own request, with the course that one is asked for: to read it and to answer. */
export type OwnRequest = Granted<RequestRow & { course: GrantedCourse<"request.answer"> }, "request.answer">;

/** The request of this key to whoever is signed in. Whoever is asked reads of its course what the request is about. */
export function ownRequest(cx: Context, permission: "request.answer", requestId: number): OwnRequest {
  const row = requestRow(cx, requestId);
  const course = row && courseRow(cx, row.courseId);
  const { personId } = cx.viewer;
  if (!course || personId === null || row.personId !== personId) return gate.refused(cx.viewer);
  gate.anywhere(cx, permission);
  return { ...row, course } as OwnRequest;
}

/** A request whose answer somebody heard, with its course to plan: whoever accepts comes into its sessions. */
type HeardRequest = Granted<RequestRow & { course: GrantedCourse<"timetable.edit"> }, "trainers.ask">;

/** What an answer is given to: by whoever was asked, or by whoever heard it from them. */
export type Answerable = OwnRequest | HeardRequest;

/** The request of this key, for whoever enters the answer that they heard: they may ask for its course, and plan it. */
export function heardRequest(cx: Context, permission: "trainers.ask", requestId: number): HeardRequest {
  const { course, ...row } = request(cx, permission, requestId);
  return { ...row, course: gate.courseFor(cx, "timetable.edit", course) } as HeardRequest;
}

/** The request of this key, for whoever may ask trainers for its course. */
export function request<P extends "trainers.ask">(cx: Context, permission: P, requestId: number) {
  const row = requestRow(cx, requestId) ?? gate.refused(cx.viewer);
  return gate.rowOf(cx, gate.course(cx, permission, row.courseId), row);
}
