import * as gate from "../../access/gate";
import { disabledAmong } from "../../accounts/store";
import type { Context } from "../../acts/context";
import { awayThen } from "../../away/queries";
import { allows, isTentative } from "../../courses/rules";
import { coursesOnce } from "../../courses/store";
import { courseTools } from "../../courses/store/rows";
import { keyedHash } from "../../crypto/tokens";
import { groupsIn } from "../../groups/queries";
import { groupRowsIn } from "../../groups/store";
import type { Translated } from "../../i18n/rules";
import { speaksAndLives } from "../../people/store/named";
import { daysNotWorked } from "../../places/queries";
import { isClosed, roomRow } from "../../places/store";
import { programmesIn } from "../../programmes/store";
import { countsByGroup } from "../../registrations/store/groups";
import { waitingIn } from "../../requests/store";
import { sharersOf } from "../../sharing/store";
import { asksForPlans, isPlanAsked } from "../../stages/rules/plan";
import { countWithoutPlan } from "../../stages/workshopsPlanned";
import { dayAt } from "../../time/zone";
import { partAccepted } from "../rules/acceptances";
import { minutesTaken, wholeSpan } from "../rules/conflicts";
import { expectedAt } from "../rules/expected";
import { type Issue, openIssues, type Plan } from "../rules/issues";
import { partsAsked } from "../rules/lacking";
import { atOnePlace, type Where } from "../rules/onePlace";
import { mostMinutesOf } from "../rules/trainersDay";
import { type Acceptance, acceptancesIn } from "../store/accepted";
import { placesAmong } from "../store/described";
import { lastProposal } from "../store/proposals";
import { type Engaged, engagements } from "../store/taken";
import { type Elsewhere, takenElsewhere } from "./conflicts";
import { courseToName } from "./inTheWay";
import { type PeopleElsewhere, peopleElsewhere, trainersExpected } from "./people";
import { qualifiedFor } from "./qualified";
import { courseSessions, type Session } from "./sessions";

type Editable = gate.GrantedCourse<"timetable.edit" | "timetable.issues">;

const dayMs = 86_400_000;

/** Who of those who lead its sessions may lead which module. */
const qualificationOf = (cx: Context, sessions: readonly Session[]): Plan["isQualified"] =>
  qualifiedFor(
    cx,
    [...new Set(sessions.flatMap((s) => s.trainers.flatMap((t) => (t.role === "lead" ? t.id : []))))],
    [...new Set(sessions.flatMap(({ moduleId }) => moduleId ?? []))],
  );

type Somewhere = Where;

/** Where a session of a course is; null where it is online. */
const placeOf = (
  { country, place, venueId }: Somewhere,
  session: Pick<Session, "isOnline" | "venueId" | "venuePlace">,
): Somewhere | null =>
  session.isOnline
    ? null
    : session.venueId === null
      ? { country, place, venueId }
      : { country, place: { own: "en", en: session.venuePlace ?? "" }, venueId: session.venueId };

/** The sessions of a plan that are online, or at a place: nobody travels between these and there. */
const notFrom = (course: Somewhere, sessions: readonly Session[], there: Somewhere): number[] =>
  sessions.flatMap((session) => {
    const here = placeOf(course, session);
    return here === null || atOnePlace(here, there) ? session.id : [];
  });

/** The days of a course itself on which its trainers are at another of its places, later than where they come from. */
const betweenOwnPlaces = (course: Editable, sessions: readonly Session[]): Plan["elsewhereOn"] =>
  sessions.flatMap((session) => {
    const there = placeOf(course, session);
    if (there === null || sessions.every((s) => s.venueId === session.venueId)) return [];
    const stays = notFrom(course, sessions, there);
    // Said once, at the session that one goes on from.
    const later = sessions.flatMap((s) => (s.startInstant >= session.startInstant ? s.id : []));
    return session.trainers.map(({ id: trainerId }) => ({
      ...{ trainerId, day: session.day, courseId: course.id, venue: session.venue },
      notFrom: [...new Set([...stays, ...later])],
    }));
  });

/** What its trainers do in other courses, from two days before the first session of a course to two days after the last. */
function trainedElsewhere(cx: Context, course: Editable, sessions: readonly Session[]): Engaged[] {
  const whole = wholeSpan(sessions.map((s) => ({ startsAt: s.startInstant, endsAt: s.endInstant })));
  if (whole === null) return [];
  const trainerIds = [...new Set(sessions.flatMap((s) => s.trainers.map(({ id }) => id)))];
  const around = { startsAt: whole.startsAt - 2 * dayMs, endsAt: whole.endsAt + 2 * dayMs };
  return engagements(cx, trainerIds, around, course.id);
}

