import { and, eq, inArray, isNull, lte, sql } from "drizzle-orm";
import { trainerRequests } from "@/db/schema/requests";
import type { Context } from "../../acts/context";
import type { RequestRow } from "../store";

/** Keys of replies that ask for somebody else, to requests for the same that were made before this one: whoever accepts it is that somebody. */
export const repliesMadeNeedless = (
  cx: Context,
  { courseId, sessionId, groupId, goneGroup, role, askedAt }: RequestRow,
): number[] =>
  cx.db
    .select({ id: trainerRequests.id })
    .from(trainerRequests)
    .where(
      and(
        eq(trainerRequests.courseId, courseId),
        inArray(trainerRequests.state, ["declined", "proposed"]),
        isNull(trainerRequests.settledAt),
        eq(trainerRequests.role, role),
        lte(trainerRequests.answeredAt, askedAt),
        sql`${trainerRequests.sessionId} is ${sessionId}`,
        sql`${trainerRequests.groupId} is ${groupId}`,
        sql`${trainerRequests.goneGroup} is ${goneGroup}`,
      ),
    )
    .all()
    .map(({ id }) => id);
