import type { GrantedCourse } from "../../access/gate";
import type { Context } from "../../acts/context";
import { fault } from "../../faults";
import { refuse, refuseAt } from "../../result";
import { dayAt } from "../../time/zone";
import { sessionRow } from "../../timetable/store";
import { latestToAnswer } from "../rules";

/** A course for which whoever has it may ask trainers. */
export type CourseThatAsks = GrantedCourse<"trainers.ask" | "workshop.schedule" | "workshop.edit">;

/** Refuses a day to answer by that is over, or that comes when what is asked for has begun. */
export function demandDay(
  cx: Context,
  course: CourseThatAsks,
  sessionId: number | null,
  answerBy: string,
): void {
  const today = dayAt(cx.now, course.zone);
  const begins =
    (sessionId === null ? null : sessionRow(cx, sessionId)?.day) ?? latestToAnswer(course, today);
  if (begins === null) refuse("courseNeedsDates");
  if (answerBy < today) refuseAt({ answerBy: fault("answerByPast") });
  if (answerBy > begins) refuseAt({ answerBy: fault("answerByLate", { params: { day: { day: begins } } }) });
}
