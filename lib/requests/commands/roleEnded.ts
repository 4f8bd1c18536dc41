import * as gate from "../../access/gate";
import type { Context } from "../../acts/context";
import { waitingOf } from "../store";
import { withdrawRequest } from "./manage";

/** Takes these requests back. */
function withdrawAll(
  cx: Context,
  personId: number,
  asked: ReturnType<typeof waitingOf>,
  hears: boolean,
): void {
  for (const { requestId, courseId } of asked)
    for (const course of gate.coursesAmong(cx, "trainers.ask", [courseId]))
      withdrawRequest(cx, course, { requestId, personId }, hears);
}

/** Takes back what a former trainer of a programme is asked in it, as they could not accept; they are told. Within the open transaction. */
export const withdrawFromFormer = (
  cx: Context,
  programme: gate.Granted<{ id: number }, "programmes.edit">,
  personId: number,
): void => withdrawAll(cx, personId, waitingOf(cx, personId, programme.id), true);

/** Takes back what is asked of somebody whose account is closed, who could neither answer nor read it. Within the open transaction. */
export const withdrawFromClosed = (
  cx: Context,
  { personId }: gate.Granted<{ personId: number }, "accounts.edit">,
): void => withdrawAll(cx, personId, waitingOf(cx, personId, null), false);
