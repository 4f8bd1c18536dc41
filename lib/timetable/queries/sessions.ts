import type { GrantedCourse } from "../../access/gate";
import type { Context } from "../../acts/context";
import { rollsOfCourse } from "../../attendance/store";
import { isAskedFor } from "../../requests/rules";
import { waitingIn } from "../../requests/store";
import { sessionsOf, sessionTrainersNamed } from "../store/described";

/** Somebody who was asked twice for one session, as for two groups for what both have: once, as for the course where they were. */
const eachOnce = <R extends { id: number; sessionId: number | null }>(asked: readonly R[]): R[] =>
  asked.filter((one, nth) => {
    const same = asked.filter(({ id }) => id === one.id);
    return asked.indexOf(same.find(({ sessionId }) => sessionId === null) ?? same[0]!) === nth;
  });

/**
 * The sessions of a course with module, room, trainers and how far their rolls are: `entries` that count and `gaps`.
 * Anybody who may see the course may see them.
 */
export function courseSessions(cx: Context, { id: courseId }: GrantedCourse<"course.read" | "public.read">) {
  const trainers = sessionTrainersNamed(cx, courseId);
  const asked = waitingIn(cx, courseId);
  const rolls = new Map(rollsOfCourse(cx, courseId).map((roll) => [roll.sessionId, roll]));
  return sessionsOf(cx, courseId).map((row) => ({
    ...row,
    entries: rolls.get(row.id)?.entries ?? 0,
    gaps: rolls.get(row.id)?.gaps ?? 0,
    trainers: trainers.filter((t) => t.sessionId === row.id),
    /** Trainers who were asked for it, or for the whole course or its group, and have not answered: provisional. */
    asked: eachOnce(
      asked.filter(
        (one) =>
          isAskedFor(row, one, cx.now) && !trainers.some((t) => t.sessionId === row.id && t.id === one.id),
      ),
    ),
  }));
}
export type Session = ReturnType<typeof courseSessions>[number];
