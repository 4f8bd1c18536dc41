import { readRoll, sessionsStored } from "./storedRolls";

/** How many marks the storage has of an account. */
export const countMarks = (account: number): number =>
  (sessionsStored(account) ?? []).reduce((sum, id) => sum + (readRoll(account, id)?.marks.size ?? 0), 0);
