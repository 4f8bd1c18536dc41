import * as gate from "../../access/gate";
import type { Context } from "../../acts/context";
import { waitingOf } from "../store";
import { withdrawRequest } from "./manage";

/** Somebody who no longer trains: in this programme, or (null) in none, as nobody signs in with their account. */
type NoLonger = { personId: number; programmeId: number | null };

/**
 * Takes back what somebody was asked who can no longer train it, as they could not answer. Who was a trainer is told; whose
 * account is closed is not, for they could not read it. Within the open transaction.
 */
export function withdrawRequestsOf(cx: Context, { personId, programmeId }: NoLonger): void {
  for (const { requestId, courseId } of waitingOf(cx, personId, programmeId))
    for (const course of gate.coursesAmong(cx, "trainers.ask", [courseId]))
      withdrawRequest(cx, course, { requestId, personId }, programmeId !== null);
}
