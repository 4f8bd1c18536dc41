import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { allows } from "../../courses/rules";
import { fault } from "../../faults";
import { refuse, refuseAt } from "../../result";
import { fold } from "../../text";
import { renamedGroup } from "../../timetable/store/renamed";
import { groupSchema } from "../schema";
import { groupRow, groupRowsIn, insertGroup, updateGroup } from "../store";

/** The course of this key, whose groups may be changed; refused where its state keeps its plan. */
export function courseToGroup(cx: Context, courseId: number): gate.GrantedCourse<"timetable.edit"> {
  const course = gate.course(cx, "timetable.edit", courseId);
  if (!allows(course.state, "plan")) refuse("courseStateForbids");
  return course;
}

/**
 * Makes a group of a course, or gives one another name or language. Refused where the course has one that is called the
 * same, whatever the case and the signs, and where a colleague changed it since (`stale`).
 */
export const saveGroup = command("timetable.edit", groupSchema, (cx, input) => {
  const { id: courseId } = courseToGroup(cx, input.courseId);
  const { groupId, name, language } = input;
  const there = groupId === null ? undefined : (groupRow(cx, courseId, groupId) ?? refuse("notFound"));
  if (there && input.version !== null && input.version !== there.version) refuse("stale");
  const others = groupRowsIn(cx, courseId).filter(({ id }) => id !== groupId);
  if (others.some((other) => fold(other.name) === fold(name))) refuseAt({ name: fault("groupNameTaken") });
  if (!there) {
    const added = insertGroup(cx, { courseId, name, language });
    happened(cx, { kind: "group.saved", courseId, groupId: added });
    return { courseId, groupId: added };
  }
  if (there.name !== name || there.language !== language) {
    updateGroup(cx, there, { name, language });
    if (there.name !== name) renamedGroup(cx, there.id);
    happened(cx, { kind: "group.saved", courseId, groupId: there.id });
  }
  return { courseId, groupId: there.id };
});
