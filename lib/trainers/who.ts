import type { GrantedCourse } from "../access/gate";
import type { Context } from "../acts/context";
import { awayThen } from "../away/queries";
import { modulesIn, trainersIn } from "../courses/store";
import { trainersNamed } from "../courses/store/rows";
import { modulesAmong } from "../curriculum/store";
import { locales, type Translated } from "../i18n/rules";
import { notReached } from "../messages/tell";
import { speaksAndLives } from "../people/store/named";
import { trainersOfProgrammes } from "../programmes/store/trainers";
import { declinedIn, waitingIn } from "../requests/store";
import { trainWhatIsAsked } from "../requests/taking";
import { dayAt } from "../time/zone";
import { qualifiedFor } from "../timetable/queries/qualified";
import { busyThen, wholeSpan } from "../timetable/rules/conflicts";
import { sessionsIn, trainersOfSession } from "../timetable/store";
import { engagements } from "../timetable/store/taken";
import { doneTraining } from "../timetable/store/trained";
import { byCode, phoneEndsFor } from "./apart";
import { haltedWays } from "./halted";
import { inOrderOfFit, loadDays, nearTo } from "./rules/who";
import { whoSignIn } from "./signsIn";

const dayMs = 86_400_000;

/** What a place is called in each language in which it has a name. */
const namesOf = (place: Translated): string[] => locales.flatMap((locale) => place[locale] ?? []);

/** So many trainers of a programme are looked at, in the order of their names. */
const mostLooked = 300;

/** For what somebody is looked for: one session, all of a course that is to come (null), or what one of its trainers has to come. */
type For = { sessionId: number | null; replaced?: number };

/** What is to be taught: the sessions that are to come, or the one, with their modules; without a timetable those of the course. */
function toTeach(cx: Context, course: GrantedCourse<"trainers.ask">, { sessionId, replaced }: For) {
  const sessions = sessionsIn(cx, course.id).filter((s) =>
    replaced !== undefined
      ? s.startInstant > cx.now && trainersOfSession(cx, s.id).includes(replaced)
      : sessionId === null
        ? s.endInstant > cx.now
        : s.id === sessionId,
  );
  const taught = [...new Set(sessions.flatMap(({ moduleId }) => moduleId ?? []))];
  return {
    sessions,
    moduleIds: sessionId === null && taught.length === 0 ? modulesIn(cx, course.id) : taught,
  };
}

/** Who trains what is asked for, or is asked for it and has not answered. */
const engagedIn = (cx: Context, courseId: number, sessionId: number | null): Set<number> =>
  new Set([
    ...trainWhatIsAsked(cx, courseId, { sessionId, groupId: null }),
    ...waitingIn(cx, courseId).flatMap((one) =>
      one.sessionId === sessionId && one.groupId === null ? one.id : [],
    ),
  ]);

/**
 * Trainers of the programme who can sign in, and neither train it nor are asked for it; whoever trains one group of a course, or is asked for
 * one, may be asked for another and for the whole. Whoever takes somebody's place may be of the team, but not
 * of a session that they would take over, where they train already.
 */
function candidates(cx: Context, course: GrantedCourse<"trainers.ask">, wanted: For) {
  const { sessionId, replaced } = wanted;
  if (replaced !== undefined) {
    const beside = new Set(
      toTeach(cx, course, wanted).sessions.flatMap(({ id }) => trainersOfSession(cx, id)),
    );
    return whoSignIn(cx, trainersOfProgrammes(cx, [course.programmeId]))
      .filter(({ id }) => id !== replaced && !beside.has(id))
      .slice(0, mostLooked);
  }
  const there = engagedIn(cx, course.id, sessionId);
  return whoSignIn(cx, trainersOfProgrammes(cx, [course.programmeId]))
    .filter(({ id }) => !there.has(id))
    .slice(0, mostLooked);
}

/** Who is not to train by now, or said that they cannot, comes after those who may, who trains it already last, whatever else speaks for them. */
const place = ({
  isHalted,
  declined,
  trainsHere,
}: {
  isHalted: boolean;
  declined: string | null;
  trainsHere: boolean;
}): number => (trainsHere ? 2 : isHalted || declined !== null ? 1 : 0);

/** What was asked of each for a course and not answered, and why they declined what is asked for now. */
function askedBefore(cx: Context, courseId: number, sessionId: number | null) {
  const waiting = waitingIn(cx, courseId).filter((one) => one.sessionId === null);
  // Whoever cannot train a course cannot its sessions, and whoever cannot one of them not all of it.
  const declined = declinedIn(cx, courseId).filter(
    (one) => sessionId === null || one.sessionId === null || one.sessionId === sessionId,
  );
  return (personId: number) => {
    const own = waiting.filter(({ id }) => id === personId);
    return {
      /** Groups of the course for which they were asked and have not answered. */
      waitsFor: own.flatMap(({ group }) => group ?? []),
      /** True where they were asked for all of it and have not answered. */
      waitsForAll: own.some(({ groupId }) => groupId === null),
      /** Why they said that they cannot; null where they did not. */
      declined: declined.find(({ id }) => id === personId)?.reason ?? null,
    };
  };
}

