import { eq } from "drizzle-orm";
import { sessions } from "@/db/schema/timetable";
import type { Context } from "../acts/context";

export type SessionRow = typeof sessions.$inferSelect;

/** A session as it is within the open transaction. */
export const sessionRow = (cx: Context, sessionId: number): SessionRow | undefined =>
  cx.db.select().from(sessions).where(eq(sessions.id, sessionId)).get();
