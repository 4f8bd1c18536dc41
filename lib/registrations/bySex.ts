import type { Context } from "../acts/context";
import type { Event } from "../acts/events";
import { courseTouchedBy } from "../acts/rules";
import { type SaidTo, sexesSaidTo } from "../people/store/facts";
import { keptBySex } from "../records/rules/numbers";
import { cameAndAgreed, countedAmong, countedCoursesOf, forgetCameBySex, keepCameBySex } from "./store/bySex";

/**
 * Counts anew by sex who came to these courses, from the sealed answers of those who agreed to totals, and keeps the number alone. Of a course
 * that goes on nothing is kept. Within the open transaction; twice is the same as once.
 */
export function recountBySex(cx: Context, courseIds: readonly number[]): void {
  if (courseIds.length === 0) return;
  const courses = countedAmong(cx, courseIds);
  const past = courses.flatMap(({ id, counts, keeps }) => (keeps && !counts ? id : []));
  if (past.length > 0) forgetCameBySex(cx, past);
  const counted = courses.filter(({ counts }) => counts);
  if (counted.length === 0) return;
  const programmeOf = new Map(counted.map(({ id, programmeId }) => [id, programmeId]));
  const came = cameAndAgreed(cx, [...programmeOf.keys()]).map((one) => ({
    ...one,
    programmeId: programmeOf.get(one.courseId)!,
  }));
  const sexOf = sexesSaidTo(cx, came);
  const answers = new Map(counted.map(({ id }) => [id, [] as ReturnType<typeof sexOf>[]]));
  for (const one of came) answers.get(one.courseId)!.push(sexOf(one));
  keepCameBySex(
    cx,
    [...answers].map(([courseId, said]) => ({ courseId, ...keptBySex(said) })),
  );
}

/** Counts anew by sex, each once, the courses to which people came whose answer to its programme is another one; null is nobody. */
export function recountBySexOf(cx: Context, changed: readonly (SaidTo | null)[]): void {
  const people = new Map<number, number[]>();
  for (const one of changed)
    if (one) people.set(one.programmeId, [...(people.get(one.programmeId) ?? []), one.personId]);
  recountBySex(
    cx,
    [...people].flatMap(([programmeId, personIds]) => countedCoursesOf(cx, personIds, programmeId)),
  );
}

/** What says who came to a course, or that it ended or goes on again. */
const touching = ["course", "workshop", "record", "registration", "roll", "timetable"];

/** Counts anew by sex who came to the course that an event is about. */
export function recountBySexAfter(cx: Context, event: Event): void {
  const courseId = courseTouchedBy(event);
  if (courseId !== null && touching.includes(event.kind.split(".")[0]!)) recountBySex(cx, [courseId]);
}
