import { and, eq, gte, inArray, lte } from "drizzle-orm";
import { sessions, sessionTrainers } from "@/db/schema/timetable";
import type { Context } from "../../acts/context";
import { described } from "./described";

/** The sessions that somebody trains on civil days of a span, of whichever course, in their order, with as what. */
export function taughtBetween(cx: Context, personId: number, from: string, to: string) {
  const roles = new Map(
    cx.db
      .select({ sessionId: sessionTrainers.sessionId, role: sessionTrainers.role })
      .from(sessionTrainers)
      .innerJoin(sessions, eq(sessions.id, sessionTrainers.sessionId))
      .where(and(eq(sessionTrainers.personId, personId), gte(sessions.day, from), lte(sessions.day, to)))
      .all()
      .map(({ sessionId, role }) => [sessionId, role]),
  );
  return roles.size === 0
    ? []
    : described(cx, inArray(sessions.id, [...roles.keys()])).map((row) => ({
        ...row,
        role: roles.get(row.id)!,
      }));
}
