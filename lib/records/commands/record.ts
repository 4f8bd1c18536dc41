import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import { happened } from "../../acts/happened";
import { defaultRule } from "../../completion/rules";
import { newSlug, putModules } from "../../courses/commands/put";
import { searchAgain } from "../../courses/commands/search";
import { insertCourse } from "../../courses/store";
import { sentBefore } from "../../courses/store/sent";
import { recordSchema } from "../schema";
import { columnsOf, putKnown } from "./put";

/** Records a course that is over and known only by numbers. It is closed from the start: nobody registers, no roll is taken; sent twice it is one. */
export const recordCourse = command("course.create", recordSchema, (cx, input) => {
  gate.programme(cx, "course.create", input.programmeId);
  const { formKey, before } = sentBefore(cx, input);
  if (before) return before;
  const { columns, moduleIds } = columnsOf(cx, input, null);
  const year = input.startsOn?.slice(0, 4) ?? String(input.year ?? "");
  const slug = newSlug(input.kind, columns.place, input.country, year);
  const { id: courseId } = insertCourse(cx, {
    ...columns,
    slug,
    formKey,
    search: "",
    countedBy: "numbers",
    state: "closed",
    enteredAfterwards: true,
    // Nobody registers and nothing is certified, so places, rule and signatures mean nothing here.
    capacity: 1,
    ...defaultRule[input.kind],
    signatories: [],
    approvedAt: cx.now,
    createdAt: cx.now,
    updatedAt: cx.now,
  });
  const course = gate.course(cx, "course.create", courseId);
  putModules(cx, course, moduleIds);
  putKnown(cx, course, input);
  searchAgain(cx, courseId);
  happened(cx, { kind: "record.created", courseId });
  return { courseId, slug };
});
