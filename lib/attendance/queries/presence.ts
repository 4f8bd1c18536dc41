import type { GrantedCourse } from "../../access/gate";
import type { Context } from "../../acts/context";
import { overBy } from "../../courses/rules";
import { type DayOfPresence, presenceByDay } from "../rules/presence";
import { minutesBySession } from "../store";

/** How many were there on each day of a course, by the sessions that a page has read. */
export const presenceIn = (
  cx: Context,
  course: GrantedCourse<"roll.read">,
  sessions: Parameters<typeof presenceByDay>[0],
): DayOfPresence[] => presenceByDay(sessions, minutesBySession(cx, course.id), overBy(course.state, cx.now));
