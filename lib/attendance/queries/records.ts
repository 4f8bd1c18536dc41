import type { GrantedCourse } from "../../access/gate";
import type { Context } from "../../acts/context";
import { scoresIn } from "../../assessments/store";
import {
  type Counted,
  countSessions,
  type Held,
  heldBy,
  plannedSessions,
} from "../../completion/rules/counting";
import { courseRow } from "../../courses/store";
import { firstPlaceOf, rosterOf } from "../../registrations/store/roster";
import { dayAt } from "../../time/zone";
import { sessionTimesOf } from "../../timetable/store/described";
import { type Mark, marksOf, marksOfCourse } from "../store";

/**
 * What the rolls of a course say of whoever holds a place in it: attended and planned minutes, each person's own. With
 * a registration's key, only of that one.
 */
export function attendanceIn(
  cx: Context,
  courseId: number,
  registrationId: number | null = null,
): (registration: { id: number; placeSince: number | null }) => Counted & Held {
  const counting = courseRow(cx, courseId)!;
  const sessions = sessionTimesOf(cx, courseId);
  const firstSince = firstPlaceOf(cx, courseId);
  const found = registrationId === null ? marksOfCourse(cx, courseId) : marksOf(cx, registrationId);
  const marks = new Map<number, Map<number, Mark>>();
  for (const mark of found) {
    const own = marks.get(mark.registrationId);
    if (own) own.set(mark.sessionId, mark);
    else marks.set(mark.registrationId, new Map([[mark.sessionId, mark]]));
  }
  return ({ id, placeSince }) => {
    const own = marks.get(id);
    const ofPerson = sessions.map((session) => {
      const mark = own?.get(session.id);
      return { ...session, state: mark?.state ?? null, attended: mark?.minutes ?? 0 };
    });
    const planned = plannedSessions(ofPerson, placeSince, counting, firstSince);
    return { ...countSessions(ofPerson, placeSince, counting, firstSince), ...heldBy(planned, cx.now) };
  };
}

/**
 * Per person who holds a place in a course: minutes attended and planned for them, sessions without an entry, the civil
 * day of joining where sessions before it are left out, and scores. `plannedMinutes` beside them are those of all
 * sessions of the course, whoever they are for.
 */
export function courseRecords(
  cx: Context,
  course: GrantedCourse<
    "roll.read" | "assessments.enter" | "certificates.read" | "certificates.issue" | "course.run"
  >,
) {
  const attended = attendanceIn(cx, course.id);
  const sessions = sessionTimesOf(cx, course.id);
  const scores = new Map(scoresIn(cx, course.id).map((s) => [`${s.registrationId}:${s.kind}`, s.score]));
  return {
    plannedMinutes: sessions.reduce((sum, session) => sum + session.minutes, 0),
    people: rosterOf(cx, course.id).map(({ placeSince, ...person }) => {
      const { registrationId: id } = person;
      const counted = attended({ id, placeSince });
      return {
        ...person,
        ...counted,
        joinedLater: counted.joinedLater === null ? null : dayAt(counted.joinedLater, course.zone),
        preTest: scores.get(`${id}:pre_test`) ?? null,
        postTest: scores.get(`${id}:post_test`) ?? null,
        microTeaching: scores.get(`${id}:micro_teaching`) ?? null,
      };
    }),
  };
}
export type CourseRecord = ReturnType<typeof courseRecords>["people"][number];
