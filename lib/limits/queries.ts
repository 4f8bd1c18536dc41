import type { Anywhere, Granted } from "../access/granted";
import type { Context } from "../acts/context";
import { countAttempt, type Limit, type RefusalKind } from "./rules";
import { attemptsAt, refusalCounts, refusalsBefore } from "./store";

/** What `withinLimit` would answer to one more attempt, which is not counted. */
export const wouldBeWithinLimit = (
  cx: Context,
  key: string,
  limit: Limit,
): { allowed: boolean; waitMinutes: number } => countAttempt(attemptsAt(cx, key), limit, cx.now);

/** So many rows a page of what was refused shows. */
const onPage = 50;

/** What was refused, the newest first, of one kind or of all; `next` is where the following page begins. */
export function refusalList(
  cx: Context,
  _: Granted<Anywhere, "refusals.read">,
  { kind, before }: { kind: RefusalKind | null; before: number | null },
) {
  const rows = refusalsBefore(cx, kind, before, onPage + 1);
  const refused = rows.slice(0, onPage);
  return {
    refused,
    next: rows.length > onPage ? refused.at(-1)!.id : null,
    counts: new Map(refusalCounts(cx).map(({ kind: of, times }) => [of, times])),
  };
}
