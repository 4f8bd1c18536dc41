import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import { happened } from "../../acts/happened";
import { courseSchema } from "../schema";
import { insertCourse } from "../store";
import { columnsOf } from "./choose";
import { newSlug, putParts } from "./put";

/** Plans a new course, as a draft. */
export const createCourse = command("course.create", courseSchema, (cx, input) => {
  gate.programme(cx, "course.create", input.programmeId);
  const { columns, moduleIds } = columnsOf(cx, input, null);
  const slug = newSlug(input.kind, columns.place, input.country, input.startsOn?.slice(0, 4) ?? "");
  const made = { slug, search: "", approvedAt: cx.now, createdAt: cx.now, updatedAt: cx.now };
  const { id: courseId } = insertCourse(cx, { ...columns, ...made });
  putParts(cx, gate.course(cx, "course.create", courseId), input, moduleIds);
  happened(cx, { kind: "course.created", courseId });
  return { courseId, slug };
});
