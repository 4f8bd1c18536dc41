import type { Context } from "../acts/context";
import { countAttempt, type Limit } from "./rules";
import { attemptsAt } from "./store";

/** What `withinLimit` would answer to one more attempt, which is not counted. */
export const wouldBeWithinLimit = (
  cx: Context,
  key: string,
  limit: Limit,
): { allowed: boolean; waitMinutes: number } => countAttempt(attemptsAt(cx, key), limit, cx.now);
