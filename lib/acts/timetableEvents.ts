import type { AcceptableIssue } from "@/db/values/timetable";
import type { Rearrangement } from "../timetable/rules/ways";

/** What happens to a timetable, by its kind. */
export type TimetableEvents = {
  "timetable.proposed": { courseId: number; sessions: number; stayed: number };
  "timetable.session-saved": { courseId: number; sessionId: number };
  "timetable.session-deleted": { courseId: number; sessionId: number };
  "timetable.link-set": { courseId: number; there: boolean };
  "timetable.swapped": { courseId: number; sessions: readonly number[] };
  /** Somebody trains in another one's place, in so many sessions to come. */
  "timetable.trainer-replaced": {
    courseId: number;
    personId: number;
    byPersonId: number;
    sessions: number;
  };
  /** A room was given to so many sessions that had none. */
  "timetable.room-given": { courseId: number; roomId: number; sessions: number };
  "timetable.rearranged": { courseId: number; how: Rearrangement; sessions: readonly number[] };
  "timetable.moved": { courseId: number; startsOn: string; endsOn: string; applyBy: string | null };
  /** The rules of the zone changed, so that what was agreed on is at other instants. */
  "timetable.times-renewed": { courseId: number; sessions: number };
  "timetable.undone": { courseId: number; change: number };
  /** Something stays in a plan though it is not as it should be; the reason is kept with the acceptance. */
  "timetable.issue-accepted": { courseId: number; issue: AcceptableIssue; acceptance: number };
  "timetable.acceptance-taken-back": { courseId: number; acceptance: number };
};
