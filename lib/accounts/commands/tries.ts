import { refuse } from "../../result";

/** Refuses what has been tried too often, and says how long to wait, in minutes. */
export function refuseTooMany({ allowed, waitMinutes }: { allowed: boolean; waitMinutes: number }): void {
  if (!allowed) refuse("tooManyAttempts", { params: { minutes: waitMinutes } });
}
