import { asc, eq, type SQL } from "drizzle-orm";
import { sessions, sessionTrainers } from "@/db/schema/timetable";
import type { Context } from "../../acts/context";
import { modulesAmong } from "../../curriculum/store";
import { personView } from "../../people/store";
import { roomView } from "../../places/store";

/** A session with its room. */
const columns = {
  id: sessions.id,
  courseId: sessions.courseId,
  kind: sessions.kind,
  moduleId: sessions.moduleId,
  title: sessions.title,
  day: sessions.day,
  startsAt: sessions.startsAt,
  endsAt: sessions.endsAt,
  zone: sessions.zone,
  minutes: sessions.minutes,
  startInstant: sessions.startInstant,
  endInstant: sessions.endInstant,
  roomId: sessions.roomId,
  room: roomView.room,
  placedByHand: sessions.placedByHand,
  updatedAt: sessions.updatedAt,
  version: sessions.version,
};

/**
 * Adds to sessions what they teach. Modules are asked for by their keys: in an outer join SQLite would put together every
 * module there is for each list.
 */
export function withModules<Row extends { moduleId: number | null }>(cx: Context, rows: readonly Row[]) {
  const moduleIds = [...new Set(rows.flatMap((row) => row.moduleId ?? []))];
  const taught = new Map(
    moduleIds.length === 0 ? [] : modulesAmong(cx, moduleIds).map((module) => [module.moduleId, module]),
  );
  return rows.map((row) => {
    const module = row.moduleId === null ? undefined : taught.get(row.moduleId);
    return {
      ...row,
      moduleCode: module?.moduleCode ?? null,
      moduleTitle: module?.moduleTitle ?? null,
      toolCode: module?.toolCode ?? null,
      toolTitle: module?.toolTitle ?? null,
    };
  });
}

const described = (cx: Context, which: SQL) =>
  withModules(
    cx,
    cx.db
      .select(columns)
      .from(sessions)
      .leftJoin(roomView, eq(roomView.roomId, sessions.roomId))
      .where(which)
      .orderBy(asc(sessions.startInstant), asc(sessions.id))
      .all(),
  );
export type DescribedSession = ReturnType<typeof described>[number];

/** The sessions of a course with what they are about, in their order. */
export const sessionsOf = (cx: Context, courseId: number): DescribedSession[] =>
  described(cx, eq(sessions.courseId, courseId));

/** Who trains each session of a course, by name. */
export const sessionTrainersNamed = (cx: Context, courseId: number) =>
  cx.db
    .select({ sessionId: sessionTrainers.sessionId, id: personView.id, name: personView.name })
    .from(sessionTrainers)
    .innerJoin(sessions, eq(sessions.id, sessionTrainers.sessionId))
    .innerJoin(personView, eq(personView.id, sessionTrainers.personId))
    .where(eq(sessions.courseId, courseId))
    .all();
