import type { Context } from "../acts/context";
import type { Event, Unheard } from "../acts/events";
import type { Locale } from "../i18n/rules";
import { personRow, withAddress } from "../people/store";
import {
  isReadOnScreen,
  type MailKind,
  outOfDateBy,
  settles,
  type Told,
  type Topic,
  takenBackBy,
  tellingsOf,
  topicOf,
  topicOfRegistration,
  topicOfRequest,
  topicOfWorkshop,
} from "./rules";
import { addMail, addNoticeRow, busyUntil, dropTopics, setTold, waitingMail, waitingNotice } from "./store";
import { setAside, takeSetAside } from "./store/aside";
import { hasGoneOut, hasHeard } from "./store/heard";

/** A message by mail. `told` says whom it is for, so that a coordinator can tell them where the mail is given up. */
export type Mail = {
  to: string;
  language: Locale;
  message: MailKind;
  params: Record<string, string>;
  told?: Told;
};

/**
 * Puts a message into the outbox, in the transaction that gives rise to it; it goes out at `runAfter` at the earliest.
 * @param personId whose mail it is, for whoever looks at the outbox.
 * @returns its key; null where no mail server is set up, so that nothing waits for one that never comes.
 */
export const queueMail = (
  cx: Context,
  runAfter: number,
  mail: Mail,
  topic: string | null = null,
  personId: number | null = mail.told?.personId ?? null,
): number | null =>
  cx.settings.smtpUrl
    ? addMail(cx, { payload: mail, runAfter, topic, personId, message: mail.message })
    : null;

/**
 * Tells the owner of an account what happened to it, by mail to the address that it has; nothing where it has none. Within
 * the open transaction.
 * @param more what the message says besides their name.
 */
export function tellOwner(
  cx: Context,
  { personId, email }: { personId: number; email: string | null },
  message: MailKind,
  more: Record<string, string> = {},
): void {
  if (email === null) return;
  const { name, language } = personRow(cx, personId)!;
  queueMail(cx, cx.now, { to: email, language, message, params: { name, ...more } }, null, personId);
}

/** True where mail reaches somebody: the others are told by a coordinator. */
const mailReaches = (cx: Context, person: { email: string | null }): boolean =>
  Boolean(person.email && cx.settings.smtpUrl);

/** Those of these people whom mail does not reach. */
export const notReached = (cx: Context, personIds: readonly number[]): number[] => {
  const reached = new Set(cx.settings.smtpUrl ? withAddress(cx, personIds) : []);
  return personIds.filter((id) => !reached.has(id));
};

/** How many of these people mail does not reach. */
export const toldByHand = (cx: Context, personIds: readonly number[]): number =>
  notReached(cx, personIds).length;

/**
 * Tells a person, in the transaction that gives rise to it: by mail where they have an address and a mail server is set
 * up; else they stand on the list of whom a coordinator is to tell. What they were to be told of the same topic before is
 * out of date, whichever way it was to go.
 * @param waitMs how long a mail is held back, for what may change again at once.
 * @param byMailOnly true where somebody else tells them already, so that they come on no list.
 */
export function tellPerson(cx: Context, told: Told, waitMs = 0, byMailOnly = false): void {
  const topic = topicOf(told);
  dropTopics(cx, [topic, ...(settles[told.message] ?? []).map((other) => topicOf(told, other))]);
  const person = personRow(cx, told.personId)!;
  if (person.email && mailReaches(cx, person)) {
    const { message, params } = told;
    const mail = { to: person.email, language: person.language, message, params, told };
    // Where the one before is being sent at this moment, this one must not overtake it.
    queueMail(cx, Math.max(cx.now + waitMs, busyUntil(cx, topic)), mail, topic);
  } else if (!byMailOnly) addNotice(cx, told);
}

/** Takes back what a person was to be told of a course of theirs and has not been told yet. Within the open transaction. */
export const forgetAboutCourse = (cx: Context, personId: number, courseId: number, of: Topic): void =>
  dropTopics(cx, [topicOfWorkshop(personId, courseId, of)]);

/** What is still to be told about a topic of a registration; null where nothing is. */
export const untoldOf = (cx: Context, registrationId: number, of: Topic): Told | null =>
  untold(cx, topicOfRegistration(registrationId, of));

