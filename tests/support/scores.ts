import { sqlite } from "../../db/client";
import type { Score } from "../../lib/assessments/schema";

/** Scores as somebody enters them who sees what stands now. */
export const scoresUpon = (scores: readonly Omit<Score, "was">[]): Score[] =>
  scores.map((score) => ({
    ...score,
    was:
      (sqlite()
        .prepare("SELECT score FROM assessments WHERE registration_id = ? AND kind = ?")
        .pluck()
        .get(score.registrationId, score.kind) as number | undefined) ?? null,
  }));
