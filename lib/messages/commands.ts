import { and, asc, eq, isNull, lte, or } from "drizzle-orm";
import { type Db, read, transact } from "@/db/client";
import { jobs, notices, persons } from "@/db/schema";
import { environment } from "../env/environment";
import type { Locale } from "../i18n/rules";
import { type MailMessage, retryDelayMs, topics } from "./rules";

/** Somebody to be told something: about a registration and its course, or about themselves. */
export type Told = {
  personId: number;
  registrationId: number | null;
  courseId: number | null;
  message: MailMessage;
  /** Values of the message's text, already in the person's language. */
  params: Record<string, string>;
};

/** A message by mail. `told` says whom it is for, so that a coordinator can tell them where the mail is given up. */
export type Mail = {
  to: string;
  language: Locale;
  message: MailMessage;
  params: Record<string, string>;
  told?: Told;
};

const leaseMs = 60_000;

/** Puts a message into the outbox, in the transaction that gives rise to it. */
export function queueMail(db: Db, now: number, mail: Mail, topic: string | null = null): void {
  if (topic)
    db.delete(jobs)
      .where(and(eq(jobs.topic, topic), isNull(jobs.doneAt), isNull(jobs.leasedUntil)))
      .run();
  // One that is being sent right now keeps its topic; this one then goes out after it.
  const sending =
    topic &&
    db
      .select({ id: jobs.id })
      .from(jobs)
      .where(and(eq(jobs.topic, topic), isNull(jobs.doneAt)))
      .get();
  db.insert(jobs)
    .values({ kind: "mail", payload: mail, runAfter: now, topic: sending ? null : topic })
    .run();
}

/**
 * Tells a person, in the transaction that gives rise to it: by mail where they have an address and a mail server is set
 * up; else they stand on the list of whom a coordinator is to tell. The caller names the message.
 */
export function tellPerson(db: Db, now: number, told: Told): void {
  const person = db
    .select({ email: persons.email, language: persons.language })
    .from(persons)
    .where(eq(persons.id, told.personId))
    .get()!;
  const { message, params } = told;
  if (person.email && environment().smtpUrl) {
    const mail = { to: person.email, language: person.language, message, params, told };
    queueMail(db, now, mail, topicOf(told));
  } else addNotice(db, now, told);
}

/** Of what a message is, for one registration or one person. */
const topicOf = ({ registrationId, personId, message }: Told) =>
  `${registrationId === null ? `person:${personId}` : `registration:${registrationId}`}:${topics[message]}`;

/** Puts somebody on the list of whom a coordinator is to tell; what they were to be told of it before is out of date. */
function addNotice(db: Db, now: number, told: Told): void {
  const topic = topicOf(told);
  db.delete(notices)
    .where(and(eq(notices.topic, topic), isNull(notices.toldAt)))
    .run();
  db.insert(notices)
    .values({ ...told, topic, at: now })
    .run();
}

/** Takes the next message that is due, with a lease that keeps other processes from it; null where none is. */
export function takeMail(now: number): { id: number; attempts: number; mail: Mail } | null {
  const due = and(
    isNull(jobs.doneAt),
    lte(jobs.runAfter, now),
    or(isNull(jobs.leasedUntil), lte(jobs.leasedUntil, now)),
  );
  // Looking first costs no lock while there is nothing to do.
  if (!read().select({ id: jobs.id }).from(jobs).where(due).limit(1).get()) return null;
  return transact((db) => {
    const job = db.select().from(jobs).where(due).orderBy(asc(jobs.id)).limit(1).get();
    if (!job) return null;
    db.update(jobs)
      .set({ leasedUntil: now + leaseMs, attempts: job.attempts + 1 })
      .where(eq(jobs.id, job.id))
      .run();
    return { id: job.id, attempts: job.attempts + 1, mail: job.payload as unknown as Mail };
  });
}

/** Notes that a message went out; its text is not kept. */
export function mailSent(id: number, now: number): void {
  transact((db) =>
    db.update(jobs).set({ doneAt: now, payload: {}, failure: null }).where(eq(jobs.id, id)).run(),
  );
}

/**
 * Notes that it did not; it is tried again later, and given up after eight times. Who was to be told by it then stands
 * on the list of whom a coordinator is to tell.
 */
export function mailFailed(id: number, attempts: number, code: string, now: number): void {
  const delay = retryDelayMs(attempts);
  transact((db) => {
    const told = db.select().from(jobs).where(eq(jobs.id, id)).get()?.payload.told as Told | undefined;
    if (delay === null && told) addNotice(db, now, told);
    db.update(jobs)
      .set({
        failure: code,
        leasedUntil: null,
        ...(delay === null ? { doneAt: now, payload: {} } : { runAfter: now + delay }),
      })
      .where(eq(jobs.id, id))
      .run();
  });
}