/** Most minutes of sessions on a day in courses, of the programmes that lead them and those with which they are shared. */
function mostMinutesIn(cx: Context, courseIds: readonly number[]): number {
  const courseOf = coursesOnce(cx);
  const keys = courseIds.flatMap((id) => [courseOf(id).programmeId, ...sharersOf(cx, id)]);
  return mostMinutesOf(programmesIn(cx, [...new Set(keys)]));
}

/** How long trainers train in other courses, on the days of the place of this one. */
function hoursElsewhere(
  cx: Context,
  { zone }: Editable,
  engaged: readonly Engaged[],
): Plan["hoursElsewhere"] {
  const ids = [...new Set(engaged.map(({ courseId }) => courseId))];
  const hidden = new Set(ids.filter((id) => courseToName(cx, id) === null));
  const byDay = new Map<string, Engaged[]>();
  for (const one of engaged) {
    const key = `${one.trainerId} ${dayAt(one.startsAt, zone)}`;
    byDay.set(key, [...(byDay.get(key) ?? []), one]);
  }
  return [...byDay.values()].map((all) => ({
    ...{ trainerId: all[0]!.trainerId, day: dayAt(all[0]!.startsAt, zone) },
    minutes: Math.round(minutesTaken(all) / 60_000),
    mostMinutes: mostMinutesIn(cx, [...new Set(all.map(({ courseId }) => courseId))]),
    hidden: all.some(({ courseId }) => hidden.has(courseId)),
  }));
}

/** On which days trainers are at other places, from the day before the first session to the day after the last. */
function elsewhereOn(
  cx: Context,
  course: Editable,
  sessions: readonly Session[],
  engaged: readonly Engaged[],
): Plan["elsewhereOn"] {
  const courseOf = coursesOnce(cx);
  const places = placesAmong(
    cx,
    engaged.map(({ sessionId }) => sessionId),
  );
  const found = engaged.flatMap(({ trainerId, courseId, startsAt, sessionId }) => {
    const there = placeOf(courseOf(courseId), places.get(sessionId)!);
    if (there === null) return [];
    const one = { trainerId, courseId, day: dayAt(startsAt, course.zone) };
    const stays = notFrom(course, sessions, there);
    return stays.length === sessions.length ? [] : [stays.length === 0 ? one : { ...one, notFrom: stays }];
  });
  found.push(...betweenOwnPlaces(course, sessions));
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
}

/** In which language each group of a course is taught, and who of its trainers is known to speak which. */
function languagesOf(cx: Context, course: Editable, sessions: readonly Session[]) {
  const languageOf = new Map(
    groupRowsIn(cx, course.id).flatMap(({ id, language }) => (language ? [[id, language] as const] : [])),
  );
  const asks = sessions.some(({ groupId }) => groupId !== null && languageOf.has(groupId));
  const trainers = asks ? [...new Set(sessions.flatMap((s) => s.trainers.map(({ id }) => id)))] : [];
  const known = new Map(speaksAndLives(cx, trainers).map(({ id, language }) => [id, language as string]));
  return { languageOf, speaks: (id: number, language: string) => known.get(id) === language };
}

/** How many have no action plan, in a training of trainers whose people are asked for one now. */
function plansMissing(cx: Context, course: Editable): Plan["withoutPlan"] {
  const { endsOn } = course;
  if (endsOn === null || !asksForPlans(course)) return null;
  return isPlanAsked(endsOn, dayAt(cx.now, course.zone))
    ? { people: countWithoutPlan(cx, course), by: endsOn }
    : null;
}

/** What is known of the rooms of these sessions, and which of their trainers can no longer sign in. */
function roomsAndAccounts(
  cx: Context,
  sessions: readonly Session[],
): Pick<Plan, "seats" | "closedRooms" | "disabled"> {
  const rooms = [...new Set(sessions.flatMap((s) => s.roomId ?? []))].flatMap((id) => roomRow(cx, id) ?? []);
  const trainers = [...new Set(sessions.flatMap((s) => s.trainers.map(({ id }) => id)))];
  return {
    seats: new Map(rooms.map(({ id, seats }) => [id, seats])),
    closedRooms: new Set(rooms.flatMap((room) => (isClosed(cx, room) ? room.id : []))),
    disabled: new Set(disabledAmong(cx, trainers)),
  };
}

