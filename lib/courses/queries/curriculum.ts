import type { GrantedCourse } from "../../access/gate";
import type { Context } from "../../acts/context";
import { heldAmong } from "../../attendance/store/kept";
import { editionsAfter } from "../../curriculum/queries";
import { type CurriculumChange, curriculumChange } from "../../curriculum/rules";
import { modulesAmong } from "../../curriculum/store";
import { timetableOf } from "../../timetable/store/kept";
import { modulesIn } from "../store";

/** A tool of which a newer curriculum is there than a course was planned with: since when (ms), and what would change. */
export type NewerCurriculum = CurriculumChange & {
  toolId: number;
  toolTitle: ReturnType<typeof modulesAmong>[number]["toolTitle"];
  since: number;
};

/** The tools of a course of which a newer curriculum is there; the course keeps its own until it is moved to it. */
export function newerCurricula(cx: Context, courseId: number): NewerCurriculum[] {
  const moduleIds = modulesIn(cx, courseId);
  const taught = modulesAmong(cx, moduleIds).filter((m) => m.supersededAt !== null);
  const versions = new Map(taught.map((m) => [m.toolVersionId, m]));
  return [...versions].map(([versionId, { toolId, toolTitle }]) => {
    const editions = editionsAfter(cx, versionId);
    return {
      ...curriculumChange(
        editions.map(({ modules }) => modules),
        new Set(moduleIds),
      ),
      ...{ toolId, toolTitle, since: editions.at(-2)!.supersededAt! },
    };
  });
}

/** What moving a course to the newest curricula does to its timetable: sessions by module, and whether any was held. */
export function curriculumMove(cx: Context, course: GrantedCourse<"course.edit">) {
  const sessions = timetableOf(cx, course.id);
  const held = heldAmong(
    cx,
    sessions.map(({ id }) => id),
  );
  const newer = newerCurricula(cx, course.id);
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
  newerCurricula(cx, course.id).map(({ toolTitle, since }) => ({ toolTitle, since }));
