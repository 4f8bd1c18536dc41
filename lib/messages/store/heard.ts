import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { jobs, notices } from "@/db/schema/messages";
import type { Context } from "../../acts/context";

/** True where a coordinator has told the person of this topic before. */
export const hasHeard = (cx: Context, personId: number, topic: string): boolean =>
  cx.db
    .select({ id: notices.id })
    .from(notices)
    .where(and(eq(notices.personId, personId), isNotNull(notices.toldAt), eq(notices.topic, topic)))
    .get() !== undefined;

/** True where a mail about this topic went out to the person. */
export const hasGoneOut = (cx: Context, personId: number, topic: string): boolean =>
  cx.db
    .select({ id: jobs.id })
    .from(jobs)
    .where(
      and(eq(jobs.personId, personId), eq(jobs.topic, topic), isNotNull(jobs.doneAt), isNull(jobs.failure)),
    )
    .get() !== undefined;
