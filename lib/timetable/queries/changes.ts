import type { GrantedCourse } from "../../access/gate";
import type { Context } from "../../acts/context";
import { modulesAmong } from "../../curriculum/store";
import type { KeptSession } from "../store";
import { changeRow, changesBy } from "../store/changes";

/** How many of the viewer's own changes they may look back on. */
const looksBack = 10;

/** Adds to sessions as they were kept what they are called by. */
function named(cx: Context, list: readonly KeptSession[]) {
  const found = modulesAmong(
    cx,
    list.flatMap((s) => s.moduleId ?? []),
  );
  return list.map((session) => {
    const module = found.find((m) => m.moduleId === session.moduleId);
    return {
      ...session,
      moduleCode: module?.moduleCode ?? null,
      moduleTitle: module?.moduleTitle ?? null,
      toolTitle: module?.toolTitle ?? null,
    };
  });
}

/** The change of this key, where it is this person's own and of this course. */
function ownChange(cx: Context, courseId: number, personId: number, changeId: number) {
  const change = changeRow(cx, changeId);
  return change?.courseId === courseId && change.byPersonId === personId ? change : null;
}

/**
 * What the viewer did to a timetable, newest first: their last ten changes, and the one with this key. What others did is
 * not theirs to undo.
 */
export function ownTimetableChanges(
  cx: Context,
  course: GrantedCourse<"timetable.edit">,
  changeId: number | null,
) {
  const { personId } = cx.viewer;
  if (personId === null) return [];
  const latest = changesBy(cx, course.id, personId, looksBack);
  const isLatest = latest.some((change) => change.id === changeId);
  const asked = changeId === null || isLatest ? null : ownChange(cx, course.id, personId, changeId);
  return [...latest, ...(asked ? [asked] : [])].map((change) => ({
    ...change,
    before: named(cx, change.before),
    after: named(cx, change.after),
  }));
}
export type TimetableChange = ReturnType<typeof ownTimetableChanges>[number];
