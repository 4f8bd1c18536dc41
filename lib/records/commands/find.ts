import * as gate from "../../access/gate";
import type { Context } from "../../acts/context";
import { refuse } from "../../result";

/** The record for a write. A course of people is none: what is known of it by name is never replaced by numbers. */
export function recordFor(cx: Context, courseId: number): gate.GrantedCourse<"course.edit"> {
  const course = gate.course(cx, "course.edit", courseId);
  return course.countedBy === "numbers" ? course : refuse("notFound");
}
