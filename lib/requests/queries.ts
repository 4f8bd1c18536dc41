import type { GrantedCourse, Self } from "../access/gate";
import * as gate from "../access/gate";
import type { Granted } from "../access/granted";
import type { OwnRequest } from "../access/trainerGate";
import type { Context } from "../acts/context";
import { awayThen } from "../away/queries";
import type { AwayTime } from "../away/rules";
import { allows, isApproved } from "../courses/rules";
import { type CourseRow, coursesOnce } from "../courses/store";
import { courseTools, trainersNamed } from "../courses/store/rows";
import type { FieldFault } from "../faults";
import type { PersonsNames } from "../i18n/rules";
import { requestsTold, requestsToTell } from "../messages/queries";
import { notReached } from "../messages/tell";
import { namedBy } from "../people/store";
import { daysNotWorked } from "../places/queries";
import { programmeRow } from "../programmes/store";
import { trainersOfProgrammes } from "../programmes/store/trainers";
import { dayAt } from "../time/zone";
import { busyFault } from "../timetable/queries/inTheWay";
import { busyThen, wholeSpan } from "../timetable/rules/conflicts";
import { answersEnteredIn } from "../timetable/store/changes";
import { sessionsNamed, sessionsOf } from "../timetable/store/described";
import { timetableOf } from "../timetable/store/kept";
import { engagements } from "../timetable/store/taken";
import { whoSignIn } from "../trainers/signsIn";
import { inTheWayOf } from "./inTheWay";
import {
  atTheSameTime,
  firstDayProposed,
  isAskedFor,
  isMeantToCome,
  proposesFirstDay,
  shownAs,
} from "./rules";
import { type NamedRow, requestNamed, requestsIn, requestsOf, unansweredAmong } from "./store";
import { answeredUntil, isOver, sessionsAsked, takenBy, trainWhatIsAsked } from "./taking";

/** So many of somebody's requests are shown. */
const mostShown = 50;

/** A request as pages say it; `shown`: how it stands on this day at the place of its course. */
function shownRequest(
  cx: Context,
  { askedByName, askedByLatin, answeredByName, answeredByLatin, otherName, otherLatin, ...row }: NamedRow,
  zone: string,
) {
  return {
    ...row,
    shown: shownAs(row, dayAt(cx.now, zone)),
    askedBy: namedBy(askedByName, askedByLatin),
    /** Who entered the answer, where whoever was asked did not give it here. */
    enteredBy: namedBy(answeredByName, answeredByLatin),
    other: namedBy(otherName, otherLatin),
  };
}
export type ShownRequest = ReturnType<typeof shownRequest>;

/** True where there is time left to answer for a session of a course, a group of it, or all of it. */
export function mayBeAsked(
  cx: Context,
  course: GrantedCourse<"trainers.ask">,
  asked: Pick<NamedRow, "sessionId" | "groupId">,
): boolean {
  const until = answeredUntil(cx, course, asked.sessionId);
  return until !== null && until >= dayAt(cx.now, course.zone) && !isOver(cx, course.id, asked);
}

