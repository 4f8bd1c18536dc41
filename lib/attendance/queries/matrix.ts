import type { GrantedCourse } from "../../access/gate";
import * as gate from "../../access/gate";
import type { Context } from "../../acts/context";
import { countsFrom } from "../../completion/rules/counting";
import { shareOf } from "../../completion/rules/reachable";
import { overBy } from "../../courses/rules";
import { rollIsOpen } from "../../courses/rules/workshops";
import { toldApart } from "../../people/rules/apart";
import { firstPlaceOf, rosterOf } from "../../registrations/store/roster";
import { dayAt } from "../../time/zone";
import { sessionDue } from "../rules";
import { theirSessions } from "../rules/theirs";
import { type Mark, marksOfCourse } from "../store";
import { attendanceIn } from "../store/attended";
import { courseRolls } from "./roll";

/**
 * The rolls of a course side by side: its sessions with how far each roll is, everyone who holds a place with what is
 * entered of them in each session, and how they stand by the course's own minimum. `others`: the sessions of groups that
 * they are not in and those that began before they joined, to which they owe nothing.
 */
export function attendanceMatrix(cx: Context, course: GrantedCourse<"roll.read">) {
  const sessions = courseRolls(cx, course);
  const joining = {
    lastStart: Math.max(...sessions.map(({ startInstant }) => startInstant)),
    firstSince: firstPlaceOf(cx, course.id),
  };
  const marks = new Map<number, Mark[]>();
  const entered = marksOfCourse(cx, course.id);
  for (const mark of entered) {
    const own = marks.get(mark.registrationId);
    if (own) own.push(mark);
    else marks.set(mark.registrationId, [mark]);
  }
  const planned = theirSessions(sessions, entered);
  const attended = attendanceIn(cx, course.id);
  const roster = rosterOf(cx, course.id);
  const over = overBy(course.state, cx.now);
  const apart = toldApart(roster);
  return {
    sessions,
    people: roster.map(({ registrationId: id, name, latinName, placeSince, groupId, group }, nth) => {
      const counted = attended({ id, placeSince, groupId });
      const theirs = planned({ registrationId: id, groupId });
      return {
        registrationId: id,
        name,
        latinName,
        /** What tells them from others of their name. */
        apart: apart[nth] ?? null,
        group,
        marks: marks.get(id) ?? [],
        others: sessions
          .filter((s) => !theirs.has(s.id) || !countsFrom(s, placeSince, joining, course))
          .map((s) => s.id),
        share: shareOf(course, counted, course.state === "closed"),
        outlook: counted.outlook,
      };
    }),
    /** The session whose roll is to be taken next, or null. */
    due: sessionDue(sessions, over)?.id ?? null,
    /** By which instant (ms) sessions count as begun and over; where the course was ended before its day, all of them. */
    over,
    open: rollIsOpen(course, dayAt(cx.now, course.zone)) && gate.mayIn(cx, "roll.take", course),
    /** True for whom it is to be taken, once it is open; others read it. */
    takes: gate.mayIn(cx, "roll.take", course),
  };
}
export type AttendanceMatrix = ReturnType<typeof attendanceMatrix>;

/** Those of a course who can no longer reach its minimum attendance, or will not if they miss a session more; by name. */
export function peopleAtRisk(cx: Context, course: GrantedCourse<"roll.read">) {
  const attended = attendanceIn(cx, course.id);
  const roster = rosterOf(cx, course.id);
  const apart = toldApart(roster);
  return roster.flatMap(({ registrationId: id, name, latinName, placeSince, groupId }, nth) => {
    const { outlook } = attended({ id, placeSince, groupId });
    return outlook ? [{ registrationId: id, name, latinName, apart: apart[nth] ?? null, outlook }] : [];
  });
}
