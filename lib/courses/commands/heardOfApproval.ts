import type { GrantedCourse } from "../../access/gate";
import type { Context } from "../../acts/context";
import { hasHeardOf } from "../../messages/tell";
import { touched } from "../../registrations/rules";
import { registrationRowsIn } from "../../registrations/store";
import { dayAt } from "../../time/zone";
import { isTentative } from "../rules";
import { trainersIn, trainersToTell } from "../store";

const goes = "goes" as const;

/**
 * Who hears, beside its trainer, that an approved workshop takes place: whoever has a place or trains there and was not told
 * so before. Nobody while that is not certain yet (confirming tells them), or once it has begun or is over.
 */
export function toHearOfApproval(cx: Context, course: GrantedCourse<"workshop.approve">, trainer: number) {
  const { id: courseId, state, endsOn, zone } = course;
  const over = endsOn === null || endsOn < dayAt(cx.now, zone);
  if (over || state !== "open" || isTentative(course)) return { registrations: [], trainers: [] };
  return {
    registrations: registrationRowsIn(cx, courseId, ["accepted"])
      .map(touched)
      .filter((who) => !hasHeardOf(cx, { ...who, courseId }, goes)),
    trainers: trainersToTell(cx, course).filter(
      (personId) =>
        personId !== trainer && !hasHeardOf(cx, { personId, registrationId: null, courseId }, goes),
    ),
  };
}

/** Who may still be to hear that a workshop takes place, where it awaits approval again. */
export const wereToHear = (cx: Context, courseId: number) => ({
  registrations: registrationRowsIn(cx, courseId, ["accepted"]).map(touched),
  trainers: trainersIn(cx, courseId),
});
