import type { Context, SystemContext } from "../acts/context";
import { happened } from "../acts/happened";
import { inTransaction } from "../acts/transaction";
import { newToken } from "../crypto/tokens";
import { personRow } from "../people/store";
import { type MailMessage, type Told, topicOf } from "./rules";
import { isTooOld, keptMs, leaseMs, retryDelayMs } from "./rules/delivery";
import { gatherersOf, gathers, goesSaid, saysGoes } from "./rules/gathered";
import {
  dueMail,
  isOutOfDate,
  type JobRow,
  leasedMail,
  setLeased,
  setMail,
  unsentMail,
  waitingMail,
} from "./store";
import { forgetMailBefore } from "./store/outbox";
import { addNotice, type Mail } from "./tell";
import { valuesOf } from "./values";

/** A message that somebody is sending: with the mark by which they alone may say what became of it. */
export type Taken = { id: number; attempts: number; lease: string; mail: Mail };

/**
 * Takes the next message that is due, or one by its key, with a lease that keeps other processes from it; null where none
 * is. It goes to the address that the person has now; whoever has none any more comes onto the list of whom a coordinator
 * is to tell.
 */
export function takeMail(cx: SystemContext, only: number | null = null): Taken | null {
  // Looking first costs no lock while there is nothing to do.
  if (!dueMail(cx, only)) return null;
  return inTransaction(cx, () => {
    const ended: JobRow[] = [];
    const taken = firstToSend(cx, only, ended);
    listed(cx, ended);
    return taken;
  });
}

/** The first message that is due, has an address and is still good, leased; those before it are given up. */
function firstToSend(cx: Context, only: number | null, ended: JobRow[]): Taken | null {
  for (let job = dueMail(cx, only); job; job = dueMail(cx, only)) {
    if (putOff(cx, job)) continue;
    const kept = job.payload as Mail;
    const late = isTooOld(kept.message, job.queuedAt, cx.now, kept.params?.holds);
    const others = otherwiseSaid(cx, job);
    const mail = isOutOfDate(job) || late ? null : addressed(cx, withOthers(kept, others));
    if (mail) {
      const attempts = job.attempts + 1;
      const held = { leasedUntil: cx.now + leaseMs, lease: newToken() };
      setMail(cx, job.id, { ...held, attempts });
      // They are done only when this one went out: until then the same lease keeps them from going out beside it.
      for (const other of others) setMail(cx, other.id, held);
      return { id: job.id, attempts, lease: held.lease, mail };
    }
    endTries(cx, job, isOutOfDate(job) ? "replaced" : late ? "tooOld" : "noAddress");
    ended.push(job);
  }
  return null;
}

/** The mail that would say a message to whom another mail is for, of the same registration or course, while it is still to go out. */
function besides(cx: Context, { told }: Mail, message: MailMessage): JobRow | null {
  const job = told && waitingMail(cx, topicOf({ ...told, message, params: {} }));
  const free = job && (job.leasedUntil ?? 0) <= cx.now && (job.payload as Mail).message === message;
  return free ? job : null;
}

/** Puts a mail off until after one that is still to go out and says the same beside its own; true where there is one. */
function putOff(cx: Context, job: JobRow): boolean {
  const said = job.payload as Mail;
  const before = gatherersOf(said.message).flatMap((message) => besides(cx, said, message) ?? [])[0];
  if (before) setMail(cx, job.id, { runAfter: Math.max(before.runAfter, cx.now) + 1 });
  return before !== undefined;
}

/** What others to the same person, that are still to go out, would say of the same registration or course, and a mail says beside its own. */
const otherwiseSaid = (cx: Context, { payload }: JobRow): JobRow[] => {
  const mail = payload as Mail;
  return (gathers[mail.message as MailMessage] ?? []).flatMap((message) => besides(cx, mail, message) ?? []);
};

/** A mail with what these others would have said. */
function withOthers(mail: Mail, others: readonly JobRow[]): Mail {
  const sure = others.map(({ payload }) => payload as Mail).find(({ message }) => saysGoes(message));
  if (!sure || !mail.told) return mail;
  return {
    ...mail,
    told: { ...mail.told, params: { ...mail.told.params, goes: goesSaid(sure.told?.params) } },
  };
}

/** A message to the person's address, in their language, with what holds now; null where they have no address. */
function addressed(cx: Context, mail: Mail): Mail | null {
  if (!mail.told) return mail;
  const { email, language } = personRow(cx, mail.told.personId)!;
  return email ? { ...mail, to: email, language, params: valuesOf(cx, mail.told, language) } : null;
}

/**
 * What is kept of a message that did not go out, so that it can be sent again: of whom and what it tells, from which its
 * text is written anew. Of a link that signs in nothing is kept.
 */
const keptOf = ({ told, message }: Mail): JobRow["payload"] => (told ? { told, message } : {});

const endTries = (cx: Context, job: JobRow, failure: string): void =>
  setMail(cx, job.id, {
    doneAt: cx.now,
    payload: keptOf(job.payload as Mail),
    failure,
    leasedUntil: null,
    lease: null,
  });

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
  for (const job of jobs) endTries(cx, job, isOutOfDate(job) ? "replaced" : failure);
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

/** Keeps others from a message for longer, while the server takes its time. */
export const renewLease = (cx: SystemContext, { id, lease }: Pick<Taken, "id" | "lease">): void =>
  inTransaction(cx, () => {
    if (leasedMail(cx, id, lease)) setLeased(cx, lease, { leasedUntil: cx.now + leaseMs });
  });

/** Notes that a message went out, and what it said of others with it; its text is not kept. Whoever lost the lease has nothing to say any more. */
export const mailSent = (cx: SystemContext, { id, lease }: Pick<Taken, "id" | "lease">): void =>
  inTransaction(cx, () => {
    const sent = { doneAt: cx.now, payload: {}, failure: null, leasedUntil: null, lease: null };
    if (leasedMail(cx, id, lease)) setLeased(cx, lease, sent);
  });

/**
 * Notes that it did not; it is tried again later, longer each time, and given up after a day, or at once where the
 * server says that it never will. Whoever lost the lease to another process has nothing to say any more; nor has a
 * message that a newer one took the place of.
 * @returns true where it is given up.
 */
export function mailFailed(cx: SystemContext, taken: Taken, failure: string, forGood = false): boolean {
  const { id, lease, attempts, mail } = taken;
  const delay = forGood ? null : retryDelayMs(mail.message, attempts);
  return inTransaction(cx, () => {
    const job = leasedMail(cx, id, lease);
    if (!job) return false;
    // What it would have said of others is still to be said, by it or by them.
    setLeased(cx, lease, { leasedUntil: null, lease: null });
    if (delay === null || isOutOfDate(job)) giveUp(cx, [job], failure);
    else setMail(cx, id, { failure, runAfter: cx.now + delay });
    return delay === null;
  });
}

/** Forgets what became of messages long ago. */
export const forgetMail = (cx: SystemContext): void =>
  inTransaction(cx, () => forgetMailBefore(cx, cx.now - keptMs));
