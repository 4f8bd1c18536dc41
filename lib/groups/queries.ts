import type { GrantedCourse } from "../access/gate";
import type { Context } from "../acts/context";
import { toldApart } from "../people/rules/apart";
import { countsByGroup } from "../registrations/store/groups";
import { rosterOf } from "../registrations/store/roster";
import { countsOfGroups } from "../timetable/store";
import { groupRowsIn } from "./store";

/** The groups of a course in the order in which they were made, each with how many people and sessions are of it. */
export function groupsIn(cx: Context, course: GrantedCourse<"course.read" | "timetable.edit">) {
  const people = countsByGroup(cx, course.id);
  const sessions = countsOfGroups(cx, course.id);
  return groupRowsIn(cx, course.id).map((group) => ({
    ...group,
    people: people.get(group.id) ?? 0,
    sessions: sessions.get(group.id) ?? 0,
  }));
}
export type Group = ReturnType<typeof groupsIn>[number];

/** Everyone who holds a place in a course, by name, with the group that they are in. */
export function peopleToGroup(cx: Context, course: GrantedCourse<"timetable.edit">) {
  const roster = rosterOf(cx, course.id);
  const apart = toldApart(roster);
  return roster.map(({ registrationId, name, latinName, organisation, number, groupId }, nth) => ({
    ...{ registrationId, name, latinName, organisation, number, groupId },
    /** What tells them from others of their name. */
    apart: apart[nth] ?? null,
  }));
}
