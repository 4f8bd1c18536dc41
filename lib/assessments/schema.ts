import * as z from "zod/mini";
import { id, optionalLine } from "../fields";
import { asciiDigits } from "../text";
import { type AssessmentKind, assessmentKinds } from "./rules";

export type Score = { registrationId: number; kind: AssessmentKind; score: number | null };

/** Scores as they are sent. `reason`: why they are entered before the course's first day. */
export type ScoresInput = { courseId: number; scores: Score[]; reason?: string | null };

/** Scores of a course in per cent: fields `KIND_ID` by registration; an empty one takes the score back. */
export const scoresSchema = z.pipe(
  z.looseObject({ courseId: id(), reason: optionalLine(500) }),
  z.transform((form, context): ScoresInput => {
    const scores: Score[] = [];
    for (const [field, value] of Object.entries(form)) {
      const found = /^(pre_test|post_test|micro_teaching)_([1-9]\d{0,14})$/.exec(field);
      const kind = assessmentKinds.find((k) => k === found?.[1]);
      if (!found || !kind) continue;
      const text = asciiDigits(String(value)).trim();
      if (text !== "" && !(/^\d{1,3}$/.test(text) && Number(text) <= 100))
        context.issues.push({
          code: "custom",
          input: value,
          path: [field],
          message: "numberRange?min=0&max=100",
        });
      else scores.push({ registrationId: Number(found[2]), kind, score: text === "" ? null : Number(text) });
    }
    return { courseId: form.courseId, scores, reason: form.reason };
  }),
);
