"use server";

import { action } from "@/app/_actions/action";
import { remindOfPlans as remindCommand } from "@/lib/stages/commands";

/** Reminds people who have not taught yet of their first workshops. */
export const remindOfPlans = action(remindCommand, {
  to: ({ courseId, told, today }) => `/desk/cascade/${courseId}?reminded=yes&told=${told}&today=${today}`,
});
