import { and, asc, eq, gt, gte, inArray, isNull, lte, ne, or, type SQL, sql } from "drizzle-orm";
import { jobs, notices } from "@/db/schema/messages";
import type { Context } from "../acts/context";
import { courseView } from "../courses/store";
import { organisationView, personAs, personView } from "../people/store";
import type { MailMessage, Told } from "./rules";

export type JobRow = typeof jobs.$inferSelect;
export type NoticeRow = typeof notices.$inferSelect;

/** Mark of a mail that is out of date while it is being sent: it goes out, but is not tried again. */
const sending = ":sending";

/** True for a mail that went out of date while it was being sent. */
export const isOutOfDate = (job: JobRow) => job.topic?.endsWith(sending) === true;

const waiting = isNull(jobs.doneAt);
const untold = isNull(notices.toldAt);

/** Puts a message into the outbox; it goes out at `runAfter` at the earliest. @returns its key. */
export const addMail = (
  cx: Context,
  mail: Pick<JobRow, "payload" | "runAfter" | "topic" | "personId" | "message">,
): number =>
  cx.db
    .insert(jobs)
    .values({ kind: "mail", queuedAt: cx.now, ...mail })
    .returning({ id: jobs.id })
    .get().id;

/** Takes topics out of outbox and list: what was to be said of them is out of date. */
export function dropTopics(cx: Context, topics: string[]): void {
  cx.db
    .delete(notices)
    .where(and(inArray(notices.topic, topics), untold))
    .run();
  const pending = and(inArray(jobs.topic, topics), waiting);
  cx.db
    .delete(jobs)
    .where(and(pending, or(isNull(jobs.leasedUntil), lte(jobs.leasedUntil, cx.now))))
    .run();
  cx.db
    .update(jobs)
    .set({ topic: sql`${jobs.topic} || ${sending}` })
    .where(pending)
    .run();
}

/** Until when a mail about a topic may still be on its way; 0 where none is. */
export const busyUntil = (cx: Context, topic: string): number =>
  cx.db
    .select({ until: jobs.leasedUntil })
    .from(jobs)
    .where(and(eq(jobs.topic, topic + sending), waiting))
    .get()?.until ?? 0;

/** The keys of registrations of which this message is still to be told, by mail or by somebody. */
export const registrationsUntold = (cx: Context, message: MailMessage): number[] => {
  const registrationId = sql<number>`json_extract(${jobs.payload}, '$.told.registrationId')`;
  const mails = cx.db
    .select({ registrationId })
    .from(jobs)
    .where(and(waiting, eq(jobs.message, message)))
    .all();
  const listed = cx.db
    .select({ registrationId: notices.registrationId })
    .from(notices)
    .where(and(untold, eq(notices.message, message)))
    .all();
  return [...new Set([...mails, ...listed].flatMap((row) => row.registrationId ?? []))];
};

/** The mail about a topic that has not gone out. */
export const waitingMail = (cx: Context, topic: string): JobRow | undefined =>
  cx.db
    .select()
    .from(jobs)
    .where(and(eq(jobs.topic, topic), waiting))
    .get();

/** The notice about a topic that nobody has passed on. */
export const waitingNotice = (cx: Context, topic: string): NoticeRow | undefined =>
  cx.db
    .select()
    .from(notices)
    .where(and(eq(notices.topic, topic), untold))
    .get();

/** Puts somebody on the list of whom a coordinator is to tell. */
export function addNoticeRow(cx: Context, told: Told, topic: string): void {
  const { personId, registrationId, courseId, message, params } = told;
  cx.db
    .insert(notices)
    .values({ personId, registrationId, courseId, message, params, topic, at: cx.now })
    .run();
}

/** The mail that is due and has waited longest, or one by its key; nobody is sending it. */
export const dueMail = (cx: Context, only: number | null = null): JobRow | undefined =>
  cx.db
    .select()
    .from(jobs)
    .where(
      and(
        waiting,
        lte(jobs.runAfter, cx.now),
        or(isNull(jobs.leasedUntil), lte(jobs.leasedUntil, cx.now)),
        only === null ? undefined : eq(jobs.id, only),
        // A newer one about the same must not overtake the one that is on its way.
        sql`not exists (select 1 from jobs as before where before.topic = ${jobs.topic} || ${sending} and before.done_at is null and before.leased_until > ${cx.now})`,
      ),
    )
    .orderBy(asc(jobs.id))
    .limit(1)
    .get();

/** Mail that has not gone out, at most so much. */
export const unsentMail = (cx: Context, limit: number): JobRow[] =>
  cx.db.select().from(jobs).where(waiting).limit(limit).all();

/** A mail that is still to be sent, for whoever holds this lease of it. */
export const leasedMail = (cx: Context, id: number, lease: string): JobRow | undefined =>
  cx.db
    .select()
    .from(jobs)
    .where(and(eq(jobs.id, id), waiting, eq(jobs.lease, lease)))
    .get();

