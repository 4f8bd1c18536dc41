import * as z from "zod";
import { id, optionalLine, optionalNumber } from "../fields";
import { type AssessmentKind, assessmentKinds } from "./rules";

export type Score = { registrationId: number; kind: AssessmentKind; score: number | null };

/** The scores of one person in per cent by kind; an empty one takes the score back, one that is not there stays. */
const scoresOfOne = z.object({
  registrationId: id(),
  score: z.partialRecord(z.enum(assessmentKinds), optionalNumber(0, 100)).prefault({}),
});

/** Scores of a course as they are sent. `reason`: why they are entered before the course's first day. */
export const scoresSchema = z.object({
  courseId: id(),
  reason: optionalLine(500),
  scores: z
    .array(scoresOfOne)
    .nullish()
    .transform((people) =>
      (people ?? []).flatMap(({ registrationId, score }): Score[] =>
        assessmentKinds.flatMap((kind) => {
          const points = score[kind];
          return points === undefined ? [] : [{ registrationId, kind, score: points }];
        }),
      ),
    ),
});

/** Scores as a command takes them. */
export type ScoresInput = { courseId: number; scores: Score[]; reason?: string | null };
