import { and, eq } from "drizzle-orm";
import type * as z from "zod/mini";
import { assessments, courses, registrations } from "@/db/schema";
import { demand } from "../access/demand";
import { courseScope } from "../access/queries";
import type { Viewer } from "../access/rules";
import { audit, change } from "../audit/commands";
import { allows } from "../courses/rules";
import { holdsSeat } from "../registrations/rules";
import { type Result, refuse } from "../result";
import type { scoresSchema } from "./schema";

/** Enters scores of tests and micro-teachings; those that stay as they are keep who entered them. */
export function enterScores(
  viewer: Viewer,
  input: z.output<typeof scoresSchema>,
  now: number,
): Result<{ courseId: number; saved: number }> {
  return change((db) => {
    demand(viewer, "assessments.enter", courseScope(viewer, input.courseId) ?? {});
    const course = db
      .select({ state: courses.state })
      .from(courses)
      .where(eq(courses.id, input.courseId))
      .get()!;
    if (!allows(course.state, "roll")) refuse("rollNotOpen");
    const people = new Map(
      db
        .select({ id: registrations.id, state: registrations.state })
        .from(registrations)
        .where(eq(registrations.courseId, input.courseId))
        .all()
        .map((r) => [r.id, r.state]),
    );
    let saved = 0;
    for (const { registrationId, kind, score } of input.scores) {
      const state = people.get(registrationId);
      if (!state || !holdsSeat(state)) refuse("notOnRoll");
      const key = and(eq(assessments.registrationId, registrationId), eq(assessments.kind, kind));
      const kept = db.select({ score: assessments.score }).from(assessments).where(key).get();
      if ((kept?.score ?? null) === score) continue;
      saved += 1;
      if (score === null) db.delete(assessments).where(key).run();
      else {
        const entry = { score, enteredBy: viewer.personId, enteredAt: now };
        db.insert(assessments)
          .values({ registrationId, kind, ...entry })
          .onConflictDoUpdate({ target: [assessments.registrationId, assessments.kind], set: entry })
          .run();
      }
    }
    audit(db, viewer, now, "assessments.enter", "course", input.courseId, { saved });
    return { courseId: input.courseId, saved };
  });
}
