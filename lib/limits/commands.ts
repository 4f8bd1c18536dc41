import type { SystemContext } from "../acts/context";
import { inTransaction } from "../acts/transaction";
import { type RefusedOften, refusalRows, refusalsKeptMs } from "./rules";
import { addRefusal, countRefusals, deleteAttemptsBefore, deleteRefusalsBefore, refusalsFrom } from "./store";

/** Forgets attempts that no limit looks back to any more. */
export const forgetAttempts = (cx: SystemContext, before: number): void => deleteAttemptsBefore(cx, before);

/** Writes down what was refused since the last time, each with how often: a row a minute by kind, network and account. */
export const keepRefusals = (cx: SystemContext, all: readonly RefusedOften[]): void =>
  inTransaction(cx, () => {
    const known = refusalsFrom(cx, cx.now - (cx.now % 60_000));
    for (const { id, refused, times } of refusalRows(known, all))
      if (id === null) addRefusal(cx, refused, times);
      else countRefusals(cx, id, times);
  });

/** Forgets what was refused more than 90 days ago. */
export const forgetRefusals = (cx: SystemContext): void => deleteRefusalsBefore(cx, cx.now - refusalsKeptMs);
