"use server";

import { action } from "@/app/_actions/action";
import { enterScores as enterScoresCommand } from "@/lib/assessments/commands";

/** Enters the scores of a course. */
export const enterScores = action(enterScoresCommand);
