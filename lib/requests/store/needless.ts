import { and, asc, eq, inArray, isNull, lte, type SQL, sql } from "drizzle-orm";
import { trainerRequests } from "@/db/schema/requests";
import type { Context } from "../../acts/context";
import type { RequestRow } from "../store";

/** Replies that ask for somebody else, to requests for the same that were made before this one; of these one, whose author named this one's trainer or who replied first. */
const oneReply = (
  cx: Context,
  { courseId, sessionId, groupId, goneGroup, role, askedAt, personId }: RequestRow,
  settled: SQL,
): number[] =>
  cx.db
    .select({ id: trainerRequests.id })
    .from(trainerRequests)
    .where(
      and(
        eq(trainerRequests.courseId, courseId),
        inArray(trainerRequests.state, ["declined", "proposed"]),
        settled,
        eq(trainerRequests.role, role),
        lte(trainerRequests.answeredAt, askedAt),
        sql`${trainerRequests.sessionId} is ${sessionId}`,
        sql`${trainerRequests.groupId} is ${groupId}`,
        sql`${trainerRequests.goneGroup} is ${goneGroup}`,
      ),
    )
    .orderBy(
      sql`${trainerRequests.otherPersonId} is not ${personId}`,
      asc(trainerRequests.answeredAt),
      asc(trainerRequests.id),
    )
    .limit(1)
    .all()
    .map(({ id }) => id);

/** The reply that whoever accepts this request makes needless: they are that somebody. Each acceptance stands for one. */
export const replyMadeNeedless = (cx: Context, request: RequestRow): number[] =>
  oneReply(cx, request, isNull(trainerRequests.settledAt));

/** The reply that was settled at the instant of this request's acceptance: with it, that is. */
export const replyMadeNeedlessBy = (cx: Context, request: RequestRow): number[] =>
  request.answeredAt === null ? [] : oneReply(cx, request, eq(trainerRequests.settledAt, request.answeredAt));
