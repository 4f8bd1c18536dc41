import type { GrantedCourse } from "../../access/gate";
import type { Context } from "../../acts/context";
import { coursesWithDue } from "../../due/store";
import { completionOf } from "./completion";

/**
 * What is to be decided about a person's certificates in these courses. Only courses in which a certificate is in doubt
 * are looked at, which what is due says for each: looking at everybody's attendance in all of them takes long.
 */
export const doubtsOf = (
  cx: Context,
  personId: number,
  courses: readonly GrantedCourse<"certificates.read">[],
) => {
  const inDoubt = coursesWithDue(
    cx,
    "rule_lost",
    courses.map(({ id }) => id),
  );
  return courses
    .filter(({ id }) => inDoubt.has(id))
    .flatMap((course) =>
      completionOf(cx, course)
        .ruleLost.filter((d) => d.person.personId === personId)
        .map((d) => ({ ...d, courseId: course.id })),
    );
};
