import { command } from "../../acts/command";
import { happened } from "../../acts/happened";
import { fault } from "../../faults";
import { namesAlone } from "../../i18n/rules";
import { holdsSeat } from "../../registrations/rules";
import { putInGroup } from "../../registrations/store/groups";
import { registeredPeople } from "../../registrations/store/roster";
import { refuse, refuseAt } from "../../result";
import { groupPeopleSchema } from "../schema";
import { groupRow, groupRowsIn } from "../store";
import { courseToGroup } from "./save";

/**
 * Puts people of a course into one of its groups, or out of the one that they are in: all of them, or nobody. What was
 * entered of them stays and counts (`plannedSessions`). Refused for whoever holds no place, and for people of other courses.
 */
export const groupPeople = command("timetable.edit", groupPeopleSchema, (cx, input) => {
  const { id: courseId } = courseToGroup(cx, input.courseId);
  const { groupId, registrationIds } = input;
  if (groupId !== null && !groupRow(cx, courseId, groupId)) {
    // Without any group there is none to choose in its place.
    if (groupRowsIn(cx, courseId).length === 0) refuse("groupDeleted");
    refuseAt({ groupId: fault("groupGone") });
  }
  const people = registeredPeople(cx, registrationIds).filter((person) => person.courseId === courseId);
  if (people.length < registrationIds.length) refuse("notFound");
  const without = people.find(({ state }) => !holdsSeat(state));
  if (without) refuse("noPlace", { params: { name: { person: namesAlone(without) } } });
  const moved = people.filter((person) => person.groupId !== groupId).map((person) => person.registrationId);
  if (moved.length > 0) {
    putInGroup(cx, moved, groupId);
    happened(cx, { kind: "group.people-put", courseId, groupId, registrations: moved });
  }
  return { courseId, groupId, moved: moved.length };
});
