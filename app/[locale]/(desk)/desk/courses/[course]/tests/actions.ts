"use server";

import { action } from "@/app/_actions/action";
import { enterScores as enterScoresCommand } from "@/lib/assessments/commands";
import { scoresSchema } from "@/lib/assessments/schema";

/** Enters the scores of a course. */
export const enterScores = action("assessments.enter", scoresSchema, enterScoresCommand);