/** What was asked of trainers for a course, what waits first; of a day that is named instead, why nobody works on it. */
export function courseRequests(cx: Context, course: GrantedCourse<"trainers.ask">) {
  const rows = requestsIn(cx, course.id);
  const days = rows.flatMap(({ otherDay }) => otherDay ?? []);
  const off = days.length === 0 ? [] : daysNotWorked(cx, course.country, days);
  const toTell = requestsToTell(cx, course);
  const told = requestsTold(cx, course);
  const decides = gate.mayIn(cx, "registrations.decide", course);
  const moves = allows(course.state, "plan") && gate.mayIn(cx, "timetable.edit", course);
  const unreached = new Set(notReached(cx, [...new Set(rows.map(({ personId }) => personId))]));
  const begun = answersEnteredIn(cx, course.id).filter(({ begins }) => begins <= cx.now);
  const inTheWay = inTheWayOf(cx, course.id, rows);
  return rows.map((row) => {
    const notice = toTell.get(row.id);
    const mine = row.askedById !== null && row.askedById === cx.viewer.personId;
    const byAsker = row.askedById !== null && row.askedById === course.scheduledBy;
    // One person does it: whose own workshop it is, for whom they asked; else coordinators. The number is theirs alone.
    const tells = mine || (decides && !byAsker) ? "viewer" : byAsker ? "asker" : "coordinators";
    const free = off.find(({ day }) => day === row.otherDay);
    const dayOff = free ? (free.holiday ? ("holiday" as const) : ("weekend" as const)) : null;
    return {
      ...shownRequest(cx, row, course.zone),
      ...{
        dayOff,
        courseBegins: course.startsOn,
        /** What they are still to be told, as no mail reaches them, and who does it; null where nothing is left to be said. */
        toTell: notice
          ? { ...notice, phone: tells === "viewer" ? notice.phone : null, email: null, tells }
          : null,
        /** By whom and when they were told it, while they have not answered. */
        told: !notice && row.state === "waiting" ? (told.get(row.id) ?? null) : null,
        byHand: unreached.has(row.personId),
        /** True where the answer was entered for them and may be taken back: nothing of what they accepted has begun. */
        takesBack:
          row.answeredBy !== null &&
          (row.state === "declined" ||
            (row.state === "accepted" && !begun.some(({ requestId }) => requestId === row.id))),
        again: row.state === "waiting" && mayBeAsked(cx, course, row),
        /** The first day to which the viewer may move the whole course for what was proposed; null where none. */
        movesTo: moves ? firstDayProposed(row, course, dayAt(cx.now, course.zone)) : null,
        /** What is in the way of them, of what is to come; undefined where nothing is asked of them any more. */
        inTheWay: inTheWay.get(row.id),
      },
    };
  });
}
export type CourseRequest = ReturnType<typeof courseRequests>[number];

/**
 * Who was asked to train in a course that is planned and can no longer answer anything of it in time, each once: for whoever
 * asks, who asks them again or somebody else. Others are told nothing of days to answer by.
 */
export function lateIn(
  cx: Context,
  course: GrantedCourse<"trainers.ask">,
): (PersonsNames & { id: number })[] {
  if (!allows(course.state, "plan")) return [];
  const today = dayAt(cx.now, course.zone);
  return unansweredAmong(cx, [course.id])
    .filter(({ answerBy }) => answerBy < today)
    .map(({ id, name, latinName }) => ({ id, name, latinName }));
}

/** What trainers of the programme of a course, and of the course, are called, for whoever asks them: of these keys those that are theirs. */
export function trainersCalled(
  cx: Context,
  course: GrantedCourse<"trainers.ask">,
  personIds: readonly number[],
): (PersonsNames & { id: number })[] {
  const known = [
    ...trainersNamed(cx, course.id),
    ...(personIds.length === 0 ? [] : trainersOfProgrammes(cx, [course.programmeId])),
  ];
  return personIds.flatMap((personId) => known.find(({ id }) => id === personId) ?? []);
}

/** Whether a course is a trainer's own workshop, and one that nobody has approved yet. */
const workshopSays = (course: Pick<CourseRow, "scheduledBy" | "approvedAt" | "state">) => ({
  ownWorkshop: course.scheduledBy !== null,
  awaitsApproval: course.state !== "cancelled" && !isApproved(course),
});

/** What the viewer was asked for, what waits for an answer first, each with its course and session. */
export function ownRequests(cx: Context, { personId }: Granted<Self, "account.own">) {
  const courseOf = coursesOnce(cx);
  const rows = requestsOf(cx, personId, mostShown);
  const sessions = sessionsNamed(
    cx,
    rows.flatMap(({ sessionId }) => sessionId ?? []),
  );
  return rows.map((row) => {
    const course = courseOf(row.courseId);
    const session = row.sessionId === null ? null : sessions.find(({ id }) => id === row.sessionId);
    const { title, startsOn, endsOn, state, stateReason, country, place, mode } = course;
    return {
      ...shownRequest(cx, row, course.zone),
      course: { title, startsOn, endsOn, state, stateReason, country, place, mode, ...workshopSays(course) },
      /** The session that is asked for; undefined where it was taken out since. */
      session,
    };
  });
}
export type OwnRequestLine = ReturnType<typeof ownRequests>[number];

/** The sessions that a request is for, that are to come. */
const sessionsFor = (cx: Context, request: OwnRequest) =>
  sessionsOf(cx, request.courseId).filter((s) => isAskedFor(s, request, cx.now));

/** Why somebody cannot be at a session of a request: what they teach then, or their absence; null where they can. */
export type InTheWayOfRequest = { fault: FieldFault | null; away: AwayTime | null };

