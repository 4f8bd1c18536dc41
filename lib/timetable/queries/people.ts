import type { GrantedCourse } from "../../access/gate";
import type { Context } from "../../acts/context";
import type { Translated } from "../../i18n/rules";
import { expectedAtCourse, placesBeside, sameAsTrainers } from "../../registrations/store/alsoIn";
import { dayAt, timeAt } from "../../time/zone";
import { expectedTwice, placesMeanwhile, wholeSpan } from "../rules/conflicts";
import { sessionsIn } from "../store";
import { engagements, sessionsDuring } from "../store/taken";
import { courseToName } from "./inTheWay";
import type { Session } from "./sessions";

/** How many of a course are expected elsewhere during a session, and who; the course is null where it is not the viewer's to know. */
export type PeopleElsewhere = { people: number; of: readonly number[]; course: Translated | null };

/** Somebody who is expected in two places at once: the first time that it comes about, at the hours of the course. */
export type InTwoCourses = {
  registrationId: number;
  number: number;
  name: string;
  latinName: string | null;
  course: Translated | null;
  day: string;
  from: string;
  to: string;
};

/**
 * People of a course who are expected in another one at the same time, as they have a place there or train there, over all
 * programmes: by session how many, and each of them once by name. Nothing is refused for it: one of the two may be given up.
 */
export function peopleElsewhere(
  cx: Context,
  course: GrantedCourse<"timetable.edit" | "timetable.issues" | "registrations.read" | "participants.read">,
): { bySession: Map<number, PeopleElsewhere[]>; people: InTwoCourses[] } {
  const bySession = new Map<number, PeopleElsewhere[]>();
  const own = sessionsIn(cx, course.id).map((s) => ({
    ...{ sessionId: s.id, groupId: s.groupId, startsAt: s.startInstant, endsAt: s.endInstant },
  }));
  const whole = wholeSpan(own);
  const here = whole === null ? [] : expectedAtCourse(cx, course.id);
  if (whole === null || here.length === 0) return { bySession, people: [] };
  const keys = here.flatMap(({ same }) => same);
  const places = placesBeside(cx, course, keys);
  const found = expectedTwice(here, own, {
    places,
    others: sessionsDuring(cx, [...new Set(places.map(({ courseId }) => courseId))], whole),
    engaged: engagements(cx, keys, whole, course.id),
  });
  const titles = new Map(found.map(({ courseId }) => [courseId, courseToName(cx, courseId)]));
  for (const { sessionId, courseId, people } of found)
    bySession.set(sessionId, [
      ...(bySession.get(sessionId) ?? []),
      {
        people: people.length,
        of: people.map(({ registrationId }) => registrationId),
        course: titles.get(courseId) ?? null,
      },
    ]);
  const people = new Map<number, InTwoCourses>();
  for (const { courseId, people: of } of found)
    for (const { registrationId, number, name, latinName, span } of of)
      if (!people.has(registrationId))
        people.set(registrationId, {
          ...{ registrationId, number, name, latinName },
          course: titles.get(courseId) ?? null,
          day: dayAt(span.startsAt, course.zone),
          from: timeAt(span.startsAt, course.zone),
          to: timeAt(span.endsAt, course.zone),
        });
  return { bySession, people: [...people.values()] };
}

/** A trainer who has a place in another course during a session, and in which. */
export type TrainerExpected = { trainerId: number; courseId: number };

/** Trainers of a course's sessions who have a place in another course at that time, over all programmes; by the session. */
export function trainersExpected(
  cx: Context,
  course: GrantedCourse<"timetable.edit" | "timetable.issues">,
  sessions: readonly Session[],
): Map<number, TrainerExpected[]> {
  const placed = sessions.map((s) => ({
    ...{ sessionId: s.id, startsAt: s.startInstant, endsAt: s.endInstant },
    trainerIds: s.trainers.map(({ id }) => id),
  }));
  const whole = wholeSpan(placed);
  const trainers = [...new Map(sessions.flatMap((s) => s.trainers.map((one) => [one.id, one]))).values()];
  if (whole === null || trainers.length === 0) return new Map();
  const sameAs = sameAsTrainers(cx, trainers);
  const places = placesBeside(
    cx,
    course,
    trainers.flatMap(({ id }) => sameAs(id)),
  );
  if (places.length === 0) return new Map();
  const others = sessionsDuring(cx, [...new Set(places.map(({ courseId }) => courseId))], whole);
  return placesMeanwhile(placed, sameAs, { places, others });
}
