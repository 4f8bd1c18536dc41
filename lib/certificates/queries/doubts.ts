import type { GrantedCourse } from "../../access/gate";
import type { Context } from "../../acts/context";
import { completionOf } from "./completion";

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
