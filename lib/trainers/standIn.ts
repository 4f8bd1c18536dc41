import { courseFor, type GrantedCourse, mayIn } from "../access/gate";
import type { Context } from "../acts/context";
import { type Session, trainersThen } from "../timetable/queries";
import { fittestOfTeam } from "./who";

/**
 * Where a trainer of a session that is to come cannot be there, the fittest of the course's other trainers who is free then, may lead all
 * that it teaches and did not decline; null where all can be, or nobody is. Who trained what has begun is not put otherwise from here.
 */
export function standIn(cx: Context, course: GrantedCourse<"timetable.edit">, session: Session) {
  if (session.startInstant <= cx.now) return null;
  const then = trainersThen(
    cx,
    course,
    session,
    session.trainers.map(({ id }) => id),
  );
  const absent = session.trainers.find(({ id }) => !then(id).free);
  if (!absent || !mayIn(cx, "trainers.ask", course)) return null;
  const by = fittestOfTeam(cx, courseFor(cx, "trainers.ask", course), session.id);
  return by ? { absent, by } : null;
}
