import type { GrantedCourse } from "../../access/gate";
import type { Context } from "../../acts/context";
import { attendancePercent } from "../../completion/rules";
import { sessionsOf } from "../../timetable/store/described";
import { type Mark, marksOfCourse } from "../store";
import { courseRecords } from "./records";

/**
 * Who was at which session of a course: its sessions, and whoever holds a place with a mark or null for each of them.
 * `percent` is of what was planned for that person, of what was held and entered by now while the course goes on,
 * or null where nothing was.
 */
export function attendanceSheet(cx: Context, course: GrantedCourse<"roll.read">) {
  const sessions = sessionsOf(cx, course.id);
  const marks = new Map<string, Mark>(
    marksOfCourse(cx, course.id).map((mark) => [`${mark.registrationId}:${mark.sessionId}`, mark]),
  );
  const over = course.state === "closed";
  const people = courseRecords(cx, course).people.map((person) => {
    const whole = over ? person.plannedMinutes : person.heldMinutes - person.unenteredMinutes;
    return {
      registrationId: person.registrationId,
      name: person.name,
      latinName: person.latinName,
      marks: sessions.map(({ id }) => marks.get(`${person.registrationId}:${id}`) ?? null),
      percent: whole > 0 ? attendancePercent(person.minutes, whole) : null,
      /** The course is over, and it was less than its rule asks for. */
      below: over && whole > 0 && person.minutes * 100 < course.minAttendance * whole,
    };
  });
  return { sessions, people };
}
