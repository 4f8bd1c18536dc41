"use server";

import { action } from "@/app/_actions/action";
import { makePlanFor as makePlanForCommand } from "@/lib/stages/commands";

/** Writes down somebody's action plan for them. */
export const makePlanFor = action(makePlanForCommand, {
  to: ({ courseId, registrationId }) =>
    `/desk/courses/${courseId}/plans?saved=${registrationId}#of-${registrationId}`,
});
