import { groupPeople, saveGroup } from "../../lib/groups/commands";
import { groupPeopleSchema, groupSchema } from "../../lib/groups/schema";
import { tellEverybody } from "./admit";
import { addLike, type Course, change } from "./plan";
import { seatsIn, secondRoom, timetableOf } from "./read";
import { as, done } from "./story";

/** The coordinator makes a group of a course and puts those with a place into it whose turn it is: the nth of so many. */
function groupOf(course: Course, name: string, nth: number, of: number, at: number): number {
  const by = as(course.coordinator, at);
  const courseId = String(course.id);
  const { groupId } = done(saveGroup(by, groupSchema.parse({ courseId, name })));
  const registrationIds = seatsIn(course.id)
    .filter((_, i) => i % of === nth)
    .map(({ id }) => String(id));
  done(groupPeople(by, groupPeopleSchema.parse({ courseId, registrationIds, groupId: String(groupId) })));
  return groupId;
}

/**
 * The people of a course with two trainers work in two groups on its last day but one: each session of that day is taught
 * to both side by side, by a trainer each, the second group in the other room.
 */
export function teachInGroups(course: Course, names: readonly [string, string], at: number): void {
  const [a, b] = names.map((name, nth) => groupOf(course, name, nth, names.length, at)) as [number, number];
  const timetable = timetableOf(course.id);
  const day = [...new Set(timetable.map((session) => session.day))].at(-2);
  const roomId = secondRoom(course.venue!.id);
  for (const session of timetable.filter((one) => one.day === day)) {
    const [first, second] = session.trainerIds;
    change(course, session, { groupId: a, trainerIds: first ? [first] : [] }, at);
    addLike(course, session, { groupId: b, roomId, trainerIds: second ? [second] : [] }, at);
  }
  tellEverybody(course, at);
}
