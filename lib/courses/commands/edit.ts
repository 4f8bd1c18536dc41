import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import { happened } from "../../acts/happened";
import { toldOfChange } from "../../messages/queries";
import { refuse } from "../../result";
import { demandNotShared } from "../../sharing/lead";
import { allows } from "../rules";
import { courseEditSchema } from "../schema";
import { changePlan } from "./changePlan";

/** Changes the plan of a course. A form that was opened before somebody else's change is refused as stale. */
export const editCourse = command("course.edit", courseEditSchema, (cx, input) => {
  const course = gate.course(cx, "course.edit", input.courseId);
  if (course.version !== input.version) refuse("stale");
  if (!allows(course.state, "plan")) refuse("courseStateForbids");
  gate.programme(cx, "course.create", input.programmeId);
  demandNotShared(cx, course.id, input.programmeId);
  const { version } = changePlan(cx, course, input);
  happened(cx, { kind: "course.edited", courseId: course.id, version });
  return { courseId: course.id, slug: course.slug, ...toldOfChange(cx, course, cx.now) };
});
