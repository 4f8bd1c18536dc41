import { and, eq, gt, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { removedSessions, sessions, sessionTrainers } from "@/db/schema/timetable";
import type { Context } from "../../acts/context";
import { groupNameOf } from "../../groups/store";
import { roomView } from "../../places/store";
import { type DescribedSession, described, ofGroups, withModules } from "./described";

/** A session as a calendar has it; `gone`: it was taken out of its timetable, which those who had it are to see. */
export type OnCalendar = DescribedSession & { gone: boolean };

/** Whose sessions: of a trainer, of courses, in a room. */
export type Whose =
  | { trainerId: number }
  | { courseIds: readonly number[] }
  /** Of somebody in these courses, who is in these groups. */
  | { courseIds: readonly number[]; groupIds: readonly number[] }
  | { roomId: number };

function conditionsOf(cx: Context, whose: Whose): [there: SQL, gone: SQL] {
  if ("roomId" in whose) return [eq(sessions.roomId, whose.roomId), eq(removedSessions.roomId, whose.roomId)];
  if ("courseIds" in whose) {
    const of = "groupIds" in whose ? [...whose.groupIds] : null;
    const was = sql`json_extract(${removedSessions.was}, '$.groupId')`;
    return [
      and(inArray(sessions.courseId, [...whose.courseIds]), of ? ofGroups(of) : undefined)!,
      and(
        inArray(removedSessions.courseId, [...whose.courseIds]),
        of ? or(isNull(was), inArray(was, of)) : undefined,
      )!,
    ];
  }
  const trained = cx.db
    .select({ id: sessionTrainers.sessionId })
    .from(sessionTrainers)
    .where(eq(sessionTrainers.personId, whose.trainerId));
  return [
    inArray(sessions.id, trained),
    sql`exists (select 1 from json_each(${removedSessions.was}, '$.trainerIds') as trainer where trainer.value = ${whose.trainerId})`,
  ];
}

/** The sessions that end after an instant (ms), and those that were taken out lately. */
export function sessionsOnCalendar(cx: Context, whose: Whose, from: number): OnCalendar[] {
  const [there, gone] = conditionsOf(cx, whose);
  const removed = cx.db
    .select({
      was: removedSessions.was,
      removedAt: removedSessions.removedAt,
      room: roomView.room,
      group: groupNameOf(sql`json_extract(${removedSessions.was}, '$.groupId')`),
    })
    .from(removedSessions)
    .leftJoin(roomView, eq(roomView.roomId, removedSessions.roomId))
    .where(gone)
    .all()
    .map(({ was: { link: _, ...was }, removedAt, room, group }) => ({
      ...was,
      ...{
        updatedAt: removedAt,
        room,
        group,
        venueId: null,
        venue: null,
        venuePlace: null,
        isOnline: was.online ?? false,
      },
      ...{ interpretedInto: null, interpreter: null },
    }));
  return [
    ...described(cx, and(there, gt(sessions.endInstant, from))!).map((s) => ({ ...s, gone: false })),
    ...withModules(cx, removed).map((s) => ({ ...s, gone: true })),
  ];
}
