import { gt, sql } from "drizzle-orm";
import { sessions } from "@/db/schema/timetable";
import type { Context } from "../../acts/context";
import type { SessionRow } from "../store";

/** The sessions that begin after an instant (ms), in whatever course. */
export const sessionsAfter = (cx: Context, at: number): SessionRow[] =>
  cx.db.select().from(sessions).where(gt(sessions.startInstant, at)).all();

/** The guards of the file that refuse a trainer in two places and a room taken twice where a session is there already. */
const guards = [
  "sessions_trainers_one_place",
  "sessions_one_room_update",
  "session_trainers_one_place",
] as const;

/**
 * Does what gives sessions other instants without anybody's having planned them otherwise, or what they had back, without
 * the guards that refuse whoever plans. They are back before the transaction ends, whatever comes of it; nobody else writes meanwhile.
 */
export function withoutPlanningGuards(cx: Context, work: () => void): void {
  const kept = guards.flatMap((name) =>
    cx.db.all<{ sql: string }>(sql`select sql from sqlite_master where type = 'trigger' and name = ${name}`),
  );
  for (const name of guards) cx.db.run(sql.raw(`drop trigger if exists ${name}`));
  work();
  for (const guard of kept) cx.db.run(sql.raw(guard.sql));
}
