import type { GrantedCourse } from "../../access/gate";
import type { Context } from "../../acts/context";
import { fault } from "../../faults";
import { refuse, refuseAt } from "../../result";
import { dayAt } from "../../time/zone";
import { usualAnswerBy } from "../rules";
import type { RequestRow } from "../store";
import { answeredUntil, isOver } from "../taking";

/** What lets somebody ask trainers for a course. */
export type MayAsk = "trainers.ask" | "workshop.schedule" | "workshop.edit";

/** Refuses what is over already, and a day to answer by that is over, or that comes when what is asked for has begun. */
export function demandDay(
  cx: Context,
  course: GrantedCourse<MayAsk>,
  asked: Pick<RequestRow, "sessionId" | "groupId">,
  answerBy: string,
): void {
  const today = dayAt(cx.now, course.zone);
  const latest = answeredUntil(cx, course, asked.sessionId);
  if (latest === null) refuse("courseNeedsDates");
  if (isOver(cx, course.id, asked)) refuse("askedAllOver");
  if (answerBy < today) refuseAt({ answerBy: fault("answerByPast") });
  if (answerBy > latest) refuseAt({ answerBy: fault("answerByLate", { params: { day: { day: latest } } }) });
}

/** The day by which a request is answered that waits again: its own while that is good, else the usual one; null where none is left. */
export function dayToAnswerBy(
  cx: Context,
  course: GrantedCourse<"timetable.edit">,
  asked: Pick<RequestRow, "sessionId" | "groupId" | "answerBy">,
): string | null {
  const today = dayAt(cx.now, course.zone);
  const latest = answeredUntil(cx, course, asked.sessionId);
  if (latest === null || latest < today || isOver(cx, course.id, asked)) return null;
  const { answerBy } = asked;
  if (answerBy >= today && answerBy <= latest) return answerBy;
  return usualAnswerBy(today, course.startsOn ?? latest);
}
