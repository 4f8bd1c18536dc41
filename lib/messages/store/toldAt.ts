import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { jobs, notices } from "@/db/schema/messages";
import type { Context } from "../../acts/context";
import type { MailMessage } from "../rules";

/** Keys of whom something that was done to a course at an instant (ms) is still to be told by these messages: by mail, and by somebody. */
export function toldAt(
  cx: Context,
  courseId: number,
  at: number,
  messages: readonly MailMessage[],
): { mailed: number[]; byHand: number[] } {
  const personId = jobs.personId;
  const mailed = cx.db
    .selectDistinct({ personId })
    .from(jobs)
    .where(
      and(
        isNull(jobs.doneAt),
        eq(jobs.queuedAt, at),
        inArray(jobs.message, [...messages]),
        sql`json_extract(${jobs.payload}, '$.told.courseId') = ${courseId}`,
      ),
    )
    .all();
  const byHand = cx.db
    .selectDistinct({ personId: notices.personId })
    .from(notices)
    .where(
      and(
        eq(notices.courseId, courseId),
        isNull(notices.toldAt),
        eq(notices.at, at),
        inArray(notices.message, [...messages]),
      ),
    )
    .all();
  const keys = (rows: { personId: number | null }[]) => rows.flatMap((row) => row.personId ?? []);
  return { mailed: keys(mailed), byHand: keys(byHand) };
}
