import type { Anywhere, Granted, GrantedCourse, Reach, Self } from "../access/gate";
import type { Context } from "../acts/context";
import { trainersIn } from "../courses/store";
import { type Locale, locales, type PersonsNames } from "../i18n/rules";
import { type PersonRow, personRow } from "../people/store";
import { peopleRegisteredIn } from "../registrations/store";
import { requestRow } from "../requests/store";
import { isOver, isPast, type MailKind } from "./rules";
import { answerIn, type HeldMail, heldAfterMs, heldOf, reasonOf } from "./rules/delivery";
import { ofRequests } from "./rules/topics";
import { type NoticeWithPerson, noticesAmong, personsUntold, unread, untoldOfPerson } from "./store";
import { toldIn, toTellIn, untoldByKind, untoldIn } from "./store/gathered";
import {
  givenUpRows,
  heldInCourse,
  heldInProgrammes,
  type MailRow,
  mailCounts,
  mailRow,
  noticeSince,
  sentRows,
  waitingRows,
  waitingSince,
} from "./store/outbox";
import { toldAt } from "./store/toldAt";
import { sharersSaid, valuesOf } from "./values";

/** At most so many people on a page; the next ones follow when these are told. */
const mostShown = 200;

/** A notice as a page shows it: the values of its text are in the person's language. */
export type ShownNotice = Omit<NoticeWithPerson, "params" | "goes"> & { values: Record<string, string> };

const shown =
  (cx: Context) =>
  (row: NoticeWithPerson): ShownNotice => {
    const { params: _, goes, ...notice } = row;
    return { ...notice, values: { ...valuesOf(cx, row, row.language), ...(goes ? { goes } : {}) } };
  };

/** Whom a coordinator is to tell in a course, longest waiting first, and who was told last. */
export function courseNotices(cx: Context, course: GrantedCourse<"registrations.decide">) {
  const { id } = course;
  const past = isPast(course, cx.now);
  const toTell = toTellIn(cx, id, past, mostShown);
  const { messages, people } = untoldIn(cx, id, past);
  return {
    people,
    messages,
    more: messages > toTell.length,
    toTell: toTell.map(shown(cx)),
    told: toldIn(cx, id, mostShown).flatMap((notice) =>
      notice.toldAt === null ? [] : [{ ...notice, toldAt: notice.toldAt }],
    ),
  };
}

export type CourseNotices = ReturnType<typeof courseNotices>;

/** What is said to whom dates, times, place or sessions are others. */
const ofMoves = ["courseMoved", "trainingGiven", "trainingMoved", "trainingEnded"] as const;

/** What trainers whom no mail reaches are still to be told of what they are asked for in a course, by the request: for whoever asks. */
export function requestsToTell(cx: Context, course: GrantedCourse<"trainers.ask">) {
  if (isPast(course, cx.now)) return new Map<number, ShownNotice>();
  return new Map(
    noticesAmong(cx, [course.id], ofRequests)
      .map(shown(cx))
      .map((notice) => [Number(notice.values.request), notice]),
  );
}

/** By whom and when trainers were told what they are asked for in a course, by the request: the last time. */
export const requestsTold = (cx: Context, course: GrantedCourse<"trainers.ask">) =>
  new Map(
    toldIn(cx, course.id, mostShown, ofRequests)
      .reverse()
      .map(({ params, toldAt, toldBy, toldByLatin }) => [
        Number(params.request),
        { at: toldAt ?? 0, by: toldBy === null ? null : { name: toldBy, latinName: toldByLatin } },
      ]),
  );

/** Whom the viewer asked in these workshops of theirs and is to tell so, as no mail reaches them: each once a course. */
export function askedToTell(cx: Context, courses: readonly { id: number; state: string }[]) {
  const ids = courses.flatMap(({ id, state }) => (state === "open" || state === "running" ? id : []));
  const found = new Map<number, Map<number, PersonsNames>>();
  for (const { courseId, personId, name, latinName, params } of noticesAmong(cx, ids, ofRequests)) {
    if (requestRow(cx, Number(params.request))?.askedBy !== cx.viewer.personId) continue;
    const there = found.get(courseId!) ?? new Map<number, PersonsNames>();
    found.set(courseId!, there.set(personId, { name, latinName }));
  }
  return new Map([...found].map(([courseId, people]) => [courseId, [...people.values()]]));
}

/**
 * How many people hear of a change of a course that was made at an instant: by a mail that is still to go out, and from a
 * coordinator, while nothing has taken that back.
 */
export function toldOfChange(
  cx: Context,
  course: GrantedCourse<"timetable.edit" | "course.edit" | "workshop.edit">,
  at: number,
) {
  return toldAt(cx, course.id, at, ofMoves);
}

/** In which languages those are written to who hear that a course is cancelled: who has not withdrawn, and who trains in it. */
export function languagesToldIn(cx: Context, course: GrantedCourse<"course.run">): Locale[] {
  const registered = peopleRegisteredIn(cx, course.id).flatMap(({ state, language }) =>
    state === "withdrawn" || state === "declined" ? [] : language,
  );
  const trainers = trainersIn(cx, course.id)
    .filter((id) => id !== cx.viewer.personId)
    .map((id) => personRow(cx, id)!.language);
  const found = new Set([...registered, ...trainers]);
  return locales.filter((locale) => found.has(locale));
}