/** What is known of a course's plan, as the rule takes it. */
function planOf(
  cx: Context,
  course: Editable,
  sessions: readonly Session[],
  known: { elsewhere: ReadonlyMap<number, Elsewhere[]>; people: ReadonlyMap<number, PeopleElsewhere[]> },
): Plan {
  const counts = countsByGroup(cx, course.id);
  const everybody = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const expected = expectedAt(counts, course);
  const groupIds = groupRowsIn(cx, course.id).map(({ id }) => id);
  const engaged = trainedElsewhere(cx, course, sessions);
  return {
    now: cx.now,
    sessions,
    modules: courseTools(cx, course.id).flatMap(({ modules }, tool) =>
      modules.map(({ id, minutes }) => ({ id, minutes, tool })),
    ),
    asksTest: course.minPostTest !== null,
    unanswered: waitingIn(cx, course.id).length,
    minimum:
      isTentative(course) && course.minimumPeople !== null && course.decideBy !== null
        ? { people: everybody, minimum: course.minimumPeople, by: course.decideBy }
        : null,
    withoutPlan: plansMissing(cx, course),
    parts: partsAsked(lastProposal(cx, course.id), course, expected(null), sessions),
    isQualified: qualificationOf(cx, sessions),
    awayAt: awayThen(
      cx,
      [...new Set(sessions.flatMap((s) => [...s.trainers, ...s.asked].map(({ id }) => id)))],
      sessions.map((s) => s.day),
    ),
    ...roomsAndAccounts(cx, sessions),
    expected,
    groupIds,
    ungrouped: counts.get(null) ?? 0,
    emptyGroups: new Set(groupIds.filter((id) => !counts.get(id))),
    notWorked: daysNotWorked(
      cx,
      course.country,
      sessions.map((s) => s.day),
    ),
    elsewhere: known.elsewhere,
    peopleElsewhere: known.people,
    trainersExpected: trainersExpected(cx, course, sessions),
    mostMinutes: mostMinutesIn(cx, [course.id]),
    hoursElsewhere: hoursElsewhere(cx, course, engaged),
    elsewhereOn: elsewhereOn(cx, course, sessions, engaged),
    ...languagesOf(cx, course, sessions),
  };
}

/**
 * An issue as a page says it; `course` is the other course where the viewer may know it, `before` how it was accepted before a
 * session moved. `word` stands for `about` on the page, which may say of a course that is not the viewer's to know which it is, and how long
 * somebody trains there.
 */
export type NamedIssue = Issue & { course: Translated | null; before: Acceptance | null; word: string };

/** What is open in a plan, and what of it somebody accepted. */
export type PlanIssues = {
  open: NamedIssue[];
  accepted: { issue: NamedIssue; acceptance: Acceptance }[];
};

/**
 * All that is open in the plan of a course, apart from what somebody accepted with a reason. Nothing where there are no
 * sessions yet, or the course is in a state in which nobody plans it any more.
 */
export function planIssues(
  cx: Context,
  course: Editable,
  sessions: readonly Session[] = courseSessions(cx, gate.courseFor(cx, "course.read", course)),
  known = {
    elsewhere: takenElsewhere(cx, course, sessions),
    people: peopleElsewhere(cx, course).bySession as ReadonlyMap<number, PeopleElsewhere[]>,
  },
): PlanIssues {
  if (sessions.length === 0 || !allows(course.state, "plan")) return { open: [], accepted: [] };
  const issues = openIssues(planOf(cx, course, sessions, known));
  const named = (issue: Issue, before: Acceptance | null = null): NamedIssue => ({
    ...issue,
    before,
    word: keyedHash(cx.settings.key, `${course.id} ${issue.kind} ${issue.about}`).slice(0, 22),
    // From one place of the course to another, its own title says nothing.
    course:
      (issue.kind === "travel" || issue.kind === "trainer_expected") && issue.courseId !== course.id
        ? courseToName(cx, issue.courseId)
        : null,
  });
  const { open, accepted } = partAccepted(
    issues,
    acceptancesIn(cx, course.id),
    new Set(sessions.map(({ id }) => id)),
  );
  return {
    open: open.map(({ issue, before }) => named(issue, before)),
    accepted: accepted.map(({ issue, acceptance }) => ({ issue: named(issue), acceptance })),
  };
}

/** The plan of a course as whoever decides on it looks at it: its sessions, modules and groups, and what is open in it. */
export function planLookedAt(cx: Context, course: gate.GrantedCourse<"timetable.edit">) {
  const sessions = courseSessions(cx, gate.courseFor(cx, "course.read", course));
  const { open } = planIssues(cx, course, sessions);
  const [tools, groups] = [courseTools(cx, course.id), groupsIn(cx, course)];
  return { courseId: course.id, tools, groups, sessions, open };
}
export type PlanLookedAt = ReturnType<typeof planLookedAt>;
