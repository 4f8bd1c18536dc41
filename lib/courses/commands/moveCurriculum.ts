import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import type { NewerCurriculum } from "../../curriculum/queries";
import { modulesThen } from "../../curriculum/rules";
import { curriculumSchema } from "../../curriculum/schema";
import { refuse } from "../../result";
import { setSession, timetableOf } from "../../timetable/store/kept";
import { curriculumMove } from "../queries/curriculum";
import { allows } from "../rules";
import { modulesIn, replaceModules, updateCourse } from "../store";
import { searchAgain } from "./search";

/** Sessions go on to the module that theirs is now; of one that is no longer taught they stay under its title. */
function moveSessions(cx: Context, courseId: number, newer: readonly NewerCurriculum[]): void {
  const change = new Map(newer.flatMap(({ stays }) => stays.map((one) => [one.from.id, one])));
  for (const session of timetableOf(cx, courseId)) {
    const found = session.moduleId === null ? undefined : change.get(session.moduleId);
    if (!found) continue;
    const { from, to } = found;
    const kind = session.kind === "module" && !to ? ("other" as const) : session.kind;
    setSession(cx, session.id, {
      ...{ kind, moduleId: to?.id ?? null, activityId: null },
      title: to ? session.title : (session.title ?? from.title[from.title.own] ?? from.code),
      updatedAt: cx.now,
      version: session.version + 1,
    });
  }
}

/**
 * Moves a course to the newest curricula of its tools, as its page foresaw it. Refused once attendance was taken: what was
 * begun goes on by the curriculum that it was begun with, and so do its certificates.
 */
export const moveCurriculum = command("course.edit", curriculumSchema, (cx, input) => {
  const course = gate.course(cx, "course.edit", input.courseId);
  if (!allows(course.state, "plan")) refuse("courseStateForbids");
  const { newer, held, foreseen } = curriculumMove(cx, course);
  if (newer.length === 0) refuse("curriculumNewest");
  if (held) refuse("curriculumAfterRoll");
  if (foreseen !== input.foreseen) refuse("curriculumChanged");
  const goes = modulesThen(newer);
  const modules = [
    ...modulesIn(cx, course.id).flatMap((id) => (goes.has(id) ? (goes.get(id) ?? []) : id)),
    ...newer.flatMap(({ added }) => added.map(({ id }) => id)),
  ];
  if (modules.length === 0) refuse("courseNeedsModules");
  moveSessions(cx, course.id, newer);
  replaceModules(cx, course.id, modules);
  updateCourse(cx, course.id, {
    updatedAt: cx.now,
    version: course.version + 1,
    planVersion: course.planVersion + 1,
  });
  searchAgain(cx, course.id);
  happened(cx, { kind: "course.curriculum-moved", courseId: course.id, modules });
  return { courseId: course.id };
});
