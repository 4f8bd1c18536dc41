import type { Context } from "../acts/context";
import { inTransaction } from "../acts/transaction";
import { personRow } from "../people/store";
import { mostAttempts, retryDelayMs } from "./rules";
import { dueMail, isOutOfDate, type JobRow, setMail, triedMail, unsentMail } from "./store";
import { addNotice, type Mail } from "./tell";
import { valuesOf } from "./values";

/** Longer than the longest that sending a message takes (`sendMail`), so that no other process sends it as well. */
const leaseMs = 60_000;

/**
 * Takes the next message that is due, with a lease that keeps other processes from it; null where none is. It goes to
 * the address that the person has now; whoever has none any more comes onto the list of whom a coordinator is to tell.
 */
export function takeMail(cx: Context): { id: number; attempts: number; mail: Mail } | null {
  // Looking first costs no lock while there is nothing to do.
  if (!dueMail(cx)) return null;
  return inTransaction(cx, () => {
    for (let job = dueMail(cx); job; job = dueMail(cx)) {
      const mail = isOutOfDate(job) ? null : addressed(cx, job.payload as Mail);
      if (mail) {
        const attempts = job.attempts + 1;
        setMail(cx, job.id, { leasedUntil: cx.now + leaseMs, attempts });
        return { id: job.id, attempts, mail };
      }
      giveUp(cx, job, "noAddress");
    }
    return null;
  });
}

/** A message to the person's address, in their language, with what holds now; null where they have no address. */
function addressed(cx: Context, mail: Mail): Mail | null {
  if (!mail.told) return mail;
  const { email, language } = personRow(cx, mail.told.personId)!;
  return email ? { ...mail, to: email, language, params: valuesOf(cx, mail.told, language) } : null;
}

/** Ends the tries of a message. Who was to be told by it comes onto the list of whom a coordinator is to tell. */
function giveUp(cx: Context, job: JobRow, failure: string): void {
  setMail(cx, job.id, { doneAt: cx.now, payload: {}, failure, leasedUntil: null });
  const { told } = job.payload as Mail;
  if (told && !isOutOfDate(job)) addNotice(cx, told);
}

/** At most so many messages are given up in one transaction. */
const mostAtOnce = 500;

/** Where no mail server is set up any more: who was to be told by mail comes onto the list. */
export function listUnsent(cx: Context): void {
  // Looking first costs no lock while there is nothing to do.
  if (unsentMail(cx, 1).length === 0) return;
  inTransaction(cx, () => {
    for (const job of unsentMail(cx, mostAtOnce)) giveUp(cx, job, "noMailServer");
  });
}

/** Notes that a message went out; its text is not kept. */
export const mailSent = (cx: Context, id: number): void =>
  inTransaction(cx, () => setMail(cx, id, { doneAt: cx.now, payload: {}, failure: null }));

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
  return inTransaction(cx, () => {
    const job = triedMail(cx, id, attempts);
    if (!job) return false;
    if (delay === null || isOutOfDate(job)) giveUp(cx, job, code);
    else setMail(cx, id, { failure: code, leasedUntil: null, runAfter: cx.now + delay });
    return delay === null;
  });
}
