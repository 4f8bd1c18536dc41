import { and, asc, desc, eq, gte, lte } from "drizzle-orm";
import { among, prepared, read } from "@/db/client";
import { holidays, type KeptSession, modules, timetableChanges, tools, toolVersions } from "@/db/schema";
import { courseScope } from "../access/queries";
import { may, type Viewer } from "../access/rules";
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
function named(list: readonly KeptSession[]) {
  const found = moduleNames().all({ moduleIds: JSON.stringify(list.map((s) => s.moduleId)) });
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
export function ownTimetableChanges(viewer: Viewer, courseId: number, changeId: number | null) {
  const scope = courseScope(viewer, courseId);
  if (!scope || !may(viewer, "timetable.edit", scope) || viewer.personId === null) return [];
  const own = and(eq(timetableChanges.courseId, courseId), eq(timetableChanges.byPersonId, viewer.personId));
  const latest = read()
    .select()
    .from(timetableChanges)
    .where(own)
    .orderBy(desc(timetableChanges.id))
    .limit(10)
    .all();
  const asked =
    changeId === null || latest.some((change) => change.id === changeId)
      ? []
      : read()
          .select()
          .from(timetableChanges)
          .where(and(own, eq(timetableChanges.id, changeId)))
          .all();
  return [...latest, ...asked].map((change) => ({
    ...change,
    before: named(change.before),
    after: named(change.after),
  }));
}
export type TimetableChange = ReturnType<typeof ownTimetableChanges>[number];

/** What moving a course to another first day does; null where it has no dates, or where the viewer may not move it. */
export function courseMove(viewer: Viewer, courseId: number, startsOn: string) {
  const scope = courseScope(viewer, courseId);
  if (!scope || !may(viewer, "timetable.edit", scope)) return null;
  return foreseenMove(read(), viewer, courseId, startsOn);
}

/** Public holidays of a country from a day to another. */
export function holidaysIn(country: string, from: string, to: string) {
  return read()
    .select({ day: holidays.day, name: holidays.name })
    .from(holidays)
    .where(and(eq(holidays.country, country), gte(holidays.day, from), lte(holidays.day, to)))
    .orderBy(asc(holidays.day))
    .all();
}
