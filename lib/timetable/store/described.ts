import { asc, eq, type SQL } from "drizzle-orm";
import { sessions, sessionTrainers } from "@/db/schema/timetable";
import type { Context } from "../../acts/context";
import { moduleView } from "../../curriculum/store";
import { personView } from "../../people/store";
import { roomView } from "../../places/store";

/** A column of what a session teaches, which it may lack: the builder does not see that of a named piece of SQL. */
const orNull = <T>(column: SQL.Aliased<T>) => column as SQL.Aliased<T | null>;

/** A session with what it is about and its room. */
const columns = {
  id: sessions.id,
  courseId: sessions.courseId,
  kind: sessions.kind,
  moduleId: sessions.moduleId,
  title: sessions.title,
  moduleCode: moduleView.moduleCode,
  moduleTitle: moduleView.moduleTitle,
  toolCode: orNull(moduleView.toolCode),
  toolTitle: orNull(moduleView.toolTitle),
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

const described = (cx: Context, which: SQL) =>
  cx.db
    .select(columns)
    .from(sessions)
    .leftJoin(moduleView, eq(moduleView.moduleId, sessions.moduleId))
    .leftJoin(roomView, eq(roomView.roomId, sessions.roomId))
    .where(which)
    .orderBy(asc(sessions.startInstant), asc(sessions.id))
    .all();
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
