import { and, eq, inArray } from "drizzle-orm";
import { assessments } from "@/db/schema/assessments";
import type { Context } from "../acts/context";
import { registrationsOf } from "../registrations/store/roster";
import type { AssessmentKind } from "./rules";

/** The scores of a course. */
export const scoresIn = (cx: Context, courseId: number) =>
  cx.db
    .select({ registrationId: assessments.registrationId, kind: assessments.kind, score: assessments.score })
    .from(assessments)
    .where(inArray(assessments.registrationId, registrationsOf(courseId)))
    .all();

/** The scores of one registration. */
export const scoresOf = (cx: Context, registrationId: number) =>
  cx.db
    .select({ kind: assessments.kind, score: assessments.score })
    .from(assessments)
    .where(eq(assessments.registrationId, registrationId))
    .all();

/** Puts a score, by the viewer and now, in place of what is there; null takes it away. */
export function putScore(
  cx: Context,
  registrationId: number,
  kind: AssessmentKind,
  score: number | null,
): void {
  if (score === null) {
    cx.db
      .delete(assessments)
      .where(and(eq(assessments.registrationId, registrationId), eq(assessments.kind, kind)))
      .run();
    return;
  }
  const entry = { score, enteredBy: cx.viewer.personId, enteredAt: cx.now };
  cx.db
    .insert(assessments)
    .values({ registrationId, kind, ...entry })
    .onConflictDoUpdate({ target: [assessments.registrationId, assessments.kind], set: entry })
    .run();
}
