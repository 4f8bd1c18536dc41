import * as gate from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import { readSerial } from "@/lib/certificates/rules/serial";
import { deskCourses } from "@/lib/courses/queries";
import type { Query } from "@/lib/names/rules";
import { peopleList } from "@/lib/people/queries";

/** So many of each are shown; a search that finds more is to be narrowed. */
const most = 20;

/** What one search finds of everything: people and courses in the viewer's reach, and the serial that was typed. */
export function foundOf(cx: Context, { q }: Query) {
  if (!q) return { people: [], courses: [], serial: null, more: false };
  const read = readSerial(q);
  const people = peopleList(cx, gate.reach(cx, "people.read"), { q, programme: null, after: null });
  const courses = deskCourses(cx, gate.reach(cx, "course.read"), { q, state: null, before: null });
  return {
    people: people.people.slice(0, most),
    courses: courses.courses.slice(0, most),
    serial: "serial" in read ? read.serial : null,
    more: [people.people, courses.courses].some((all) => all.length > most) || people.more || courses.more,
  };
}
