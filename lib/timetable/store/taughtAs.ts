import { and, count, eq, inArray, lt } from "drizzle-orm";
import { sessions, sessionTrainers } from "@/db/schema/timetable";
import type { TrainerRole } from "@/db/values/timetable";
import type { Context } from "../../acts/context";
import { courseView, courseViewCounts } from "../../courses/store";

/** How many sessions somebody taught in each role. */
export type TaughtAs = Record<TrainerRole, number>;

/** How many sessions each of these people taught in each role until now, in courses that count and are held or were. */
export function taughtAs(cx: Context, personIds: readonly number[]): ReadonlyMap<number, TaughtAs> {
  const rows = cx.db
    .select({ personId: sessionTrainers.personId, role: sessionTrainers.role, count: count() })
    .from(sessionTrainers)
    .innerJoin(sessions, eq(sessions.id, sessionTrainers.sessionId))
    .innerJoin(courseView, eq(courseView.id, sessions.courseId))
    .where(
      and(
        inArray(sessionTrainers.personId, [...personIds]),
        lt(sessionTrainers.startInstant, cx.now),
        inArray(courseView.state, ["running", "closed"]),
        courseViewCounts,
      ),
    )
    .groupBy(sessionTrainers.personId, sessionTrainers.role)
    .all();
  const taught = new Map<number, TaughtAs>();
  for (const { personId, role, count: sessionsTaught } of rows)
    taught.set(personId, {
      ...(taught.get(personId) ?? { lead: 0, co_trainer: 0, apprentice: 0 }),
      [role]: sessionsTaught,
    });
  return taught;
}
