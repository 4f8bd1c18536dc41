import { and, eq, inArray, lt } from "drizzle-orm";
import { due } from "@/db/schema/due";
import type { Context } from "../../acts/context";

/** Those of these sessions that are over while somebody is missing on their roll. */
export const missingAmong = (cx: Context, sessionIds: readonly number[]): Set<number> =>
  new Set(
    cx.db
      .select({ id: due.sessionId })
      .from(due)
      .where(and(inArray(due.sessionId, [...sessionIds]), eq(due.kind, "roll"), lt(due.dueFrom, cx.now)))
      .all()
      .flatMap(({ id }) => id ?? []),
  );
