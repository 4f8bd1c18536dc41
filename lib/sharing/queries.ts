import type { Granted, GrantedCourse, Reach } from "../access/gate";
import type { Context } from "../acts/context";
import { programmeRow, programmesIn } from "../programmes/store";
import { programmeDays } from "../programmes/store/days";
import { mayPay, percentLeft, sharesSeen } from "./rules";
import { sharesOf } from "./store";

export type { Sharer } from "./store";

/** Who pays for a course: the programme that leads it and those that it is shared with, each with its part where it is said. */
export function payersOf(cx: Context, course: GrantedCourse<"sharing.read">) {
  const { code, title } = programmeRow(cx, course.programmeId)!;
  const shares = sharesOf(cx, [course.id]);
  const lead = { id: course.programmeId, code, title, percent: course.leadPercent };
  return {
    lead,
    shares,
    /** In per cent. */
    left: percentLeft([lead, ...shares].map(({ percent }) => percent)),
    seen: sharesSeen(lead.percent, shares),
  };
}

/** Programmes that may come to pay for a course too: those that have not ended and do not pay for it yet. */
export function programmesToShareWith(cx: Context, course: GrantedCourse<"course.edit">) {
  const there = new Set([course.programmeId, ...sharesOf(cx, [course.id]).map(({ id }) => id)]);
  return programmesThatPay(cx).filter(({ id }) => !there.has(id));
}

/** Programmes that a new course may be shared with: all that have not ended, for whoever plans one. */
export const programmesToChoose = (cx: Context, _plans: Granted<Reach, "course.create">) =>
  programmesThatPay(cx);

/** Programmes that have not ended. */
function programmesThatPay(cx: Context) {
  const days = programmeDays(cx);
  return programmesIn(cx, "all").filter((programme) => mayPay(programme, days.of(programme.id)));
}