/**
 * What accepting a request gives: how many of its sessions, or nothing where none can be taken; and the groups to choose
 * between where sessions of several are at one time.
 */
function taking(cx: Context, request: OwnRequest, sessions: ReturnType<typeof sessionsFor>) {
  const asked = sessionsAsked(cx, request).filter((s) => !s.trainerIds.includes(request.personId));
  const taken = new Set(takenBy(cx, request, asked, null).map(({ id }) => id));
  const spans = asked.map((s) => ({ id: s.id, startsAt: s.startInstant, endsAt: s.endInstant }));
  const whole = wholeSpan(spans);
  const engaged = whole === null ? [] : engagements(cx, [request.personId], whole);
  const atOnce = new Set(atTheSameTime(asked).map(({ id }) => id));
  const groups = new Map(
    sessions.flatMap((s) =>
      atOnce.has(s.id) && s.groupId !== null ? [[s.groupId, { id: s.groupId, name: s.group ?? "" }]] : [],
    ),
  );
  return {
    all: asked.length,
    takes: taken.size,
    /** At how many they teach something else. */
    busy: spans.filter(({ id, ...span }) =>
      busyThen(span, [request.personId], engaged).some((other) => other.sessionId !== id),
    ).length,
    groups: [...groups.values()],
    /** True of a session that goes with another one at the same time. */
    atOnce: (sessionId: number) => atOnce.has(sessionId),
  };
}

/** Of a course that somebody trains: how many of its sessions that are to come they train, and how many there are. */
export function trainedOf(cx: Context, request: OwnRequest): { trains: number; all: number } {
  const { course, personId } = request;
  const coming = timetableOf(cx, course.id).filter((s) => isMeantToCome(s, request, cx.now));
  const trains = coming.filter((s) => s.trainerIds.includes(personId)).length;
  return { trains, all: coming.length };
}

/**
 * A request as whoever is asked answers it: what, when and where, who asks and what they say, what is in the way of each
 * session, and what accepting gives.
 */
export function requestToAnswer(cx: Context, request: OwnRequest) {
  const { course, personId } = request;
  const sessions = sessionsFor(cx, request);
  const spans = sessions.map((s) => ({ startsAt: s.startInstant, endsAt: s.endInstant }));
  const whole = wholeSpan(spans);
  const engaged = whole === null ? [] : engagements(cx, [personId], whole);
  const awayAt = awayThen(
    cx,
    [personId],
    sessions.map((s) => s.day),
  );
  const { title, startsOn, endsOn, state, country, place, mode, zone } = course;
  const programme = programmeRow(cx, course.programmeId)!;
  const { atOnce, ...accepting } = taking(cx, request, sessions);
  return {
    ...shownRequest(cx, requestNamed(cx, request.id)!, zone),
    accepting,
    /** True where another day that is proposed is another first day of all of it. */
    ofFirstDay: proposesFirstDay(request, course, dayAt(cx.now, zone)),
    course: {
      ...{ title, startsOn, endsOn, state, country, place, mode, zone, ...workshopSays(course) },
      tools: courseTools(cx, course.id),
    },
    contact: { name: programme.contactName, phone: programme.contactPhone, email: programme.contactEmail },
    sessions: sessions.map((session, nth) => {
      const busy = busyThen(spans[nth]!, [personId], engaged).find((other) => other.sessionId !== session.id);
      return {
        ...session,
        atOnce: atOnce(session.id),
        inTheWay: {
          fault: busy ? busyFault(cx, busy, course) : null,
          away: awayAt(personId, session)?.time ?? null,
        },
      };
    }),
  };
}
export type RequestToAnswer = ReturnType<typeof requestToAnswer>;

/** Who trains what a request is for: its session, or its course. */
export const trainsAsked = (cx: Context, { course, ...asked }: OwnRequest): number[] =>
  trainWhatIsAsked(cx, course.id, asked);

/** Whom a trainer may name instead: the other trainers of the programme that asks, who can sign in and do not train it yet. */
export function othersToName(cx: Context, request: OwnRequest) {
  const { course, personId } = request;
  const train = trainsAsked(cx, request);
  return whoSignIn(cx, trainersOfProgrammes(cx, [course.programmeId])).filter(
    ({ id }) => id !== personId && !train.includes(id),
  );
}
