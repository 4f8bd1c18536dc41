import type { Granted, GrantedCourse, GrantedSession, Reach } from "../../access/gate";
import * as gate from "../../access/gate";
import type { Context } from "../../acts/context";
import { reasonFor } from "../../audit/store";
import { certificateHolders } from "../../certificates/store";
import { countsFrom } from "../../completion/rules/counting";
import { rollIsOpen, takesWalkIns } from "../../courses/rules/workshops";
import { areApart } from "../../groups/rules";
import { toldApart } from "../../people/rules/apart";
import { namedBy } from "../../people/store";
import { firstPlaceOf, type Registered, registeredPeople, rosterOf } from "../../registrations/store/roster";
import { dayAt } from "../../time/zone";
import {
  countSessionsWithin,
  type DescribedSession,
  sessionsOf,
  sessionsWithin,
} from "../../timetable/store/described";
import { reasonOwed } from "../rules";
import { theirSessions } from "../rules/theirs";
import { marksIn, marksOfCourse, rollsOfCourse } from "../store";
import { attendanceIn } from "../store/attended";

/** Everyone who stands on the roll of a session: of a group's those for whom it is planned, and whoever has an entry. */
function onRoll(
  cx: Context,
  session: DescribedSession,
  sessions: readonly DescribedSession[],
  marks: ReadonlyMap<number, unknown>,
): Registered[] {
  const roster = rosterOf(cx, session.courseId);
  if (session.groupId === null) return roster;
  const planned = theirSessions(sessions, marksOfCourse(cx, session.courseId));
  return roster.filter((person) => marks.has(person.registrationId) || planned(person).has(session.id));
}

/** The other sessions of the day of one that are not of another group alone, in their order. */
const restOfDay = (session: DescribedSession, sessions: readonly DescribedSession[]) =>
  sessions
    .filter((one) => one.id !== session.id && one.day === session.day && !areApart(one, session))
    .sort((a, b) => a.startInstant - b.startInstant);

/**
 * The roll of a session: everyone who holds a place and is of its group, or has an entry, with what is entered; those who joined after it began are marked
 * so and owe it nothing. Beside them the marks of people who left, and what can be done with the roll today.
 */
export function rollOf(cx: Context, granted: GrantedSession<"roll.read">) {
  const { course } = granted;
  const takes = gate.mayIn(cx, "roll.take", course);
  const sessions = sessionsOf(cx, course.id);
  const session = sessions.find(({ id }) => id === granted.id) as DescribedSession;
  const marks = new Map(marksIn(cx, session.id).map((mark) => [mark.registrationId, mark]));
  const roster = onRoll(cx, session, sessions, marks);
  const there = new Set(roster.map((person) => person.registrationId));
  const holders = certificateHolders(cx, [...there]);
  const joining = {
    lastStart: Math.max(...sessions.map(({ startInstant }) => startInstant)),
    firstSince: firstPlaceOf(cx, course.id),
  };
  const today = dayAt(cx.now, session.zone);
  const early = today < session.day;
  const earlyReason = reasonFor(cx, {
    kind: "roll.early",
    courseId: course.id,
    sessionId: session.id,
    ground: session.day,
  });
  const attended = attendanceIn(cx, course.id);
  const apart = toldApart(roster);
  const ofDay = restOfDay(session, sessions);
  const left = registeredPeople(
    cx,
    [...marks.keys()].filter((id) => !there.has(id)),
  );
  return {
    /** `ofDay`: the other sessions of that day, of the same people; `next`: the first of them once it is over. */
    ...{ session, ofDay, next: ofDay.find((one) => one.startInstant >= session.endInstant) ?? null, course },
    people: roster.map((person, nth) => {
      const mark = marks.get(person.registrationId);
      return {
        ...person,
        needs: takes ? person.needs : null,
        apart: apart[nth] ?? null,
        state: mark?.state ?? null,
        minutes: mark?.minutes ?? null,
        lateMinutes: mark?.lateMinutes ?? null,
        enteredAt: mark?.enteredAt ?? null,
        enteredBy: mark ? namedBy(mark.enteredByName, mark.enteredByLatin) : null,
        joinedLater: !countsFrom(session, person.placeSince, joining, course),
        outlook: attended({ ...person, id: person.registrationId }).outlook,
      };
    }),
    left: left.map(({ state, ...person }) => ({
      ...person,
      registrationState: state,
      state: marks.get(person.registrationId)!.state,
    })),
    /** `toBegin`: on its day, before it begins; `earlyReason`: why it is taken before its day, where somebody said so. */
    ...{ early, earlyReason, toBegin: !early && cx.now < session.startInstant },
    owes: reasonOwed({ early, earlyReason, courseState: course.state, holdsCertificates: holders.size > 0 }),
    open: rollIsOpen(course, today) && takes,
    /** True for whom it is to be taken, once it is open; others read it, without what somebody needs. */
    takes,
    takesWalkIns: takesWalkIns(course, today),
  };
}
export type Roll = ReturnType<typeof rollOf>;
export type RollPerson = Roll["people"][number];

/** The sessions of a course with how far each roll is: entries that count, of those who were in the course by then. */
export function courseRolls(cx: Context, course: GrantedCourse<"roll.read">) {
  const rolls = new Map(rollsOfCourse(cx, course.id).map((row) => [row.sessionId, row]));
  return sessionsOf(cx, course.id).map((session) => {
    const { entries, gaps } = rolls.get(session.id)!;
    return { ...session, entries, expected: entries + gaps };
  });
}

/** Sessions of the viewer's courses under way that begin within a span of instants (ms); the first ones of many. */
export const sessionsBetween = (
  cx: Context,
  reach: Granted<Reach, "roll.read">,
  from: number,
  to: number,
  most?: number,
) => sessionsWithin(cx, reach, from, to, most);

/** How many they are; counted up to 500. */
export const countSessionsBetween = (
  cx: Context,
  reach: Granted<Reach, "roll.read">,
  from: number,
  to: number,
): number => countSessionsWithin(cx, reach, from, to);
