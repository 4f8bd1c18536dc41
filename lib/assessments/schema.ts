import * as z from "zod";
import { id, optionalLine, optionalNumber } from "../fields";
import { type AssessmentKind, assessmentKinds } from "./rules";

/** A score as it is put, upon the one that stood (`was`; null for none). */
export type Score = {
  registrationId: number;
  kind: AssessmentKind;
  score: number | null;
  was: number | null;
};

const percents = () => z.partialRecord(z.enum(assessmentKinds), optionalNumber(0, 100)).prefault({});

/**
 * The scores of one person in per cent by kind; an empty one takes the score back, one that is not there stays. `was`: what
 * stood when the form was made, so that nobody's later score is overwritten unseen.
 */
const scoresOfOne = z.object({ registrationId: id(), score: percents(), was: percents() });

/** Scores of a course as they are sent. `reason`: why they are entered before the course's first day. */
export const scoresSchema = z.object({
  courseId: id(),
  reason: optionalLine(500),
  scores: z
    .array(scoresOfOne)
    .nullish()
    .transform((people) =>
      (people ?? []).flatMap(({ registrationId, score, was }): Score[] =>
        assessmentKinds.flatMap((kind) => {
          const points = score[kind];
          return points === undefined
            ? []
            : [{ registrationId, kind, score: points, was: was[kind] ?? null }];
        }),
      ),
    ),
});

/** Scores as a command takes them. */
export type ScoresInput = { courseId: number; scores: Score[]; reason?: string | null };