/** What a trainer is still to be told of their part in a course; null where nothing is. */
export const untoldOfTraining = (cx: Context, personId: number, courseId: number): Told | null =>
  untold(cx, topicOfWorkshop(personId, courseId, "training"));

/** What somebody is still to be told of one thing that they are asked for as a trainer; null where nothing is. */
export const untoldOfRequest = (cx: Context, requestId: number): Told | null =>
  untold(cx, topicOfRequest(requestId));

/** Notes that somebody was told what they are asked for, or that it was taken back; the keys of what they were told. */
export function passOnRequest(cx: Context, requestId: number): number[] {
  const notice = waitingNotice(cx, topicOfRequest(requestId));
  if (!notice) return [];
  setTold(cx, [notice.id], true);
  return [notice.id];
}

/** True where somebody knows of a request: they were told of it, or a mail about it is on its way. */
export function knowsOfRequest(cx: Context, personId: number, requestId: number): boolean {
  const topic = topicOfRequest(requestId);
  return !waitsToBeTold(cx, topic) || wasTold(cx, personId, topic);
}

/** True where nobody was told of a topic yet, and no mail about it is on its way just now. */
function waitsToBeTold(cx: Context, topic: string): boolean {
  const mail = waitingMail(cx, topic);
  return mail ? (mail.leasedUntil ?? 0) <= cx.now : waitingNotice(cx, topic) !== undefined;
}

/** True where mail brought it to somebody, or a person said it. */
const wasTold = (cx: Context, personId: number, topic: string): boolean =>
  hasHeard(cx, personId, topic) || hasGoneOut(cx, personId, topic);

function untold(cx: Context, topic: string): Told | null {
  const mail = waitingMail(cx, topic);
  if (mail) return (mail.payload as Mail).told ?? null;
  return waitingNotice(cx, topic) ?? null;
}

/**
 * Puts somebody on the list of whom a coordinator is to tell, unless they have read it and heard nothing else. What is due
 * follows from the event of which they are told, so whoever calls it ends with one.
 * @returns true where they stand there now.
 */
export function addNotice(cx: Context, told: Told): boolean {
  const topic = topicOf(told);
  if (isReadOnScreen(told.message) && !hasHeard(cx, told.personId, topic)) return false;
  addNoticeRow(cx, told, topic);
  return true;
}

/** True where mail brought, or somebody said, what a topic of a registration or a course is about. */
export function hasHeardOf(
  cx: Context,
  who: Pick<Told, "personId" | "registrationId" | "courseId">,
  of: Topic,
): boolean {
  const topic =
    who.registrationId === null
      ? topicOfWorkshop(who.personId, who.courseId!, of)
      : topicOfRegistration(who.registrationId, of);
  return wasTold(cx, who.personId, topic);
}

/** True where somebody has not heard of a topic of their registration yet, and no mail about it is on its way. */
export const isUnheard = (cx: Context, registrationId: number, of: Topic): boolean =>
  waitsToBeTold(cx, topicOfRegistration(registrationId, of));

/** What people were to hear before decisions that are taken back, in that order; it is set aside no longer. */
function setAsideBefore(cx: Context, unheard: readonly Unheard[]) {
  return unheard.flatMap(({ registrationId, setAsideAt }) =>
    setAsideAt === null
      ? []
      : takeSetAside(
          cx,
          (["place", "course"] as const).map((of) => topicOfRegistration(registrationId, of)),
          setAsideAt,
        ),
  );
}

/** Tells whomever an event concerns; what it makes untrue of what they were to be told before is taken back. */
export function tellAbout(cx: Context, event: Event): void {
  const outOfDate = outOfDateBy(event);
  const again = setAsideBefore(cx, takenBackBy(event));
  if (event.kind === "registration.decided") setAside(cx, outOfDate);
  if (outOfDate.length > 0) dropTopics(cx, outOfDate);
  for (const { told, runAfter } of again) tellPerson(cx, told, Math.max(0, runAfter - cx.now));
  for (const { waitMs, byMailOnly, ...told } of tellingsOf(event)) tellPerson(cx, told, waitMs, byMailOnly);
}
