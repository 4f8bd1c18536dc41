import { and, asc, eq, gt, gte, inArray, isNotNull, isNull, lte, or } from "drizzle-orm";
import type * as z from "zod/mini";
import { transact } from "@/db/client";
import { courses, jobs, notices, persons } from "@/db/schema";
import { demand } from "../access/demand";
import { change } from "../acts/command";
import type { Context } from "../acts/context";
import { audit } from "../audit/commands";
import { type Result, refuse } from "../result";
import { valuesOf } from "./queries";
import { mostAttempts, retryDelayMs } from "./rules";
import type { ownNoticeSchema, toldSchema } from "./schema";
import { addNotice, isOutOfDate, type Mail } from "./tell";

/** Longer than the longest that sending a message takes (`sendMail`), so that no other process sends it as well. */
const leaseMs = 60_000;

/**
 * Takes the next message that is due, with a lease that keeps other processes from it; null where none is. It goes to
 * the address that the person has now; whoever has none any more comes onto the list of whom a coordinator is to tell.
 */
export function takeMail(cx: Context): { id: number; attempts: number; mail: Mail } | null {
  const due = and(
    isNull(jobs.doneAt),
    lte(jobs.runAfter, cx.now),
    or(isNull(jobs.leasedUntil), lte(jobs.leasedUntil, cx.now)),
  );
  // Looking first costs no lock while there is nothing to do.
  if (!cx.db.select({ id: jobs.id }).from(jobs).where(due).limit(1).get()) return null;
  return transact(cx.db, () => {
    for (;;) {
      const job = cx.db.select().from(jobs).where(due).orderBy(asc(jobs.id)).limit(1).get();
      if (!job) return null;
      const mail = isOutOfDate(job) ? null : addressed(cx, job.payload as Mail);
      if (mail) {
        const attempts = job.attempts + 1;
        cx.db
          .update(jobs)
          .set({ leasedUntil: cx.now + leaseMs, attempts })
          .where(eq(jobs.id, job.id))
          .run();
        return { id: job.id, attempts, mail };
      }
      giveUp(cx, job, "noAddress");
    }
  });
}

/** A message to the person's address, in their language, with what holds now; null where they have no address. */
function addressed(cx: Context, mail: Mail): Mail | null {
  if (!mail.told) return mail;
  const person = cx.db
    .select({ email: persons.email, language: persons.language })
    .from(persons)
    .where(eq(persons.id, mail.told.personId))
    .get()!;
  if (!person.email) return null;
  const { language } = person;
  return { ...mail, to: person.email, language, params: valuesOf(cx, mail.told, language) };
}

/** Ends the tries of a message. Who was to be told by it comes onto the list of whom a coordinator is to tell. */
function giveUp(cx: Context, job: typeof jobs.$inferSelect, failure: string): void {
  cx.db
    .update(jobs)
    .set({ doneAt: cx.now, payload: {}, failure, leasedUntil: null })
    .where(eq(jobs.id, job.id))
    .run();
  const { told } = job.payload as Mail;
  if (told && !isOutOfDate(job)) addNotice(cx, told);
}

/** Where no mail server is set up any more: who was to be told by mail comes onto the list. */
export function listUnsent(cx: Context): void {
  const unsent = and(isNull(jobs.doneAt), isNotNull(jobs.topic));
  if (!cx.db.select({ id: jobs.id }).from(jobs).where(unsent).limit(1).get()) return;
  transact(cx.db, () => {
    for (const job of cx.db.select().from(jobs).where(unsent).all()) giveUp(cx, job, "noMailServer");
  });
}

/** Notes that a message went out; its text is not kept. */
export function mailSent(cx: Context, id: number): void {
  transact(cx.db, () =>
    cx.db.update(jobs).set({ doneAt: cx.now, payload: {}, failure: null }).where(eq(jobs.id, id)).run(),
  );
}

/**
 * Notes that it did not; it is tried again later, and given up after eight times, or at once where the server says
 * that it never will. An attempt whose lease ran out and that another process took over has nothing to say any more;
 * nor has one that a newer message took the place of.
 * @returns true where it is given up.
 */
