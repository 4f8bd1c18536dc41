import { asc, eq, inArray } from "drizzle-orm";
import { recognisedLearning } from "@/db/schema/stages";
import type { Context } from "../../acts/context";
import { latinNameOf, namedBy, nameOf } from "../../people/store";

export type RecognisedRow = typeof recognisedLearning.$inferSelect;

/** Something that was recognised, as it is within the open transaction. */
export const recognisedRow = (cx: Context, recognitionId: number): RecognisedRow | undefined =>
  cx.db.select().from(recognisedLearning).where(eq(recognisedLearning.id, recognitionId)).get();

/** The earlier learning of these people that was ever recognised, with who recognised it, and when (ms) it was taken back. */
export const everRecognised = (cx: Context, personIds: readonly number[]) =>
  cx.db
    .select({
      id: recognisedLearning.id,
      personId: recognisedLearning.personId,
      moduleId: recognisedLearning.moduleId,
      programmeId: recognisedLearning.programmeId,
      day: recognisedLearning.day,
      evidence: recognisedLearning.evidence,
      at: recognisedLearning.recognisedAt,
      takenBackAt: recognisedLearning.takenBackAt,
      by: nameOf(recognisedLearning.recognisedBy),
      byLatin: latinNameOf(recognisedLearning.recognisedBy),
    })
    .from(recognisedLearning)
    .where(inArray(recognisedLearning.personId, [...personIds]))
    .orderBy(asc(recognisedLearning.id))
    .all()
    .map(({ by, byLatin, ...row }) => ({ ...row, by: namedBy(by, byLatin) }));

/** The same of what stands: was not taken back. */
export const recognisedOf = (cx: Context, personIds: readonly number[]) =>
  everRecognised(cx, personIds).flatMap(({ takenBackAt, ...row }) => (takenBackAt === null ? row : []));

/** Recognises a module; gives the key. */
export const insertRecognised = (
  cx: Context,
  row: Pick<RecognisedRow, "personId" | "moduleId" | "programmeId" | "day" | "evidence">,
): number =>
  cx.db
    .insert(recognisedLearning)
    .values({ ...row, recognisedBy: cx.viewer.personId, recognisedAt: cx.now })
    .returning({ id: recognisedLearning.id })
    .get().id;

/** Notes that what was recognised counts no longer. */
export function setTakenBack(cx: Context, recognitionId: number, reason: string): void {
  cx.db
    .update(recognisedLearning)
    .set({ takenBackAt: cx.now, takenBackBy: cx.viewer.personId, takenBackReason: reason })
    .where(eq(recognisedLearning.id, recognitionId))
    .run();
}
