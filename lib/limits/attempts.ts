import type { Context } from "../acts/context";
import { countAttempt, type Limit } from "./rules";
import { changeAttempts, deleteAttempts, takeAttemptBack } from "./store";

/** Counts an attempt at something limited; `allowed` is false where there have been too many. Kept in the database. */
export const withinLimit = (
  cx: Context,
  key: string,
  limit: Limit,
): { allowed: boolean; waitMinutes: number } =>
  changeAttempts(cx, key, (kept) => countAttempt(kept, limit, cx.now));

/** Takes back an attempt that was none: a sign-in that went well counts against nobody at the same address. */
export const forgive = (cx: Context, key: string): void => takeAttemptBack(cx, key);

/** Begins the count of a key anew. Within the open transaction. */
export const startOver = (cx: Context, key: string): void => deleteAttempts(cx, key);