export function mailFailed(
  cx: Context,
  id: number,
  attempts: number,
  code: string,
  forGood = false,
): boolean {
  const delay = forGood ? null : retryDelayMs(Math.min(attempts, mostAttempts));
  return transact(cx.db, () => {
    const job = cx.db
      .select()
      .from(jobs)
      .where(and(eq(jobs.id, id), isNull(jobs.doneAt), lte(jobs.attempts, attempts)))
      .get();
    if (!job) return false;
    if (delay === null || isOutOfDate(job)) giveUp(cx, job, code);
    else
      cx.db
        .update(jobs)
        .set({ failure: code, leasedUntil: null, runAfter: cx.now + delay })
        .where(eq(jobs.id, id))
        .run();
    return delay === null;
  });
}

/**
 * The notices of a form, within its course or, without one, of the person's page; one of elsewhere ends it. Those that
 * something newer has taken the place of meanwhile are passed over.
 */
function noticesOf(cx: Context, input: z.output<typeof toldSchema>) {
  if (input.courseId === null) {
    if (!cx.viewer.administrator) refuse("notFound");
  } else {
    const course =
      cx.db
        .select({ programmeId: courses.programmeId })
        .from(courses)
        .where(eq(courses.id, input.courseId))
        .get() ?? refuse("notFound");
    demand(cx.viewer, "registrations.decide", { programmeId: course.programmeId });
  }
  const wanted = input.only === null ? input.noticeIds : [input.only];
  const found = cx.db.select().from(notices).where(inArray(notices.id, wanted)).all();
  if (found.some((notice) => notice.courseId !== input.courseId)) refuse("notFound");
  return found;
}

type Marked = { count: number };

/** Somebody says that these people know. Those told already, or no longer to be told, are passed over. */
export function markTold(cx: Context, input: z.output<typeof toldSchema>): Result<Marked> {
  return change(cx, () => {
    const ids = noticesOf(cx, input)
      .filter((notice) => notice.toldAt === null)
      .map((notice) => notice.id);
    cx.db
      .update(notices)
      .set({ toldAt: cx.now, toldBy: cx.viewer.personId })
      .where(inArray(notices.id, ids))
      .run();
    audit(cx, "notice.told", "course", input.courseId, { ids });
    return { count: ids.length };
  });
}

/** They were not told after all. Refused where something newer has been said, or is to be, about the same. */
export function markUntold(cx: Context, input: z.output<typeof toldSchema>): Result<Marked> {
  return change(cx, () => {
    const told = noticesOf(cx, input).filter((notice) => notice.toldAt !== null);
    for (const { id, topic, at } of told) {
      const newer =
        cx.db
          .select({ id: notices.id })
          .from(notices)
          .where(and(eq(notices.topic, topic), gt(notices.id, id)))
          .get() ??
        cx.db
          .select({ id: jobs.id })
          .from(jobs)
          // One that was given up is the notice itself.
          .where(
            and(eq(jobs.topic, topic), gte(jobs.runAfter, at), or(isNull(jobs.doneAt), isNull(jobs.failure))),
          )
          .get();
      if (newer) refuse("toldNewer");
    }
    const ids = told.map((notice) => notice.id);
    cx.db.update(notices).set({ toldAt: null, toldBy: null }).where(inArray(notices.id, ids)).run();
    audit(cx, "notice.untold", "course", input.courseId, { ids });
    return { count: ids.length };
  });
}

/** A person has read what they were to be told about themselves. */
export function dismissNotice(cx: Context, input: z.output<typeof ownNoticeSchema>): Result<Marked> {
  return change(cx, () => {
    demand(cx.viewer, "account.own", { self: true });
    const notice =
      cx.db
        .select()
        .from(notices)
        .where(
          and(
            eq(notices.id, input.noticeId),
            eq(notices.personId, cx.viewer.personId ?? refuse("notFound")),
            isNull(notices.registrationId),
          ),
        )
        .get() ?? refuse("notFound");
    cx.db
      .update(notices)
      .set({ toldAt: cx.now, toldBy: cx.viewer.personId })
      .where(eq(notices.id, notice.id))
      .run();
    audit(cx, "notice.dismissed", "person", notice.personId, { id: notice.id });
    return { count: 1 };
  });
}
