import { sqlite } from "../../db/client";
import type { Viewer } from "../../lib/access/table";
import { proposeSessions, rearrangeSessions, saveSession } from "../../lib/timetable/commands";
import { timetableWord } from "../../lib/timetable/rules/sessions";
import { rearrangeSchema, sessionSchema } from "../../lib/timetable/schema";
import { as } from "./as";
import { courseSessions } from "./desk";
import { now, planned, value, type World } from "./world";

export const hours = { startsAt: "09:00", endsAt: "15:30", breakFrom: "12:00", breakMinutes: 60 };

/** The year of the timetable that was made last. */
export let year = 2030;

/** Makes timetables with a week's worth of sessions, and reads and saves their sessions. */
export function timetables(w: World) {
  const sessionsOf = (courseId: number) => courseSessions(as(w.coordinator), courseId);
  const word = (courseId: number) =>
    timetableWord(sessionsOf(courseId).map((s) => ({ ...s, held: s.entries > 0 })));
  const datesOf = (courseId: number) =>
    sqlite()
      .prepare(
        "SELECT starts_on AS startsOn, ends_on AS endsOn, apply_by AS applyBy FROM courses WHERE id = ?",
      )
      .get(courseId);

  /** A timetable in a year of its own, so that its trainers and room are free; the 7th of February is a Sunday in 2027. */
  function timetable(more: Record<string, unknown> = {}) {
    year += 1;
    const { courseId } = planned(w, { startsOn: `${year}-02-02`, endsOn: `${year}-02-16`, ...more });
    value(proposeSessions(as(w.coordinator, now), { courseId, ...hours }));
    return courseId;
  }

  const save = (courseId: number, more: Record<string, unknown>, by: Viewer = w.coordinator) =>
    saveSession(
      as(by, now),
      sessionSchema.parse({
        courseId: String(courseId),
        kind: "other",
        title: "A visit",
        anyway: "on",
        ...more,
      }),
    );

  /** Rearranges as a form says it. */
  const rearrange = (
    courseId: number,
    sessionId: number,
    more: Record<string, string>,
    by: Viewer = w.coordinator,
  ) =>
    rearrangeSessions(
      as(by, now),
      rearrangeSchema.parse({ courseId: String(courseId), sessionId: String(sessionId), ...more }),
    );

  return { sessionsOf, word, datesOf, timetable, save, rearrange };
}
