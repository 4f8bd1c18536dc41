import { and, asc, eq, isNull, lte, or } from "drizzle-orm";
import { type Db, read, transact } from "@/db/client";
import { jobs } from "@/db/schema";
import type { Locale } from "../i18n/rules";
import type { MailMessage } from "./rules";
import { retryDelayMs } from "./rules";

export type Mail = { to: string; language: Locale; message: MailMessage; params: Record<string, string> };

const leaseMs = 60_000;

/** Puts a message into the outbox, in the transaction that gives rise to it. */
export function queueMail(db: Db, now: number, mail: Mail): void {
  db.insert(jobs).values({ kind: "mail", payload: mail, runAfter: now }).run();
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

/** Notes that it did not; it is tried again later, and given up after eight times. */
export function mailFailed(id: number, attempts: number, code: string, now: number): void {
  const delay = retryDelayMs(attempts);
  transact((db) =>
    db
      .update(jobs)
      .set({
        failure: code,
        leasedUntil: null,
        ...(delay === null ? { doneAt: now, payload: {} } : { runAfter: now + delay }),
      })
      .where(eq(jobs.id, id))
      .run(),
  );
}
