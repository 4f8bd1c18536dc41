import { and, eq, gt } from "drizzle-orm";
import { sessions } from "@/db/schema/timetable";
import type { Context } from "../../acts/context";
import { rollGaps } from "./entries";

/** The sessions of a course, or one of them, on whose roll somebody is missing; with how many. */
export const sessionsMissing = (cx: Context, courseId: number, sessionId: number | null) =>
  cx.db
    .select({ sessionId: sessions.id, endInstant: sessions.endInstant, missing: rollGaps })
    .from(sessions)
    .where(
      and(
        eq(sessions.courseId, courseId),
        sessionId === null ? undefined : eq(sessions.id, sessionId),
        gt(rollGaps, 0),
      ),
    )
    .all();
