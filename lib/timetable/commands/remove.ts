import type { Context } from "../../acts/context";
import { clearRolls, heldAmong } from "../../attendance/store/kept";
import { refuse } from "../../result";
import { deleteSessions } from "../store/kept";

/**
 * Takes sessions out, with the marks of people who left. Refused once their rolls have entries that count. Within the open
 * transaction.
 */
export function removeSessions(cx: Context, ids: readonly number[]): void {
  if (heldAmong(cx, ids).size > 0) refuse("rollHasEntries");
  clearRolls(cx, ids);
  deleteSessions(cx, ids);
}
