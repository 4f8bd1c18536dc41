import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import { happened } from "../../acts/happened";
import { refuse } from "../../result";
import { allows } from "../rules";
import { type CourseInput, courseEditSchema } from "../schema";
import type { CourseRow } from "../store";
import { changePlan } from "./changePlan";

/** Tells whoever comes too late what somebody else changed meanwhile. */
function refuseStale(course: CourseRow, input: CourseInput): never {
  const here: Record<string, string> = {
    titleEn: course.title.en ?? "",
    startsOn: course.startsOn ?? "",
    endsOn: course.endsOn ?? "",
    capacity: String(course.capacity),
    zone: course.zone,
  };
  const changed = Object.entries(here).filter(
    ([field, value]) =>
      !(field === "titleEn" && course.titleGenerated) && String(input[field as "zone"] ?? "") !== value,
  );
  refuse("stale", { changed: { ...Object.fromEntries(changed), version: String(course.version) } });
}

/** Changes the plan of a course. A form that was opened before somebody else's change is told what changed. */
export const editCourse = command("course.edit", courseEditSchema, (cx, input) => {
  const course = gate.course(cx, "course.edit", input.courseId);
  if (course.version !== input.version) refuseStale(course, input);
  if (!allows(course.state, "plan")) refuse("courseStateForbids", { params: { state: course.state } });
  gate.programme(cx, "course.create", input.programmeId);
  const { version } = changePlan(cx, course, input);
  happened(cx, { kind: "course.edited", courseId: course.id, version });
  return { courseId: course.id, slug: course.slug };
});
