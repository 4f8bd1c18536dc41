import type { GrantedCourse } from "../../access/gate";
import type { Context } from "../../acts/context";
import { heldAmong } from "../../attendance/store/kept";
import { newerCurricula } from "../../curriculum/queries";
import { timetableOf } from "../../timetable/store/kept";
import { modulesIn } from "../store";

/** What moving a course to the newest curricula does to its timetable: sessions by module, and whether any was held. */
export function curriculumMove(cx: Context, course: GrantedCourse<"course.edit">) {
  const sessions = timetableOf(cx, course.id);
  const held = heldAmong(
    cx,
    sessions.map(({ id }) => id),
  );
  const newer = newerCurricula(cx, modulesIn(cx, course.id));
  const counted = (moduleId: number) => sessions.filter((s) => s.moduleId === moduleId).length;
  return {
    newer,
    held: held.size > 0,
    sessionsOf: new Map(newer.flatMap(({ stays }) => stays.map(({ from }) => [from.id, counted(from.id)]))),
    /** The same as one word that a form carries. */
    foreseen: JSON.stringify(
      newer.map(({ stays, added }) => [
        stays.map(({ from, to }) => [from.id, to?.id ?? 0]),
        added.map(({ id }) => id),
      ]),
    ),
  };
}

/** The same course, for whoever reads it: is there a newer curriculum of one of its tools? */
export const curriculumNews = (cx: Context, course: GrantedCourse<"course.read">) =>
  newerCurricula(cx, modulesIn(cx, course.id)).map(({ toolTitle, since }) => ({ toolTitle, since }));
