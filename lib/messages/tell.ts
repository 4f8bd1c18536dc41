import { and, eq, inArray, isNotNull, isNull, lte, or, sql } from "drizzle-orm";
import { jobs, notices } from "@/db/schema/messages";
import { persons } from "@/db/schema/people";
import type { Context } from "../acts/context";
import type { Event } from "../acts/events";
import type { Locale } from "../i18n/rules";
import {
  isReadOnScreen,
  type MailMessage,
  outOfDateBy,
  settles,
  type Told,
  type Topic,
  tellingsOf,
  topics,
} from "./rules";

/** A message by mail. `told` says whom it is for, so that a coordinator can tell them where the mail is given up. */
export type Mail = {
  to: string;
  language: Locale;
  message: MailMessage;
  params: Record<string, string>;
  told?: Told;
};

/** Puts a message into the outbox, in the transaction that gives rise to it; it goes out at `runAfter` at the earliest. */
export function queueMail(cx: Context, runAfter: number, mail: Mail, topic: string | null = null): void {
  cx.db.insert(jobs).values({ kind: "mail", payload: mail, runAfter, topic }).run();
}

/**
 * Tells a person, in the transaction that gives rise to it: by mail where they have an address and a mail server is set
 * up; else they stand on the list of whom a coordinator is to tell. The caller names the message. What they were to be
 * told of the same topic before is out of date, whichever way it was to go.
 * @param waitMs how long a mail is held back, for what may change again at once.
 * @param byMailOnly true where somebody else tells them already, so that they come on no list.
 */
export function tellPerson(cx: Context, told: Told, waitMs = 0, byMailOnly = false): void {
  const topic = topicOf(told);
  const stale = [topic, ...(settles[told.message] ?? []).map((other) => topicOf(told, other))];
  forget(cx, stale);
  const person = cx.db
    .select({ email: persons.email, language: persons.language })
    .from(persons)
    .where(eq(persons.id, told.personId))
    .get()!;
  if (person.email && cx.settings.smtpUrl) {
    const { message, params } = told;
    const mail = { to: person.email, language: person.language, message, params, told };
    // Where the one before is being sent at this moment, this one must not overtake it.
    queueMail(cx, Math.max(cx.now + waitMs, busyUntil(cx, topic)), mail, topic);
  } else if (!byMailOnly) addNotice(cx, told);
}

/** Takes back what a person was to be told of a registration and has not been told yet. Within the open transaction. */
export function forgetUntold(cx: Context, registrationId: number, of: readonly Topic[]): void {
  forget(
    cx,
    of.map((topic) => `registration:${registrationId}:${topic}`),
  );
}

/** What is still to be told about a topic of a registration; null where nothing is. */
export function untoldOf(cx: Context, registrationId: number, of: Topic): Told | null {
  const topic = `registration:${registrationId}:${of}`;
  const mail = cx.db
    .select({ payload: jobs.payload })
    .from(jobs)
    .where(and(eq(jobs.topic, topic), isNull(jobs.doneAt)))
    .get();
  if (mail) return (mail.payload as Mail).told ?? null;
  return (
    cx.db
      .select()
      .from(notices)
      .where(and(eq(notices.topic, topic), isNull(notices.toldAt)))
      .get() ?? null
  );
}

/** Of what a message is: for one registration, one person, or one person's own workshop among several. */
const topicOf = (
  {
    registrationId,
    personId,
    courseId,
    message,
  }: Pick<Told, "registrationId" | "personId" | "courseId" | "message">,
  topic: Topic = topics[message],
) => {
  if (registrationId !== null) return `registration:${registrationId}:${topic}`;
  return courseId === null ? `person:${personId}:${topic}` : aboutCourse(personId, courseId, topic);
};
const aboutCourse = (personId: number, courseId: number, topic: Topic) =>
  `person:${personId}:course:${courseId}:${topic}`;

/** Takes back what a person was to be told of a course of theirs and has not been told yet. Within the open transaction. */
export function forgetAboutCourse(cx: Context, personId: number, courseId: number, of: Topic): void {
  forget(cx, [aboutCourse(personId, courseId, of)]);
}

/** Mark of a mail that is out of date while it is being sent: it goes out, but is not tried again. */
const sending = ":sending";
/** True for a mail that went out of date while it was being sent. */
export const isOutOfDate = (job: typeof jobs.$inferSelect) => job.topic?.endsWith(sending) === true;

/** Takes topics out of outbox and list: what was to be said of them is out of date. */
function forget(cx: Context, of: string[]): void {
  cx.db
    .delete(notices)
    .where(and(inArray(notices.topic, of), isNull(notices.toldAt)))
    .run();
  const pending = and(inArray(jobs.topic, of), isNull(jobs.doneAt));
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
const busyUntil = (cx: Context, topic: string): number =>
  cx.db
    .select({ until: jobs.leasedUntil })
    .from(jobs)
    .where(and(eq(jobs.topic, topic + sending), isNull(jobs.doneAt)))
    .get()?.until ?? 0;

/** Puts somebody on the list of whom a coordinator is to tell, unless they have read it and heard nothing else. */
export function addNotice(cx: Context, told: Told): void {
  const topic = topicOf(told);
  if (isReadOnScreen(told.message) && !hasHeard(cx, told.personId, topic)) return;
  const { personId, registrationId, courseId, message, params } = told;
  cx.db
    .insert(notices)
    .values({ personId, registrationId, courseId, message, params, topic, at: cx.now })
    .run();
}

/** True where a coordinator has told the person of this topic before. */
const hasHeard = (cx: Context, personId: number, topic: string): boolean =>
  cx.db
    .select({ id: notices.id })
    .from(notices)
    .where(and(eq(notices.personId, personId), isNotNull(notices.toldAt), eq(notices.topic, topic)))
    .get() !== undefined;

/** Takes back what people were to be told and what an event has made untrue. */
export function forgetOutOfDate(cx: Context, event: Event): void {
  for (const { registrationId, of } of outOfDateBy(event)) forgetUntold(cx, registrationId, of);
}

/** Tells whomever an event concerns. */
export function tellAbout(cx: Context, event: Event): void {
  for (const { waitMs, byMailOnly, ...told } of tellingsOf(event)) tellPerson(cx, told, waitMs, byMailOnly);
}
