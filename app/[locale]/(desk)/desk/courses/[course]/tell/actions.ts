"use server";

import { action } from "@/app/_actions/action";
import { markTold as markToldCommand, markUntold as markUntoldCommand } from "@/lib/messages/commands";

/** Somebody says that these people know. */
export const markTold = action(markToldCommand, {
  to: ({ courseId, count, at }) =>
    courseId === null || count === 0 ? null : `/desk/courses/${courseId}/tell?told=${at}`,
});

/** They do not know after all. */
export const markUntold = action(markUntoldCommand, {
  to: ({ courseId, count }) =>
    courseId === null || count === 0 ? null : `/desk/courses/${courseId}/tell?untold=${count}`,
});
