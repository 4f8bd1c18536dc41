import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import { happened } from "../../acts/happened";
import { shareNew } from "../../sharing/commands/share";
import { planFrom } from "../../templates/queries";
import { courseSchema } from "../schema";
import { insertCourse } from "../store";
import { sentBefore } from "../store/sent";
import { columnsOf } from "./choose";
import { newSlug, putParts } from "./put";
import { putFrom } from "./putFrom";

/**
 * Plans a new course, as a draft; from another course or a template with the groups and sessions that it has. The same form
 * sent twice is one course, and what a copy left out was said at the first.
 */
export const createCourse = command("course.create", courseSchema, (cx, input) => {
  gate.programme(cx, "course.create", input.programmeId);
  const { formKey, before } = sentBefore(cx, input);
  if (before) return { ...before, taken: null };
  const plan = planFrom(cx, input);
  const { columns, moduleIds } = columnsOf(cx, input, null, plan);
  const slug = newSlug(input.kind, columns.place, input.country, input.startsOn?.slice(0, 4) ?? "");
  const made = { slug, formKey, search: "", approvedAt: cx.now, createdAt: cx.now, updatedAt: cx.now };
  const { id: courseId } = insertCourse(cx, { ...columns, ...made });
  putParts(cx, gate.course(cx, "course.create", courseId), input, moduleIds, plan);
  const taken = plan && putFrom(cx, gate.course(cx, "timetable.edit", courseId), plan, input);
  happened(cx, { kind: "course.created", courseId });
  shareNew(cx, gate.course(cx, "course.edit", courseId), input.sharerIds);
  return { courseId, slug, taken: plan && plan.sessions.length > 0 ? taken : null };
});