/** Of how many registered people, and of how many trainers, a coordinator is to tell something in a course. */
export const toldByKind = (cx: Context, course: GrantedCourse<"registrations.read">) =>
  untoldByKind(cx, course.id, isPast(course, cx.now));

/** How many people a coordinator is to tell in a course. */
export const peopleToTell = (
  cx: Context,
  course: GrantedCourse<"course.read" | "registrations.read" | "registrations.decide">,
): number => untoldIn(cx, course.id, isPast(course, cx.now)).people;

/** People to be told something about themselves, outside of any course: in the reach of administrators alone. */
export const personsToTell = (cx: Context, { programmes }: Granted<Reach, "today.read">) =>
  programmes === "all" ? personsUntold(cx, mostShown) : [];

/** What is to be told to a person about themselves: in the reach of administrators alone. */
export const personNotices = (
  cx: Context,
  person: Granted<PersonRow, "people.read">,
  { programmes }: Granted<Reach, "people.read">,
): ShownNotice[] => (programmes === "all" ? untoldOfPerson(cx, person.id).map(shown(cx)) : []);

/** What somebody reads about themselves on their first page. */
const readByOneself = [
  "broughtIn",
  "stageDecided",
  "entryStruck",
  "workshopApproved",
  "workshopTurnedDown",
  "courseShared",
  "courseSharingEnded",
  "courseSharerLeft",
  "trainerRequested",
] as const;
type ReadByOneself = (typeof readByOneself)[number];

/** What the viewer is told about themselves until they have read it: a programme that they were brought into, a decision on a workshop of theirs. */
export const ownNotices = (cx: Context, { personId }: Granted<Self, "account.own">) =>
  unread(cx, personId, readByOneself).flatMap(({ state, endsOn, zone, ...notice }) =>
    // That a workshop may be held is no news once it was.
    notice.message === "workshopApproved" && state && isOver({ state, endsOn, zone: zone! }, cx.now)
      ? []
      : {
          ...notice,
          message: notice.message as ReadByOneself,
          /** The programmes that a notice of sharing names. */
          sharing: sharersSaid(cx, notice.params),
        },
  );

/** At most so many mails of a kind on the page. */
const mostMails = 50;

/** How many days the counts of the outbox look back. */
const countedDays = 7;

const shownMail =
  (cx: Context) =>
  ({ topic, kept, failure, leasedUntil, ...row }: MailRow) => {
    const told = topic && row.doneAt !== null ? noticeSince(cx, topic, row.doneAt)?.toldAt : null;
    return {
      ...row,
      message: row.message as MailKind | null,
      reason: failure === null ? null : reasonOf(failure),
      answer: failure === null ? null : answerIn(failure),
      underWay: leasedUntil !== null && leasedUntil > cx.now,
      /** When somebody told the person by hand instead. */
      toldAt: told ?? null,
      mayGoAgain: kept === 1 && !told && cx.settings.smtpUrl !== null,
    };
  };
export type ShownMail = ReturnType<ReturnType<typeof shownMail>>;

/** What waits in the outbox, was given up and went out lately: whom it is for and what became of it, not what it says. */
export function outbox(cx: Context, _granted: Granted<Anywhere, "mail.manage">) {
  const shown = shownMail(cx);
  return {
    days: countedDays,
    counts: mailCounts(cx, cx.now - countedDays * 86_400_000),
    waiting: waitingRows(cx, mostMails).map(shown),
    givenUp: givenUpRows(cx, mostMails).map(shown),
    sent: sentRows(cx, mostMails).map(shown),
  };
}

/** What became of one mail; null where there is no such. */
export function mailOf(
  cx: Context,
  _granted: Granted<Anywhere, "mail.manage">,
  id: number,
): ShownMail | null {
  const row = mailRow(cx, id);
  return row ? shownMail(cx)(row) : null;
}

/** For how long mail has waited that should have gone out, in ms; 0 where none does, or no mail server is set up. */
export function mailWaitsFor(cx: Context): number {
  const since = cx.settings.smtpUrl ? waitingSince(cx) : null;
  return since === null ? 0 : Math.max(0, cx.now - since);
}

/** Mail about courses of a reach that should have gone out and has not, of all of them also about anything else; null where none waits, or no mail server is set up: then a coordinator tells people. */
export const mailHeld = (cx: Context, { programmes }: Granted<Reach, "today.read">): HeldMail | null =>
  cx.settings.smtpUrl && (programmes === "all" || programmes.length > 0)
    ? heldOf(heldInProgrammes(cx, programmes, cx.now - heldAfterMs))
    : null;

/** The same about a course. */
export const mailHeldIn = (cx: Context, { id }: GrantedCourse<"course.run">): HeldMail | null =>
  cx.settings.smtpUrl ? heldOf(heldInCourse(cx, id, cx.now - heldAfterMs)) : null;
