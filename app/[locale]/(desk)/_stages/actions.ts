"use server";

import { action } from "@/app/_actions/action";
import {
  recogniseLearning as recogniseCommand,
  setSuperior as setSuperiorCommand,
  takeBackLearning as takeBackCommand,
} from "@/lib/stages/commands";

/** Recognises what somebody learnt elsewhere. */
export const recogniseLearning = action(recogniseCommand, {
  to: ({ personId }) => `/desk/people/${personId}/learning?done=recognised`,
});

/** Takes back what was recognised. */
export const takeBackLearning = action(takeBackCommand, {
  to: ({ personId }) => `/desk/people/${personId}/learning?done=takenBack`,
});

/** Says who is somebody's superior. */
export const setSuperior = action(setSuperiorCommand);
