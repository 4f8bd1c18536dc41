import {
  and,
  asc,
  count,
  desc,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { jobs, notices } from "@/db/schema/messages";
import type { Programmes } from "../../access/table";
import type { Context } from "../../acts/context";
import { courseView } from "../../courses/store";
import { personView } from "../../people/store";
import type { JobRow, NoticeRow } from "../store";

const waiting = isNull(jobs.doneAt);
const givenUp = and(isNotNull(jobs.doneAt), isNotNull(jobs.failure), sql`${jobs.failure} <> 'replaced'`);
const sent = and(isNotNull(jobs.doneAt), isNull(jobs.failure));

/** A mail with whom it is for; not what it says. */
const mailRows = (cx: Context) =>
  cx.db
    .select({
      id: jobs.id,
      message: jobs.message,
      queuedAt: jobs.queuedAt,
      runAfter: jobs.runAfter,
      doneAt: jobs.doneAt,
      leasedUntil: jobs.leasedUntil,
      attempts: jobs.attempts,
      failure: jobs.failure,
      topic: jobs.topic,
      /** True where it can be written anew. */
      kept: sql<number>`json_extract(${jobs.payload}, '$.told') is not null`,
      personId: jobs.personId,
      name: personView.name,
      latinName: personView.latinName,
    })
    .from(jobs)
    .leftJoin(personView, eq(personView.id, jobs.personId))
    .$dynamic();
export type MailRow = ReturnType<ReturnType<typeof mailRows>["all"]>[number];

/** Mail that has not gone out, longest waiting first. */
export const waitingRows = (cx: Context, limit: number): MailRow[] =>
  mailRows(cx).where(waiting).orderBy(asc(jobs.id)).limit(limit).all();

/** Mail that was given up, last first. */
export const givenUpRows = (cx: Context, limit: number): MailRow[] =>
  mailRows(cx).where(givenUp).orderBy(desc(jobs.doneAt), desc(jobs.id)).limit(limit).all();

/** Mail that went out, last first. */
export const sentRows = (cx: Context, limit: number): MailRow[] =>
  mailRows(cx).where(sent).orderBy(desc(jobs.doneAt), desc(jobs.id)).limit(limit).all();

/** A mail by its key. */
export const mailRow = (cx: Context, id: number): MailRow | undefined =>
  mailRows(cx).where(eq(jobs.id, id)).get();

/** How many mails wait, were given up and went out since an instant. */
export function mailCounts(cx: Context, since: number) {
  const of = (which: typeof sent) =>
    cx.db.select({ number: count() }).from(jobs).where(which).get()?.number ?? 0;
  return {
    waiting: of(waiting),
    givenUp: of(and(givenUp, gte(jobs.doneAt, since))),
    sent: of(and(sent, gte(jobs.doneAt, since))),
  };
}

/** Since when the mail has waited that should have gone out first, an instant; null where none does. */
export const waitingSince = (cx: Context): number | null =>
  cx.db
    .select({ since: sql<number | null>`min(coalesce(${jobs.queuedAt}, ${jobs.runAfter}))` })
    .from(jobs)
    .where(and(waiting, or(lte(jobs.runAfter, cx.now), isNotNull(jobs.failure))))
    .get()?.since ?? null;

/** The course that a mail tells of. */
export const courseOfMail = sql<number | null>`json_extract(${jobs.payload}, '$.told.courseId')`;

/** Mail that waits though it should have gone out by an instant, because it failed or nothing was sent since, by why it failed. */
const heldSince = (cx: Context, before: number, of: SQL | undefined) =>
  cx.db
    .select({
      failure: jobs.failure,
      count: count(),
      since: sql<number>`min(coalesce(${jobs.queuedAt}, ${jobs.runAfter}))`,
    })
    .from(jobs)
    .where(
      and(
        waiting,
        or(lte(jobs.runAfter, before), and(isNotNull(jobs.failure), lte(jobs.queuedAt, before))),
        of,
      ),
    )
    .groupBy(jobs.failure)
    .all();

/** The same of these programmes: of all of them also what is of no course. */
export const heldInProgrammes = (cx: Context, programmes: Programmes, before: number) =>
  heldSince(
    cx,
    before,
    programmes === "all"
      ? undefined
      : inArray(
          courseOfMail,
          cx.db
            .select({ id: courseView.id })
            .from(courseView)
            .where(inArray(courseView.programmeId, [...programmes])),
        ),
  );

/** The same of a course. */
export const heldInCourse = (cx: Context, courseId: number, before: number) =>
  heldSince(cx, before, eq(courseOfMail, courseId));

/** A mail that was given up, whole. */
export const givenUpMail = (cx: Context, id: number): JobRow | undefined =>
  cx.db
    .select()
    .from(jobs)
    .where(and(eq(jobs.id, id), givenUp))
    .get();

/** The last notice about a topic, told or not, from an instant on. */
export const noticeSince = (cx: Context, topic: string, at: number): NoticeRow | undefined =>
  cx.db
    .select()
    .from(notices)
    .where(and(eq(notices.topic, topic), gte(notices.at, at)))
    .orderBy(desc(notices.id))
    .limit(1)
    .get();

/** Deletes what became of mails that were done with before an instant. */
export function forgetMailBefore(cx: Context, before: number): void {
  cx.db.delete(jobs).where(lt(jobs.doneAt, before)).run();
}
