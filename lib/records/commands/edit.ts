import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { putModules } from "../../courses/commands/put";
import { searchAgain } from "../../courses/commands/search";
import { type CourseRow, modulesIn, updateCourse } from "../../courses/store";
import { refuse } from "../../result";
import { demandNotShared } from "../../sharing/lead";
import { recordChanges, recordForm } from "../rules";
import { recordEditSchema } from "../schema";
import { factsOf, headcountsOf } from "../store";
import { recordFor } from "./find";
import { columnsOf, putKnown } from "./put";

/** A record as its form holds it now. */
const formNow = (cx: Context, course: CourseRow) =>
  recordForm({
    ...course,
    moduleIds: modulesIn(cx, course.id),
    headcounts: headcountsOf(cx, course.id),
    facts: factsOf(cx, course.id),
  });

/** Mends a record. A form that was opened before somebody else's change is refused as stale. */
export const editRecord = command("course.edit", recordEditSchema, (cx, input) => {
  const course = recordFor(cx, input.courseId);
  const before = formNow(cx, course);
  if (course.version !== input.version) refuse("stale");
  if (course.state !== "closed") refuse("courseStateForbids");
  gate.programme(cx, "course.create", input.programmeId);
  demandNotShared(cx, course.id, input.programmeId);
  const { columns, moduleIds } = columnsOf(cx, input, course);
  const version = course.version + 1;
  const after = updateCourse(cx, course.id, { ...columns, updatedAt: cx.now, version });
  putModules(cx, course, moduleIds);
  putKnown(cx, course, input);
  searchAgain(cx, course.id);
  const changed = recordChanges(before, formNow(cx, after));
  happened(cx, { kind: "record.edited", courseId: course.id, version, changed });
  return { courseId: course.id, slug: course.slug };
});
