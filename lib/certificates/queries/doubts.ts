import type { Granted, GrantedCourse, Reach } from "../../access/gate";
import * as gate from "../../access/gate";
import type { Context } from "../../acts/context";
import { lateCourses } from "../../courses/store/reach";
import { printableName } from "../../documents/coverage";
import { strangelyNamed } from "../../registrations/store/roster";
import { shakenCourses } from "../store/shaken";
import { completionOf } from "./completion";

/** Courses looked at for names that cannot be printed, and for certificates to decide on. */
const mostCourses = 200;

/** The courses in which certificates that stand are to be decided on, with how many; the newest first. */
export function coursesInDoubt(cx: Context, reach: Granted<Reach, "certificates.read">) {
  const shaken = shakenCourses(cx, reach, mostCourses);
  return gate
    .coursesAmong(
      cx,
      "certificates.read",
      shaken.map(({ id }) => id),
    )
    .map((course) => {
      const { ruleLost, hoursDiffer } = completionOf(cx, course);
      return { course: { id: course.id, title: course.title }, count: ruleLost.length + hoursDiffer.length };
    })
    .filter(({ count }) => count > 0);
}

/** What is to be decided about a person's certificates in these courses. */
export const doubtsOf = (
  cx: Context,
  personId: number,
  courses: readonly GrantedCourse<"certificates.read">[],
) =>
  courses.flatMap((course) =>
    completionOf(cx, course)
      .ruleLost.filter((d) => d.person.personId === personId)
      .map((d) => ({ ...d, courseId: course.id })),
  );

/** People of the viewer's courses that ended since a day or are to come, whose name cannot be printed. */
export function unprintableNames(cx: Context, reach: Granted<Reach, "certificates.read">, since: string) {
  const courses = new Map(lateCourses(cx, reach, since, mostCourses).map(({ id, title }) => [id, title]));
  return strangelyNamed(cx, [...courses.keys()])
    .filter((person) => printableName(person) === null)
    .map((person) => ({ ...person, title: courses.get(person.courseId)! }));
}