/** What these people teach anywhere, from so many days before these hours until so many after them. */
function engagedAround(cx: Context, ids: readonly number[], spans: Parameters<typeof wholeSpan>[0]) {
  const whole = wholeSpan(spans);
  if (whole === null || ids.length === 0) return [];
  const [startsAt, endsAt] = [whole.startsAt - loadDays * dayMs, whole.endsAt + loadDays * dayMs];
  return engagements(cx, ids, { startsAt, endsAt });
}

/** How each of these people fits what is to be taught, and what speaks against them. */
function fitnessOf(
  cx: Context,
  course: GrantedCourse<"trainers.ask">,
  ids: readonly number[],
  { sessions, moduleIds }: ReturnType<typeof toTeach>,
) {
  const own = new Set(sessions.map(({ id }) => id));
  const spans = sessions.map((s) => ({ startsAt: s.startInstant, endsAt: s.endInstant }));
  const engaged = engagedAround(cx, ids, spans);
  const awayAt = awayThen(
    cx,
    ids,
    sessions.map((s) => s.day),
  );
  const isQualified = qualifiedFor(cx, ids, moduleIds);
  const known = new Map(speaksAndLives(cx, ids).map((row) => [row.id, row]));
  const halted = haltedWays(cx, ids, moduleIds, [course.programmeId]);
  const taught = modulesAmong(cx, moduleIds);
  return (personId: number) => {
    const other = engaged.filter((one) => one.trainerId === personId && !own.has(one.sessionId));
    const clashesIn = (sessions: typeof other) =>
      spans.filter((span) => busyThen(span, [personId], sessions).length > 0).length;
    const leads = (moduleId: number) => isQualified(personId, moduleId);
    const { language, ...whereabouts } = known.get(personId)!;
    return {
      language,
      country: whereabouts.country,
      isHalted: halted.some((way) => way.personId === personId),
      halted: halted.filter((way) => way.told && way.personId === personId),
      /** What they may not lead, of what is to be taught: a replacement that they lead takes a reason for it. */
      lacking: byCode(taught.filter(({ moduleId }) => !leads(moduleId))),
      fit: {
        modules: { known: moduleIds.filter(leads).length, all: moduleIds.length },
        speaks: (course.languages as readonly string[]).includes(language),
        near: nearTo({ country: course.country, places: namesOf(course.place) }, whereabouts),
        clashes: clashesIn(other),
        clashesHere: clashesIn(other.filter(({ courseId }) => courseId === course.id)),
        away: sessions.filter((session) => awayAt(personId, session) !== null).length,
        load: new Set(other.map(({ startsAt }) => dayAt(startsAt, course.zone))).size,
      },
    };
  };
}

/**
 * Who can teach a course, or one session of it: trainers of its programme who do not yet, the fittest first, each with why.
 * Whoever plans a course sees the trainers of its programme, and of what else they do only how much and when.
 */
export function whoCanTeach(cx: Context, course: GrantedCourse<"trainers.ask">, wanted: For) {
  const people = candidates(cx, course, wanted);
  const ids = people.map(({ id }) => id);
  const taught = toTeach(cx, course, wanted);
  const fitness = fitnessOf(cx, course, ids, taught);
  const byHand = new Set(notReached(cx, ids));
  const ends = phoneEndsFor(
    cx,
    ids.map((id) => ({ id, programmeIds: [course.programmeId] })),
  );
  const asked = askedBefore(cx, course.id, wanted.sessionId);
  const team = trainersIn(cx, course.id);
  const called = byCode(modulesAmong(cx, taught.moduleIds));
  const inOrder = inOrderOfFit(
    people.map((person) => ({
      ...person,
      ...fitness(person.id),
      phoneEnd: ends.get(person.id) ?? null,
      /** True where no mail reaches them, so that whoever asks tells them. */
      byHand: byHand.has(person.id),
      ...asked(person.id),
      trainsHere: team.includes(person.id),
      taught: called,
    })),
  );
  return [...inOrder].sort((a, b) => place(a) - place(b));
}
export type CanTeach = ReturnType<typeof whoCanTeach>[number];

/**
 * The fittest of a course's own trainers who may take over one of its sessions: who does not train it and is not asked for it, has
 * not trained all of theirs, is free then, may lead all that it teaches and did not decline; null where nobody is.
 */
export function fittestOfTeam(cx: Context, course: GrantedCourse<"trainers.ask">, sessionId: number) {
  const wanted = { sessionId };
  const there = new Set([...engagedIn(cx, course.id, sessionId), ...doneTraining(cx, course)]);
  const team = whoSignIn(cx, trainersNamed(cx, course.id)).filter(({ id }) => !there.has(id));
  const ids = team.map(({ id }) => id);
  const fitness = fitnessOf(cx, course, ids, toTeach(cx, course, wanted));
  const asked = askedBefore(cx, course.id, sessionId);
  const fit = team
    .map((person) => ({ ...person, ...fitness(person.id), declined: asked(person.id).declined }))
    .filter(
      ({ isHalted, declined, lacking, fit }) =>
        !isHalted && declined === null && lacking.length === 0 && fit.clashes + fit.away === 0,
    );
  return inOrderOfFit(fit)[0] ?? null;
}
