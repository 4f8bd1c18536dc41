"use server";

import { action } from "@/app/_actions/action";
import { observe as observeCommand } from "@/lib/stages/commands";

/** Writes down what one saw of a trainer in a workshop. */
export const observe = action(observeCommand, {
  to: ({ courseId, personId, toolId, programmeId }) =>
    `/desk/observe/${courseId}/${personId}?tool=${toolId}&programme=${programmeId}&done=saved`,
});
