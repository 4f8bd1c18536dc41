import type { Context } from "../../acts/context";
import { minutesByModule } from "../../attendance/store/byModule";
import { completedAmong } from "../../certificates/store/ofPerson";
import { courseTitles } from "../../courses/store/taught";
import { taughtInRoles } from "../../timetable/store/taughtAs";
import type { Learnt, Taught } from "../rules/ledger";
import { recognisedOf } from "./recognised";

/** Somebody of several people. */
type Of = { personId: number };

/** The modules that each of these people completed: in courses, and as earlier learning that is recognised. */
export function learntBy(cx: Context, personIds: readonly number[]): (Learnt & Of)[] {
  const completed = completedAmong(cx, personIds);
  const minutes = minutesByModule(
    cx,
    completed.map(({ registrationId }) => registrationId),
  );
  const inCourses = completed.map(({ endsOn, ...row }): Learnt & Of => ({
    ...row,
    by: "course",
    day: endsOn,
    minutes: minutes.get(row.registrationId)?.get(row.moduleId) ?? null,
  }));
  const recognised = recognisedOf(cx, personIds).map(({ id, by, ...row }): Learnt & Of => ({
    ...row,
    by: "recognition",
    recognitionId: id,
    recognisedBy: by,
  }));
  return [...inCourses, ...recognised];
}

/** The modules that each of these people taught, once a course and role. */
export function taughtBy(cx: Context, personIds: readonly number[]): (Taught & Of)[] {
  const rows = taughtInRoles(cx, personIds);
  const titles = courseTitles(cx, [...new Set(rows.map(({ courseId }) => courseId))]);
  return rows.map((row) => ({ ...row, course: titles.get(row.courseId)! }));
}
