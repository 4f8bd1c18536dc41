import type { GrantedCourse } from "../access/gate";
import type { Context } from "../acts/context";
import { reasonFor } from "../audit/store";
import { dayAt } from "../time/zone";

/** Scores before the first day of a course, as their reason is kept: once for that day. */
export const earlyScores = (courseId: number, startsOn: string) =>
  ({ kind: "roll.early", courseId, ground: startsOn }) as const;

/** The first day of a course for which scores before it still owe a reason; null where they owe none. */
export function dayOwedReason(cx: Context, course: GrantedCourse<"assessments.enter">): string | null {
  const { id, startsOn, zone } = course;
  if (startsOn === null || dayAt(cx.now, zone) >= startsOn) return null;
  return reasonFor(cx, earlyScores(id, startsOn)) === null ? startsOn : null;
}
