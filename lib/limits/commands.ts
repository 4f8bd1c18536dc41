import type { SystemContext } from "../acts/context";
import { deleteAttemptsBefore } from "./store";

/** Forgets attempts that no limit looks back to any more. */
export const forgetAttempts = (cx: SystemContext, before: number): void => deleteAttemptsBefore(cx, before);
