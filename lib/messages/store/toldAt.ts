import { and, countDistinct, eq, inArray, isNull } from "drizzle-orm";
import { jobs, notices } from "@/db/schema/messages";
import type { Context } from "../../acts/context";
import type { MailMessage } from "../rules";
import { courseOfMail } from "./outbox";

/** How many people something that was done to a course at an instant (ms) is still to be told by these messages: by mail, and by somebody. */
export function toldAt(
  cx: Context,
  courseId: number,
  at: number,
  messages: readonly MailMessage[],
): { mailed: number; byHand: number } {
  const mailed = cx.db
    .select({ people: countDistinct(jobs.personId) })
    .from(jobs)
    .where(
      and(
        isNull(jobs.doneAt),
        eq(jobs.queuedAt, at),
        inArray(jobs.message, [...messages]),
        eq(courseOfMail, courseId),
      ),
    )
    .get()!.people;
  const byHand = cx.db
    .select({ people: countDistinct(notices.personId) })
    .from(notices)
    .where(
      and(
        eq(notices.courseId, courseId),
        isNull(notices.toldAt),
        eq(notices.at, at),
        inArray(notices.message, [...messages]),
      ),
    )
    .get()!.people;
  return { mailed, byHand };
}
