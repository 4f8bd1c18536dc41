import { courseFor, type GrantedCourse, mayIn } from "../access/gate";
import type { Context } from "../acts/context";
import { type Session, trainersThen } from "../timetable/queries";
import { whoCanTeach } from "./who";

/**
 * Where a trainer of a session cannot be there, the fittest of the course's other trainers who is free then, may lead all that it
 * teaches and did not decline; null where all can be, or nobody is.
 */
export function standIn(cx: Context, course: GrantedCourse<"timetable.edit">, session: Session) {
  const then = trainersThen(
    cx,
    course,
    session,
    session.trainers.map(({ id }) => id),
  );
  const absent = session.trainers.find(({ id }) => !then(id).free);
  if (!absent || !mayIn(cx, "trainers.ask", course)) return null;
  const by = whoCanTeach(cx, courseFor(cx, "trainers.ask", course), { sessionId: session.id }).find(
    ({ trainsHere, isHalted, declined, lacking, fit }) =>
      trainsHere && !isHalted && declined === null && lacking.length === 0 && fit.clashes + fit.away === 0,
  );
  return by ? { absent, by } : null;
}
