import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { putModules } from "../../courses/commands/put";
import { searchAgain } from "../../courses/commands/search";
import { type CourseRow, modulesIn, updateCourse } from "../../courses/store";
import { refuse } from "../../result";
import { recordChanges, recordForm } from "../rules";
import { type RecordInput, recordEditSchema } from "../schema";
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

/** Fields that say in themselves what they hold, so that their present value can be shown to whoever comes too late. */
const shownWhenStale =
  /^(title|place|datesNote|description|startsOn|endsOn|year|enrolled|attended|completed)/;

/** Tells whoever comes too late what somebody else changed meanwhile. */
function refuseStale(version: number, before: Record<string, string | string[]>, input: RecordInput): never {
  const typed = (field: string) => String((input as Record<string, unknown>)[field] ?? "");
  const changed = Object.entries(before).filter(
    ([field, value]) =>
      shownWhenStale.test(field) && !field.endsWith("Source") && typed(field) !== String(value),
  );
  refuse("stale", {
    changed: { ...(Object.fromEntries(changed) as Record<string, string>), version: String(version) },
  });
}

/** Mends a record. A form that was opened before somebody else's change is told what changed. */
export const editRecord = command("course.edit", recordEditSchema, (cx, input) => {
  const course = recordFor(cx, input.courseId);
  const before = formNow(cx, course);
  if (course.version !== input.version) refuseStale(course.version, before, input);
  if (course.state !== "closed") refuse("courseStateForbids");
  gate.programme(cx, "course.create", input.programmeId);
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
