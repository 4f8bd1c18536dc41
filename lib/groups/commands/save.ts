import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { agreedOf, courseMoved } from "../../admission/commands/moved";
import { allows } from "../../courses/rules";
import type { CourseRow } from "../../courses/store";
import { fault } from "../../faults";
import { venueRow } from "../../places/store";
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

/** Refuses a venue of another country, and one that is no longer offered. */
export function demandVenue(cx: Context, course: CourseRow, venueId: number): void {
  const venue = venueRow(cx, venueId);
  if (!venue || venue.country !== course.country) refuseAt({ venueId: fault("venueElsewhere") });
  if (venue.retiredAt !== null) refuseAt({ venueId: fault("retired") });
}

/**
 * Makes a group of a course, or gives one another name, language or place. Refused where the course has one that is called the
 * same, whatever the case and the signs, and where a colleague changed it since (`stale`).
 */
export const saveGroup = command("timetable.edit", groupSchema, (cx, input) => {
  const course = courseToGroup(cx, input.courseId);
  const courseId = course.id;
  const { groupId, name, language, venueId = null } = input;
  const there = groupId === null ? undefined : (groupRow(cx, courseId, groupId) ?? refuse("groupDeleted"));
  if (there && input.version !== null && input.version !== there.version) refuse("stale");
  const others = groupRowsIn(cx, courseId).filter(({ id }) => id !== groupId);
  if (others.some((other) => fold(other.name) === fold(name))) refuseAt({ name: fault("groupNameTaken") });
  if (venueId !== null && venueId !== there?.venueId) demandVenue(cx, course, venueId);
  if (!there) {
    const added = insertGroup(cx, { courseId, name, language, venueId });
    happened(cx, { kind: "group.saved", courseId, groupId: added });
    return { courseId, groupId: added };
  }
  const before = agreedOf(cx, course);
  const moved = there.venueId !== venueId;
  if (there.name !== name || there.language !== language || moved) {
    updateGroup(cx, there, { name, language, venueId });
    if (there.name !== name || moved) renamedGroup(cx, there.id);
    if (moved) courseMoved(cx, before);
    happened(cx, { kind: "group.saved", courseId, groupId: there.id });
  }
  return { courseId, groupId: there.id };
});
