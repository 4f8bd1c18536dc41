import type { GrantedCourse } from "../../access/gate";
import type { Context } from "../../acts/context";
import type { Translated } from "../../i18n/rules";
import { expectedElsewhere } from "../../registrations/store/alsoIn";
import { dayAt, timeAt } from "../../time/zone";
import { expectedTwice, wholeSpan } from "../rules/conflicts";
import { sessionsIn } from "../store";
import { sessionsDuring } from "../store/taken";
import { courseToName } from "./inTheWay";

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
 * People of a course who are expected in another one at the same time, over all programmes: by session how many, and each
 * of them once by name. Nothing is refused for it: one of the two may be given up.
 */
export function peopleElsewhere(
  cx: Context,
  course: GrantedCourse<"timetable.edit" | "timetable.issues" | "registrations.read" | "participants.read">,
): { bySession: Map<number, PeopleElsewhere[]>; people: InTwoCourses[] } {
  const bySession = new Map<number, PeopleElsewhere[]>();
  const also = expectedElsewhere(cx, course);
  if (also.length === 0) return { bySession, people: [] };
  const own = sessionsIn(cx, course.id).map((s) => ({
    sessionId: s.id,
    groupId: s.groupId,
    startsAt: s.startInstant,
    endsAt: s.endInstant,
  }));
  const whole = wholeSpan(own);
  if (whole === null) return { bySession, people: [] };
  const courseIds = [...new Set(also.map(({ courseId }) => courseId))];
  const during = sessionsDuring(cx, courseIds, whole);
  const titles = new Map(courseIds.map((id) => [id, courseToName(cx, id)]));
  const found = expectedTwice(also, own, during);
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
