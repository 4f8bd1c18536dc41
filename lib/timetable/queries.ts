import { and, asc, desc, eq } from "drizzle-orm";
import { among, prepared } from "@/db/client";
import {
  type KeptSession,
  modules,
  persons,
  rooms,
  sessions,
  sessionTrainers,
  timetableChanges,
  tools,
  toolVersions,
} from "@/db/schema";
import { courseScope } from "../access/queries";
import { may } from "../access/rules";
import type { Context } from "../acts/context";
import { rollEntries, rollGaps } from "../attendance/store";
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

/** The sessions of a course with module, room and trainers. Anybody who may see the course may see them. */
export function courseSessions(cx: Context, courseId: number) {
  const rows = cx.db
    .select({
      id: sessions.id,
      courseId: sessions.courseId,
      kind: sessions.kind,
      moduleId: sessions.moduleId,
      moduleCode: modules.code,
      moduleTitle: modules.title,
      toolCode: tools.code,
      toolTitle: tools.title,
      title: sessions.title,
      day: sessions.day,
      startsAt: sessions.startsAt,
      endsAt: sessions.endsAt,
      zone: sessions.zone,
      startInstant: sessions.startInstant,
      endInstant: sessions.endInstant,
      minutes: sessions.minutes,
      roomId: sessions.roomId,
      room: rooms.name,
      placedByHand: sessions.placedByHand,
      updatedAt: sessions.updatedAt,
      version: sessions.version,
      entries: rollEntries(sessions),
      gaps: rollGaps(sessions),
    })
    .from(sessions)
    .leftJoin(modules, eq(modules.id, sessions.moduleId))
    .leftJoin(toolVersions, eq(toolVersions.id, modules.toolVersionId))
    .leftJoin(tools, eq(tools.id, toolVersions.toolId))
    .leftJoin(rooms, eq(rooms.id, sessions.roomId))
    .where(eq(sessions.courseId, courseId))
    .orderBy(asc(sessions.startInstant), asc(sessions.id))
    .all();
  const trainers = cx.db
    .select({ sessionId: sessionTrainers.sessionId, id: persons.id, name: persons.name })
    .from(sessionTrainers)
    .innerJoin(sessions, eq(sessions.id, sessionTrainers.sessionId))
    .innerJoin(persons, eq(persons.id, sessionTrainers.personId))
    .where(eq(sessions.courseId, courseId))
    .all();
  return rows.map((row) => ({ ...row, trainers: trainers.filter((t) => t.sessionId === row.id) }));
}
export type Session = ReturnType<typeof courseSessions>[number];
