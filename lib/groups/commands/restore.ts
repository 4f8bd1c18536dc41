import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { detailsOf } from "../../audit/store";
import { putInGroup } from "../../registrations/store/groups";
import { registeredPeople } from "../../registrations/store/roster";
import { giveGroupRequestsBack } from "../../requests/commands/manage";
import { refuse } from "../../result";
import { fold } from "../../text";
import { groupBackSchema } from "../schema";
import { groupRowsIn, insertGroup } from "../store";
import { courseToGroup, demandVenue } from "./save";

/** Who was in a group of a course when it was deleted; refused where that is not known. */
function whoWasIn(cx: Context, courseId: number, groupId: number): readonly number[] {
  const [last] = detailsOf(cx, { subject: "group", subjectId: groupId, action: "group.deleted" });
  if (!last) return refuse("undoOvertaken");
  if (last.courseId !== courseId) refuse("notFound");
  return Array.isArray(last.registrationIds) ? last.registrationIds : refuse("undoOvertaken");
}

/** Of these people those who are in no group of their course now; who was erased since is passed over. */
function inNone(cx: Context, courseId: number, registrationIds: readonly number[]): number[] {
  const people = registeredPeople(cx, registrationIds).filter((person) => person.courseId === courseId);
  return people.filter(({ groupId }) => groupId === null).map(({ registrationId }) => registrationId);
}

/**
 * Undoes the deletion of a group: it is there again with its people, but for those who were put into another one meanwhile,
 * and whoever was asked for it is asked again. Refused where another group has its name by now.
 */
export const restoreGroup = command("timetable.edit", groupBackSchema, (cx, input) => {
  const course = courseToGroup(cx, input.courseId);
  const { id: courseId } = course;
  const { name, language, venueId = null } = input;
  if (groupRowsIn(cx, courseId).some((other) => fold(other.name) === fold(name))) refuse("undoOvertaken");
  if (venueId !== null) demandVenue(cx, course, venueId);
  const people = inNone(cx, courseId, whoWasIn(cx, courseId, input.groupId));
  const groupId = insertGroup(cx, { courseId, name, language, venueId });
  happened(cx, { kind: "group.saved", courseId, groupId });
  if (people.length > 0) {
    putInGroup(cx, people, groupId);
    happened(cx, { kind: "group.people-put", courseId, groupId, registrations: people });
  }
  if (!giveGroupRequestsBack(cx, course, input.requestIds, { groupId, name })) refuse("undoOvertaken");
  return { courseId, groupId };
});
