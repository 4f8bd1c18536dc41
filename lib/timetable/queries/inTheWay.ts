import * as gate from "../../access/gate";
import type { Context } from "../../acts/context";
import { isPublic } from "../../courses/rules";
import { courseRow } from "../../courses/store";
import { modulesAmong } from "../../curriculum/store";
import type { FieldFault } from "../../faults";
import { locales, type Translated } from "../../i18n/rules";
import { type GoesBy, zoneOfCourse } from "../../i18n/zoneNames";
import { personNames } from "../../people/store";
import { roomRow } from "../../places/store";
import { dayAt, timeAt } from "../../time/zone";
import {
  busyFault as busyFaultOf,
  type InTheWay,
  type NamedSession,
  roomFault as roomFaultOf,
  sessionParams,
} from "../rules/named";
import type { KeptSession } from "../store";
import type { Engaged, Taken } from "../store/taken";

/** Sessions as faults name them, put into words only where there is a fault. */

/** What a session teaches: the title of its tool and the code of its module. */
function taughtIn(cx: Context, moduleId: number | null): Pick<NamedSession, "tool" | "module"> {
  const [taught] = moduleId === null ? [] : modulesAmong(cx, [moduleId]);
  return { tool: taught?.toolTitle ?? null, module: taught?.moduleCode ?? null };
}

/** The title of a course that a session is of; null where it is not the viewer's to know which one it is. */
export function courseToName(cx: Context, courseId: number): Translated | null {
  const course = courseRow(cx, courseId)!;
  const known = isPublic(course) || gate.coursesAmong(cx, "course.read", [courseId]).length > 0;
  return known ? course.title : null;
}

/** What the hours of a course are called after, in each language: as on its pages. */
const cityOf = (course: GoesBy): Translated => ({
  own: "en",
  ...Object.fromEntries(locales.map((locale) => [locale, zoneOfCourse(course, locale)])),
});

/** A session that is in the way, at the hours of the course that is told of it: the one that it is of may be elsewhere. */
const named = (cx: Context, other: Engaged | Taken, course: GoesBy): InTheWay => ({
  kind: other.kind,
  title: other.title,
  ...taughtIn(cx, other.moduleId),
  day: dayAt(other.startsAt, course.zone),
  from: timeAt(other.startsAt, course.zone),
  to: timeAt(other.endsAt, course.zone),
  course: courseToName(cx, other.courseId),
  city: cityOf(course),
});

/** That a trainer is elsewhere: who, when and, where the viewer may know it, in what session of which course. */
export const busyFault = (cx: Context, other: Engaged, course: GoesBy): FieldFault =>
  busyFaultOf(
    other.trainerId === cx.viewer.personId ? null : personNames(cx, other.trainerId)!,
    named(cx, other, course),
  );

/** That a room is taken: which, when and, where the viewer may know it, by what session of which course. */
export const roomFault = (cx: Context, other: Taken, course: GoesBy): FieldFault =>
  roomFaultOf(other.roomId === null ? "" : roomRow(cx, other.roomId)!.name, named(cx, other, course));

/** A kept session as a fault names it. */
export const keptParams = (cx: Context, session: KeptSession) =>
  sessionParams({
    ...session,
    from: session.startsAt,
    to: session.endsAt,
    ...taughtIn(cx, session.moduleId),
  });
