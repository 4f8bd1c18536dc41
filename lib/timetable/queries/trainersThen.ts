import type { GrantedCourse } from "../../access/gate";
import { disabledAmong } from "../../accounts/store";
import type { Context } from "../../acts/context";
import { awayThen } from "../../away/queries";
import type { Translated } from "../../i18n/rules";
import { timeAt } from "../../time/zone";
import { busyThen, spanOf } from "../rules/conflicts";
import type { Place } from "../rules/sessions";
import { engagements } from "../store/taken";
import { courseToName } from "./inTheWay";

/** A time that a trainer teaches already, at the hours of the course that asks; the course where it is another one that the viewer may know. */
export type BusyTime = { from: string; to: string; course: Translated | null };

/** What a trainer does during a session: when they teach something else, and whether they could train it. */
export type TrainerThen = { busy: BusyTime[]; free: boolean };

/**
 * Says of these trainers whether they are free at the time of a session of a course, its own apart: neither teaching nor away, and
 * still able to sign in.
 */
export function trainersThen(
  cx: Context,
  course: GrantedCourse<"timetable.edit">,
  session: Place & { id: number | null },
  trainerIds: readonly number[],
): (trainerId: number) => TrainerThen {
  const span = spanOf(session, course.zone);
  const engaged = engagements(cx, trainerIds, span).filter(({ sessionId }) => sessionId !== session.id);
  const awayAt = awayThen(cx, trainerIds, [session.day]);
  const gone = new Set(disabledAmong(cx, trainerIds));
  return (trainerId) => {
    const busy = busyThen(span, [trainerId], engaged).map(({ startsAt, endsAt, courseId }) => ({
      from: timeAt(startsAt, course.zone),
      to: timeAt(endsAt, course.zone),
      course: courseId === course.id ? null : courseToName(cx, courseId),
    }));
    return { busy, free: busy.length === 0 && awayAt(trainerId, session) === null && !gone.has(trainerId) };
  };
}
