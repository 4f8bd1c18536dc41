import type { GrantedCourse } from "../../access/gate";
import type { Context } from "../../acts/context";
import { scoresIn } from "../../assessments/store";
import { overBy } from "../../courses/rules";
import { toldApart } from "../../people/rules/apart";
import { rosterOf } from "../../registrations/store/roster";
import { dayAt } from "../../time/zone";
import { minutesOfAll } from "../../timetable/rules/grid";
import { sessionTimesOf } from "../../timetable/store/described";
import { sessionsMissing } from "../store";
import { attendanceIn } from "../store/attended";

/**
 * Per person who holds a place in a course: minutes attended and planned for them, sessions without an entry, the civil
 * day of joining where sessions before it are left out, and scores. `plannedMinutes` beside them are those of all
 * sessions of the course, what its groups do beside each other counted once.
 */
export function courseRecords(
  cx: Context,
  course: GrantedCourse<
    | "roll.read"
    | "assessments.enter"
    | "certificates.read"
    | "certificates.sheets.read"
    | "certificates.issue"
    | "course.run"
  >,
) {
  const attended = attendanceIn(cx, course.id);
  const roster = rosterOf(cx, course.id);
  const apart = toldApart(roster);
  const over = overBy(course.state, cx.now);
  const sessions = sessionTimesOf(cx, course.id);
  const scores = new Map(scoresIn(cx, course.id).map((s) => [`${s.registrationId}:${s.kind}`, s.score]));
  return {
    /** Sessions that are over and of which attendance is not complete. */
    rollsMissing: sessionsMissing(cx, course.id, null).filter(({ endInstant }) => endInstant < over).length,
    /** Minutes of sessions that are still to be held. */
    minutesToCome: minutesOfAll(
      sessions.filter(({ startInstant, minutes }) => startInstant + minutes * 60_000 > over),
    ),
    plannedMinutes: minutesOfAll(sessions),
    people: roster.map(({ placeSince, ...person }, nth) => {
      const { registrationId: id } = person;
      const counted = attended({ id, placeSince, groupId: person.groupId });
      return {
        ...person,
        ...counted,
        /** What tells them from others of their name. */
        apart: apart[nth] ?? null,
        joinedLater: counted.joinedLater === null ? null : dayAt(counted.joinedLater, course.zone),
        preTest: scores.get(`${id}:pre_test`) ?? null,
        postTest: scores.get(`${id}:post_test`) ?? null,
        microTeaching: scores.get(`${id}:micro_teaching`) ?? null,
      };
    }),
  };
}
export type CourseRecord = ReturnType<typeof courseRecords>["people"][number];
