import type { GrantedCourse } from "../access/gate";
import type { Context } from "../acts/context";
import { sessionsNamed } from "../timetable/store/described";
import { exceptionsIn } from "./store";

/** What was done outside the usual order in a course: what, who, when, why, and in which session. */
export function exceptionsOf(cx: Context, course: GrantedCourse<"roll.read" | "assessments.enter">) {
  const rows = exceptionsIn(cx, course.id);
  const sessions = sessionsNamed(
    cx,
    rows.flatMap((row) => row.sessionId ?? []),
  );
  return rows.map((row) => ({ ...row, session: sessions.find((s) => s.id === row.sessionId) ?? null }));
}