/** Notes of a mail that somebody sends it, that it is tried later, or that it is done with. */
export function setMail(cx: Context, id: number, set: Partial<JobRow>): void {
  cx.db.update(jobs).set(set).where(eq(jobs.id, id)).run();
}

/** Notes the same of every mail that is still to go out and that a lease keeps: the one that is sent, and those that it says with it. */
export function setLeased(cx: Context, lease: string, set: Partial<JobRow>): void {
  cx.db
    .update(jobs)
    .set(set)
    .where(and(waiting, eq(jobs.lease, lease)))
    .run();
}

const recorder = personAs("recorder");

const noticeColumns = {
  id: notices.id,
  at: notices.at,
  message: notices.message,
  params: notices.params,
  toldAt: notices.toldAt,
  toldBy: recorder.name,
  toldByLatin: recorder.latinName,
  personId: notices.personId,
  registrationId: notices.registrationId,
  courseId: notices.courseId,
  name: personView.name,
  latinName: personView.latinName,
  language: personView.language,
  phone: personView.phone,
  email: personView.email,
  organisation: organisationView.organisation,
};

type Goes = SQL<"yes" | "maybe" | null>;

/** Notices with whom they are for, as a select to be narrowed. `goes`: whether they say too that the course takes place. */
export const noticeRows = (cx: Context, { goes }: { goes: Goes } = { goes: sql`null` }) =>
  cx.db
    .select({ ...noticeColumns, goes })
    .from(notices)
    .innerJoin(personView, eq(personView.id, notices.personId))
    .leftJoin(organisationView, eq(organisationView.organisationId, personView.organisationId))
    .leftJoin(recorder, eq(recorder.id, notices.toldBy))
    .$dynamic();
export type NoticeWithPerson = ReturnType<ReturnType<typeof noticeRows>["all"]>[number];

/** What is to be said to a person about themselves, outside of any course. */
export const untoldOfPerson = (cx: Context, personId: number): NoticeWithPerson[] =>
  noticeRows(cx)
    .where(and(eq(notices.personId, personId), isNull(notices.courseId), untold))
    .orderBy(asc(notices.id))
    .all();

/** What is still to be told people of these messages in some courses, longest waiting first. */
export const noticesAmong = (
  cx: Context,
  courseIds: readonly number[],
  messages: readonly MailMessage[],
): NoticeWithPerson[] =>
  courseIds.length === 0
    ? []
    : noticeRows(cx)
        .where(
          and(inArray(notices.courseId, [...courseIds]), untold, inArray(notices.message, [...messages])),
        )
        .orderBy(asc(notices.id))
        .all();

/** People to be told something about themselves, longest waiting first, each with of which kinds that is; never the reader. */
export const personsUntold = (cx: Context, limit: number) =>
  cx.db
    .select({
      id: personView.id,
      name: personView.name,
      latinName: personView.latinName,
      messages: sql<string>`json_group_array(distinct ${notices.message})`.mapWith(
        (said: string) => JSON.parse(said) as MailMessage[],
      ),
    })
    .from(notices)
    .innerJoin(personView, eq(personView.id, notices.personId))
    .where(and(untold, isNull(notices.courseId), ne(notices.personId, cx.viewer.personId ?? 0)))
    .groupBy(personView.id)
    .orderBy(sql`min(${notices.at})`)
    .limit(limit)
    .all();

/** What a person has not read of these messages about themselves. */
export const unread = (cx: Context, personId: number, messages: readonly MailMessage[]) =>
  cx.db
    .select({
      id: notices.id,
      at: notices.at,
      message: notices.message,
      params: notices.params,
      courseId: notices.courseId,
      course: courseView.title,
      state: courseView.state,
      endsOn: courseView.endsOn,
      zone: courseView.zone,
    })
    .from(notices)
    .leftJoin(courseView, eq(courseView.id, notices.courseId))
    .where(and(eq(notices.personId, personId), inArray(notices.message, [...messages]), untold))
    .orderBy(asc(notices.id))
    .all();

/** True where something newer has been said of a topic, or is to be. */
export const saidSince = (cx: Context, { id, topic, at }: Pick<NoticeRow, "id" | "topic" | "at">): boolean =>
  (cx.db
    .select({ id: notices.id })
    .from(notices)
    .where(and(eq(notices.topic, topic), gt(notices.id, id)))
    .get() ??
    cx.db
      .select({ id: jobs.id })
      .from(jobs)
      // One that was given up is the notice itself.
      .where(and(eq(jobs.topic, topic), gte(jobs.runAfter, at), or(waiting, isNull(jobs.failure))))
      .get()) !== undefined;

/** Notes who passed on these notices, or that nobody has after all. */
export function setTold(cx: Context, ids: readonly number[], told: boolean): void {
  cx.db
    .update(notices)
    .set(told ? { toldAt: cx.now, toldBy: cx.viewer.personId } : { toldAt: null, toldBy: null })
    .where(inArray(notices.id, [...ids]))
    .run();
}
