import { and, desc, eq } from "drizzle-orm";
import { among, prepared } from "@/db/client";
import { type KeptSession, modules, timetableChanges, tools, toolVersions } from "@/db/schema";
import { courseScope } from "../access/queries";
import { may } from "../access/rules";
import type { Context } from "../acts/context";
import { foreseenMove } from "../courses/commands/move";

/** Reads for whoever works on a timetable: what they did to it, and what moving a course would do. */

const moduleNames = prepared((db) =>
  db
    .select({ id: modules.id, moduleCode: modules.code, moduleTitle: modules.title, toolTitle: tools.title })
    .from(modules)
    .innerJoin(toolVersions, eq(toolVersions.id, modules.toolVersionId))
    .innerJoin(tools, eq(tools.id, toolVersions.toolId))
    .where(among(modules.id, "moduleIds"))
    .prepare(),
);

/** Adds to sessions as they were kept what they are called by. */
function named(cx: Context, list: readonly KeptSession[]) {
  const found = moduleNames(cx.db).all({ moduleIds: JSON.stringify(list.map((s) => s.moduleId)) });
  return list.map((session) => {
    const module = found.find((m) => m.id === session.moduleId);
    return {
      ...session,
      moduleCode: module?.moduleCode ?? null,
      moduleTitle: module?.moduleTitle ?? null,
      toolTitle: module?.toolTitle ?? null,
    };
  });
}

/**
 * What the viewer did to a timetable, newest first: their last ten changes, and the one with this key. What others did is
 * not theirs to undo.
 */
export function ownTimetableChanges(cx: Context, courseId: number, changeId: number | null) {
  const scope = courseScope(cx, courseId);
  if (!scope || !may(cx.viewer, "timetable.edit", scope) || cx.viewer.personId === null) return [];
  const own = and(
    eq(timetableChanges.courseId, courseId),
    eq(timetableChanges.byPersonId, cx.viewer.personId),
  );
  const latest = cx.db
    .select()
    .from(timetableChanges)
    .where(own)
    .orderBy(desc(timetableChanges.id))
    .limit(10)
    .all();
  const asked =
    changeId === null || latest.some((change) => change.id === changeId)
      ? []
      : cx.db
          .select()
          .from(timetableChanges)
          .where(and(own, eq(timetableChanges.id, changeId)))
          .all();
  return [...latest, ...asked].map((change) => ({
    ...change,
    before: named(cx, change.before),
    after: named(cx, change.after),
  }));
}
export type TimetableChange = ReturnType<typeof ownTimetableChanges>[number];

/** What moving a course to another first day does; null where it has no dates, or where the viewer may not move it. */
export function courseMove(cx: Context, courseId: number, startsOn: string) {
  const scope = courseScope(cx, courseId);
  if (!scope || !may(cx.viewer, "timetable.edit", scope)) return null;
  return foreseenMove(cx, courseId, startsOn);
}
