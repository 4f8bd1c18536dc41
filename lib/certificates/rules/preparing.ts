import type { PersonRecord } from "../../completion/rules";
import type { CourseState } from "../../courses/rules";
import { addDays } from "../../time/civil";

/** Days before the last one of a course from which its certificates can be prepared: time to print and sign them. */
export const prepareDays = 3;

/** Whether certificates for the closing can be made: the course runs, and its last day is near or past. */
export const mayPrepare = (course: { state: CourseState; endsOn: string | null }, today: string) =>
  course.state === "running" && course.endsOn !== null && today >= addDays(course.endsOn, -prepareDays);

/** True where a certificate would be dated before the last day of its course, which asks for a reason. */
export const isEarly = (course: { endsOn: string | null }, today: string) =>
  course.endsOn !== null && today < course.endsOn;

/**
 * What somebody will have who comes to every session that has no entry for them yet and passes every test that has
 * no score yet.
 * @param openMinutes minutes of those sessions.
 */
export const atBest = <Person extends PersonRecord>(person: Person, openMinutes: number): Person => ({
  ...person,
  minutes: person.minutes + openMinutes,
  sessionsWithoutEntry: 0,
  postTest: person.postTest ?? 100,
  microTeaching: person.microTeaching ?? 100,
});
