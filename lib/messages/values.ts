import { accountRowOf } from "../accounts/store";
import type { Context } from "../acts/context";
import { awaitsApproval, isTentative } from "../courses/rules";
import { type CourseRow, courseRow } from "../courses/store";
import { groupRow } from "../groups/store";
import { commas, inLanguage, isolate, type Locale, nameFor } from "../i18n/rules";
import { personRow } from "../people/store";
import { displayPhone } from "../phone/phone";
import { venueRow } from "../places/store";
import { programmeCalled } from "../programmes/rules";
import { programmeRow, programmesCalled } from "../programmes/store";
import { registrationRow } from "../registrations/store";
import { inTheWayOf } from "../requests/inTheWay";
import { isMeantToCome } from "../requests/rules";
import { type RequestRow, requestRow } from "../requests/store";
import { sharesOf } from "../sharing/store";
import { dayAt } from "../time/zone";
import { titleIn } from "../timetable/rules/titles";
import { nextSessionRow } from "../timetable/store";
import { dayEndsAt, sessionsNamed, sessionsOf } from "../timetable/store/described";
import type { Told } from "./rules";
import { changesKept, mostNamed, type SaidChange } from "./rules/changed";

/** What a message says of a course, in a language. */
function ofCourse(cx: Context, course: CourseRow, language: Locale) {
  const venue = course.venueId === null ? undefined : venueRow(cx, course.venueId);
  const programme = programmeRow(cx, course.programmeId)!;
  return {
    course: inLanguage(course.title, language).text,
    /** While it is being planned, or awaits approval, nothing of it is promised. */
    draft: course.state === "draft" ? "yes" : awaitsApproval(course) ? "approval" : "",
    /** Of a course whose days are over nobody withdraws any more. */
    over: course.endsOn !== null && course.endsOn < dayAt(cx.now, course.zone) ? "yes" : "",
    /** The programmes that read it besides the one that leads it. */
    sharers: commas(
      sharesOf(cx, [course.id]).map(({ title }) => inLanguage(programmeCalled(title), language).text),
      language,
    ),
    startsOn: course.startsOn ?? "",
    endsOn: course.endsOn ?? "",
    mode: course.mode,
    venue: commas([venue?.name ?? null, venue?.address ?? null], language),
    place: inLanguage(course.place, language).text,
    country: course.country,
    decideBy: isTentative(course) ? (course.decideBy ?? "") : "",
    contact: commas([programme.contactName, programme.contactPhone, programme.contactEmail], language),
  };
}

/** True where somebody has an account that they can sign in to. */
function maySignIn(cx: Context, personId: number): boolean {
  const account = accountRowOf(cx, personId);
  return account !== undefined && account.disabledAt === null;
}

type At = { venuePlace: string | null; venue: string | null; room: string | null; isOnline: boolean };

const placeSaid = ({ venuePlace, venue, room }: At) => [venuePlace, venue, room].filter(Boolean).join(" · ");

/** Where a session is, beside where its course is: its room, another venue, or online. */
const whereIs = (of: "session" | "next", session: At | undefined): Record<string, string> => ({
  [`${of}At`]: session ? placeSaid(session) : "",
  [`${of}Online`]: session?.isOnline ? "yes" : "",
});

/** Who asks, where it is known, with their number: whoever is asked may answer by telephone. */
function askerOf(cx: Context, { askedBy }: RequestRow, language: Locale): Record<string, string> {
  const asker = askedBy === null ? undefined : personRow(cx, askedBy);
  return {
    asker: asker ? nameFor(asker, language) : "",
    byName: asker ? "yes" : "",
    byPhone: asker?.phone ? "yes" : "",
    askerPhone: asker?.phone ? isolate(displayPhone(asker.phone), language) : "",
  };
}

/** How many sessions to come a request for a whole course is for, how long they are, when, and which modules they teach. */
function meantBy(cx: Context, request: RequestRow): Record<string, string> {
  if (request.sessionId !== null) return {};
  const meant = sessionsOf(cx, request.courseId).filter((s) => isMeantToCome(s, request, cx.now));
  if (meant.length === 0) return {};
  const times = meant.map(({ day, startsAt, endsAt }) => ({ day, from: startsAt, to: endsAt }));
  return {
    meant: String(meant.length),
    meantMinutes: String(
      meant.reduce((sum, { startInstant, endInstant }) => sum + (endInstant - startInstant) / 60_000, 0),
    ),
    meantTimes: times.length > mostNamed ? "" : JSON.stringify(times),
    modules: [...new Set(meant.flatMap(({ moduleCode }) => moduleCode ?? []))].join(" · "),
  };
}

/** What whoever is asked and has not answered reads beside what has moved: by when, and whom, they are to answer. */
function stillAsked(cx: Context, { waits }: Told["params"], language: Locale): Record<string, string> {
  const request = waits ? requestRow(cx, Number(waits)) : undefined;
  if (request?.state !== "waiting") return {};
  return { ...askerOf(cx, request, language), answerBy: request.answerBy, awaited: "yes" };
}

/** When whoever accepted is away all the same, and at how many sessions they teach something else, so that these are not theirs. */
function inTheWayBy(cx: Context, request: RequestRow): Record<string, string> {
  const found = request.state === "accepted" && inTheWayOf(cx, request.courseId, [request]).get(request.id);
  if (!found) return {};
  const { times, busy } = found;
  return { awayTimes: times.length > 0 ? JSON.stringify(times) : "", busyAt: busy > 0 ? String(busy) : "" };
}

