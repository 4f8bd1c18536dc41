import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type * as z from "zod/mini";
import { type Db, outer } from "@/db/client";
import { attendance, courses, registrations, sessions } from "@/db/schema";
import { demand } from "../access/demand";
import { courseScope } from "../access/queries";
import type { Viewer } from "../access/rules";
import { audit, change } from "../audit/commands";
import { allows } from "../courses/rules";
import { moveWithCourse } from "../registrations/commands";
import { holdsSeat, settledState } from "../registrations/rules";
import { type Result, refuse } from "../result";
import { minutesFor, rollFault } from "./rules";
import type { rollSchema } from "./schema";

/** Takes the roll: each mark replaces what stood for that person; `none` takes it back. All of them, or nothing. */
export function takeRoll(
  viewer: Viewer,
  input: z.output<typeof rollSchema>,
  now: number,
): Result<{ sessionId: number; courseId: number; savedAt: number }> {
  return change((db) => {
    const session =
      db.select().from(sessions).where(eq(sessions.id, input.sessionId)).get() ?? refuse("notFound");
    demand(viewer, "roll.take", courseScope(viewer, session.courseId) ?? {});
    const course = db
      .select({ state: courses.state })
      .from(courses)
      .where(eq(courses.id, session.courseId))
      .get()!;
    if (!allows(course.state, "roll")) refuse("rollNotOpen");
    const people = new Map(
      db
        .select({ id: registrations.id, state: registrations.state })
        .from(registrations)
        .where(
          and(
            eq(registrations.courseId, session.courseId),
            inArray(
              registrations.id,
              input.marks.map((m) => m.registrationId),
            ),
          ),
        )
        .all()
        .map((r) => [r.id, r.state]),
    );
    for (const mark of input.marks) {
      const state = people.get(mark.registrationId);
      if (!state || !holdsSeat(state)) refuse("notOnRoll");
      const key = and(
        eq(attendance.sessionId, session.id),
        eq(attendance.registrationId, mark.registrationId),
      );
      if (mark.state === "none") {
        db.delete(attendance).where(key).run();
        continue;
      }
      const fault = rollFault(mark.state, session.minutes, mark.lateMinutes);
      if (fault) refuse("invalid", { fields: { [`late_${mark.registrationId}`]: fault } });
      const entry = {
        state: mark.state,
        minutes: minutesFor(mark.state, session.minutes, mark.lateMinutes),
        lateMinutes: mark.state === "late" ? mark.lateMinutes : 0,
        enteredBy: viewer.personId,
        enteredAt: now,
      };
      db.insert(attendance)
        .values({ sessionId: session.id, registrationId: mark.registrationId, ...entry })
        .onConflictDoUpdate({ target: [attendance.sessionId, attendance.registrationId], set: entry })
        .run();
    }
    if (course.state === "closed") settle(db, viewer, inArray(registrations.id, [...people.keys()]), now);
    audit(db, viewer, now, "roll.take", "session", session.id, {
      marks: input.marks.map((m) => `${m.registrationId}:${m.state}`),
    });
    return { sessionId: session.id, courseId: session.courseId, savedAt: now };
  });
}

/**
 * Tells of the registrations that `which` names who attended at all and who did not come: when their course closes,
 * and again when a closed course's roll is mended. Within the open transaction.
 */
export function settle(db: Db, viewer: Viewer, which: SQL | undefined, now: number): void {
  const rows = db
    .select({
      id: registrations.id,
      state: registrations.state,
      minutes: sql<number>`(select coalesce(sum(${attendance.minutes}), 0) from ${attendance} where ${attendance.registrationId} = ${outer(registrations.id)})`,
    })
    .from(registrations)
    .where(which)
    .all();
  for (const row of rows) {
    const to = settledState(row.minutes);
    if (row.state !== to) moveWithCourse(db, viewer, row, to, "course_ended", now);
  }
}
