import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import { happened } from "../../acts/happened";
import { refuse } from "../../result";
import { percentLeft, sharesSeen } from "../rules";
import { percentsSchema } from "../schema";
import { setPercent, sharesOf } from "../store";
import { payersChanged } from "./share";

/**
 * Says what each programme pays of a course, all at once. Refused where that is more than the whole, and where a colleague
 * has changed since what the page showed (`stale`): who pays, or how much.
 */
export const setPercents = command("course.edit", percentsSchema, (cx, input) => {
  const course = gate.course(cx, "course.edit", input.courseId);
  const shares = sharesOf(cx, [course.id]);
  const said = new Map(input.shares.map(({ id, percent }) => [id, percent]));
  if ([...said.keys()].some((id) => !shares.some((share) => share.id === id)) || said.size < shares.length)
    refuse("stale");
  if (input.seen !== sharesSeen(course.leadPercent, shares)) refuse("stale");
  const left = percentLeft([input.leadPercent, ...said.values()]);
  if (left < 0) refuse("paidMoreThanWhole", { params: { sum: 100 - left } });
  if (input.leadPercent === course.leadPercent && shares.every(({ id, percent }) => said.get(id) === percent))
    return { courseId: course.id };
  // Between two wholes there may be more than one: first nothing is said, then all of it.
  payersChanged(cx, course, { leadPercent: null });
  for (const { id } of shares) setPercent(cx, course.id, id, null);
  payersChanged(cx, course, { leadPercent: input.leadPercent });
  for (const [id, percent] of said) setPercent(cx, course.id, id, percent);
  happened(cx, {
    kind: "sharing.percents-set",
    courseId: course.id,
    lead: input.leadPercent,
    others: Object.fromEntries(said),
  });
  return { courseId: course.id };
});
