import * as gate from "../../access/gate";
import type { Context } from "../../acts/context";
import { type CourseRow, coursesOnce } from "../../courses/store";
import { addDays } from "../../time/civil";
import { byDay } from "../rules/mine";
import { linksAmong } from "../store/links";
import { taughtBetween } from "../store/mine";

type Somewhere = { key: string; place: Pick<CourseRow, "country" | "place" | "mode"> };

/**
 * What the viewer teaches on civil days of a span, over all programmes, by day, each with where they are then and on the
 * days around it. What is of a course that they may no longer see has no way to it.
 */
export function ownTeaching(
  cx: Context,
  { personId }: ReturnType<typeof gate.self>,
  from: string,
  to: string,
) {
  const courseOf = coursesOnce(cx);
  const rows = taughtBetween(cx, personId, addDays(from, -1), addDays(to, 1)).filter(
    ({ courseId }) => courseOf(courseId).state !== "cancelled",
  );
  const ids = [...new Set(rows.map(({ courseId }) => courseId))];
  const open = new Set(gate.coursesAmong(cx, "course.read", ids).map(({ id }) => id));
  const joins = new Set(gate.coursesAmong(cx, "session.join", ids).map(({ id }) => id));
  const links = linksAmong(
    cx,
    rows.flatMap(({ id, courseId }) => (joins.has(courseId) ? id : [])),
  );
  const sessions = rows.map((row) => {
    const { title, country, place, mode, state, approvedAt, venueId, decideBy, confirmedAt } = courseOf(
      row.courseId,
    );
    const opens = open.has(row.courseId);
    const joinAt = links.get(row.id) ?? null;
    const course = { title, country, place, mode, state, approvedAt, venueId, decideBy, confirmedAt };
    return { ...row, course, opens, joinAt };
  });
  const whereOf = ({
    isOnline,
    venueId,
    venuePlace,
    course,
  }: (typeof sessions)[number]): Somewhere | null => {
    if (isOnline) return null;
    const { country, place, mode } = course;
    // Another venue of the course is in its country.
    if (venuePlace !== null)
      return { key: `venue ${venueId}`, place: { country, place: { own: "en", en: venuePlace }, mode } };
    return {
      key: course.venueId === null ? `${country} ${JSON.stringify(place)}` : `venue ${course.venueId}`,
      place: { country, place, mode },
    };
  };
  return byDay(sessions, whereOf, from, to);
}
export type TeachingDay = ReturnType<typeof ownTeaching>[number];
