import type { Context, SystemContext } from "../acts/context";
import { happened } from "../acts/happened";
import { inTransaction } from "../acts/transaction";
import { personRow } from "../people/store";
import { mostAttempts, retryDelayMs, type Told } from "./rules";
import { dueMail, isOutOfDate, type JobRow, setMail, triedMail, unsentMail } from "./store";
import { addNotice, type Mail } from "./tell";
import { valuesOf } from "./values";

/** Longer than the longest that sending a message takes (`sendMail`), so that no other process sends it as well. */
const leaseMs = 60_000;

/**
 * Takes the next message that is due, with a lease that keeps other processes from it; null where none is. It goes to
 * the address that the person has now; whoever has none any more comes onto the list of whom a coordinator is to tell.
 */
export function takeMail(cx: SystemContext): { id: number; attempts: number; mail: Mail } | null {
  // Looking first costs no lock while there is nothing to do.
  if (!dueMail(cx)) return null;
  return inTransaction(cx, () => {
    const unaddressed: JobRow[] = [];
    const mail = firstAddressed(cx, unaddressed);
    listed(cx, unaddressed);
    return mail;
  });
}

/** The first message that is due and has an address, leased; those before it that have none are given up. */
function firstAddressed(cx: Context, unaddressed: JobRow[]) {
  for (let job = dueMail(cx); job; job = dueMail(cx)) {
    const mail = isOutOfDate(job) ? null : addressed(cx, job.payload as Mail);
    if (mail) {
      const attempts = job.attempts + 1;
      setMail(cx, job.id, { leasedUntil: cx.now + leaseMs, attempts });
      return { id: job.id, attempts, mail };
    }
    endTries(cx, job, "noAddress");
    unaddressed.push(job);
  }
  return null;
}

/** A message to the person's address, in their language, with what holds now; null where they have no address. */
function addressed(cx: Context, mail: Mail): Mail | null {
  if (!mail.told) return mail;
  const { email, language } = personRow(cx, mail.told.personId)!;
  return email ? { ...mail, to: email, language, params: valuesOf(cx, mail.told, language) } : null;
}

const endTries = (cx: Context, job: JobRow, failure: string): void =>
  setMail(cx, job.id, { doneAt: cx.now, payload: {}, failure, leasedUntil: null });

/**
 * Who was to be told by messages that are given up comes onto the list of whom a coordinator is to tell: an event for each
 * course, from which follows that this is due there.
 */
function listed(cx: Context, jobs: readonly JobRow[]): void {
  const told = jobs.flatMap((job) => (isOutOfDate(job) ? [] : ((job.payload as Mail).told ?? [])));
  const onList: Told[] = told.filter((one) => addNotice(cx, one));
  for (const courseId of new Set(onList.map((one) => one.courseId))) {
    const of = onList.filter((one) => one.courseId === courseId);
    happened(cx, { kind: "notice.listed", courseId, people: of.map(({ personId }) => personId) });
  }
}

/** Ends the tries of messages. Who was to be told by them comes onto the list of whom a coordinator is to tell. */
function giveUp(cx: Context, jobs: readonly JobRow[], failure: string): void {
  for (const job of jobs) endTries(cx, job, failure);
  listed(cx, jobs);
}

/** At most so many messages are given up in one transaction. */
const mostAtOnce = 500;

/** Where no mail server is set up any more: who was to be told by mail comes onto the list. */
export function listUnsent(cx: SystemContext): void {
  // Looking first costs no lock while there is nothing to do.
  if (unsentMail(cx, 1).length === 0) return;
  inTransaction(cx, () => giveUp(cx, unsentMail(cx, mostAtOnce), "noMailServer"));
}

/** Notes that a message went out; its text is not kept. */
export const mailSent = (cx: SystemContext, id: number): void =>
  inTransaction(cx, () => setMail(cx, id, { doneAt: cx.now, payload: {}, failure: null }));

/**
 * Notes that it did not; it is tried again later, and given up after eight times, or at once where the server says
 * that it never will. An attempt whose lease ran out and that another process took over has nothing to say any more;
 * nor has one that a newer message took the place of.
 * @returns true where it is given up.
 */
export function mailFailed(
  cx: SystemContext,
  id: number,
  attempts: number,
  code: string,
  forGood = false,
): boolean {
  const delay = forGood ? null : retryDelayMs(Math.min(attempts, mostAttempts));
  return inTransaction(cx, () => {
    const job = triedMail(cx, id, attempts);
    if (!job) return false;
    if (delay === null || isOutOfDate(job)) giveUp(cx, [job], code);
    else setMail(cx, id, { failure: code, leasedUntil: null, runAfter: cx.now + delay });
    return delay === null;
  });
}