/** What a message says of one thing that a trainer is asked for: as what, which session, and what they name instead. */
function ofRequest(cx: Context, requestId: number, language: Locale): Record<string, string> {
  const request = requestRow(cx, requestId);
  if (!request) return {};
  const [session] = request.sessionId === null ? [] : sessionsNamed(cx, [request.sessionId]);
  const group = request.groupId === null ? undefined : groupRow(cx, request.courseId, request.groupId);
  const module = session?.moduleTitle ? inLanguage(session.moduleTitle, language).text : "";
  const other = request.otherPersonId === null ? undefined : personRow(cx, request.otherPersonId);
  return {
    role: request.role,
    ...askerOf(cx, request, language),
    ...meantBy(cx, request),
    ...inTheWayBy(cx, request),
    /** One session of the course is asked for, and not all of it. */
    one: request.sessionId === null ? "" : "yes",
    sessionName: session
      ? (titleIn(session.title, language) ?? [session.moduleCode, module].filter(Boolean).join(" "))
      : "",
    sessionKind: session?.kind ?? "",
    /** Of the session, else of a whole course the one that is asked for. */
    sessionGroup: session?.group ?? group?.name ?? request.goneGroup ?? "",
    sessionDay: session?.day ?? "",
    ...whereIs("session", session),
    sessionFrom: session?.startsAt ?? "",
    sessionTo: session?.endsAt ?? "",
    other: other?.name ?? "",
    otherDay: request.otherDay ?? "",
    otherTime: request.otherTime ?? "",
  };
}

/** What a message says of sessions that are others than the person knows: each, or how many where they are too many to be named. */
function ofChanges(cx: Context, params: Told["params"], language: Locale): Record<string, string> {
  const changes = changesKept(params);
  if (changes.length === 0) return {};
  if (changes.length > mostNamed) return { changed: JSON.stringify(changes.length) };
  const found = sessionsNamed(
    cx,
    changes.map(({ id }) => id),
  );
  const said = changes.map(({ id, was, left }): SaidChange => {
    const is = found.find((session) => session.id === id);
    const module = is?.moduleTitle ? inLanguage(is.moduleTitle, language).text : "";
    return {
      name:
        titleIn((is ?? was)?.title ?? null, language) ?? [is?.moduleCode, module].filter(Boolean).join(" "),
      kind: (is ?? was)?.kind ?? "",
      was: was && { day: was.day, from: was.from, to: was.to },
      ...(left ? { left } : {}),
      is: is
        ? { day: is.day, from: is.startsAt, to: is.endsAt, place: placeSaid(is), online: is.isOnline }
        : null,
    };
  });
  return { changed: JSON.stringify(said) };
}

/** The programmes of which a message tells that one shares a course that the other leads; null where it tells of none. */
export function sharersSaid(cx: Context, { sharer, lead }: Told["params"]) {
  if (!sharer || !lead) return null;
  const called = programmesCalled(cx, [Number(sharer), Number(lead)]);
  return { programme: called.get(Number(sharer))!, by: called.get(Number(lead))! };
}

/** The same as a language names them. */
function ofSharing(cx: Context, params: Told["params"], language: Locale): Record<string, string> {
  const said = sharersSaid(cx, params);
  if (!said) return {};
  return { programme: inLanguage(said.programme, language).text, by: inLanguage(said.by, language).text };
}

/**
 * What a message says of person, course and registration as they are now, and what the command gave. Days and times are
 * civil ones; whoever writes the message puts them as its language does.
 */
export function valuesOf(
  cx: Context,
  told: Pick<Told, "personId" | "registrationId" | "courseId" | "params">,
  language: Locale,
): Record<string, string> {
  const name = personRow(cx, told.personId)?.name ?? "";
  const registration = told.registrationId === null ? undefined : registrationRow(cx, told.registrationId);
  const courseId = registration?.courseId ?? told.courseId;
  const course = courseId === null ? undefined : courseRow(cx, courseId);
  if (!course)
    return { name, link: `${cx.settings.publicUrl}${told.params.at ?? "/account"}`, ...told.params };
  if (!registration) {
    // Who has no account reads nothing behind a link, and answers whoever tells them.
    const signsIn = maySignIn(cx, told.personId);
    const link = signsIn ? `${cx.settings.publicUrl}${told.params.at ?? `/desk/courses/${course.id}`}` : "";
    const asked = told.params.request ? ofRequest(cx, Number(told.params.request), language) : {};
    const more = {
      ...ofSharing(cx, told.params, language),
      ...ofChanges(cx, told.params, language),
      ...stillAsked(cx, told.params, language),
    };
    return {
      name,
      ...ofCourse(cx, course, language),
      ...asked,
      ...more,
      link,
      signsIn: signsIn ? "" : "no",
      ...told.params,
    };
  }
  const page = `${cx.settings.publicUrl}/registrations/${registration.token}`;
  const next = nextSessionRow(cx, course.id, registration.groupId);
  return {
    name,
    ...ofCourse(cx, course, language),
    nextDay: next?.day ?? "",
    ...whereIs("next", next && sessionsNamed(cx, [next.id])[0]),
    nextFrom: next?.startsAt ?? "",
    nextTo: next?.endsAt ?? "",
    nextDayEnds: (next && dayEndsAt(cx, course.id, next.day, [registration.groupId ?? []].flat())) ?? "",
    number: `${course.id}-${registration.number}`,
    page,
    link: told.params.at ? `${cx.settings.publicUrl}${told.params.at}` : page,
    ...ofChanges(cx, told.params, language),
    ...told.params,
  };
}
