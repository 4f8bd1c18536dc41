import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import type { CourseState } from "../../courses/rules";
import { updateCourse } from "../../courses/store";
import { refuse } from "../../result";
import { recordPutBackSchema, recordTakeOutSchema } from "../schema";
import { recordFor } from "./find";

/** Moves a record between being there and being taken out. */
function move(
  cx: Context,
  courseId: number,
  to: { from: CourseState; state: CourseState; stateReason: string | null },
) {
  const course = recordFor(cx, courseId);
  const { from, state, stateReason } = to;
  if (course.state !== from) refuse("courseStateNotAllowed");
  updateCourse(cx, course.id, { state, stateReason, updatedAt: cx.now, version: course.version + 1 });
  return { courseId: course.id, slug: course.slug };
}

/** Takes out a record that should not be there. It leaves the public pages; the programme still sees it, with the reason. */
export const takeOutRecord = command("course.edit", recordTakeOutSchema, (cx, { courseId, reason }) => {
  const moved = move(cx, courseId, { from: "closed", state: "cancelled", stateReason: reason });
  happened(cx, { kind: "record.taken-out", courseId });
  return moved;
});

/** Puts a record back that was taken out. */
export const putBackRecord = command("course.edit", recordPutBackSchema, (cx, { courseId }) => {
  const moved = move(cx, courseId, { from: "cancelled", state: "closed", stateReason: null });
  happened(cx, { kind: "record.put-back", courseId });
  return moved;
});
