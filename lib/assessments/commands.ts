import { and, eq } from "drizzle-orm";
import { assessments, courses, registrations } from "@/db/schema";
import { demand } from "../access/demand";
import { courseScope } from "../access/queries";
import { change } from "../acts/command";
import type { Context } from "../acts/context";
import { audit, keepReason, reasonKept } from "../audit/commands";
import { allows } from "../courses/rules";
import { holdsSeat } from "../registrations/rules";
import { type Result, refuse, withParams } from "../result";
import { dayAt } from "../time/zone";
import type { ScoresInput } from "./schema";

const isEntry = ({ score }: ScoresInput["scores"][number]) => score !== null;

/**
 * Enters scores of tests and micro-teachings; those that stay as they are keep who entered them. Before the first day of
 * the course a reason is owed, once.
 */
export function enterScores(cx: Context, input: ScoresInput): Result<{ courseId: number; saved: number }> {
  return change(cx, () => {
    demand(cx.viewer, "assessments.enter", courseScope(cx, input.courseId) ?? {});
    const course = cx.db
      .select({ state: courses.state, zone: courses.zone, startsOn: courses.startsOn })
      .from(courses)
      .where(eq(courses.id, input.courseId))
      .get()!;
    if (!allows(course.state, "roll")) refuse("rollNotOpen");
    if (
      course.startsOn !== null &&
      dayAt(cx.now, course.zone) < course.startsOn &&
      input.scores.some(isEntry)
    ) {
      const early = { kind: "roll.early", courseId: input.courseId, ground: course.startsOn } as const;
      if (!reasonKept(cx, early)) {
        if (!input.reason)
          refuse("invalid", { fields: { reason: withParams("scoresEarly", { day: course.startsOn }) } });
        keepReason(cx, early, input.reason);
      }
    }
    const people = new Map(
      cx.db
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
      const kept = cx.db.select({ score: assessments.score }).from(assessments).where(key).get();
      if ((kept?.score ?? null) === score) continue;
      saved += 1;
      if (score === null) cx.db.delete(assessments).where(key).run();
      else {
        const entry = { score, enteredBy: cx.viewer.personId, enteredAt: cx.now };
        cx.db
          .insert(assessments)
          .values({ registrationId, kind, ...entry })
          .onConflictDoUpdate({ target: [assessments.registrationId, assessments.kind], set: entry })
          .run();
      }
    }
    audit(cx, "assessments.enter", "course", input.courseId, { saved });
    return { courseId: input.courseId, saved };
  });
}
