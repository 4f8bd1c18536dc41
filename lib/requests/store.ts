import { and, asc, count, desc, eq, inArray, isNotNull, isNull, lte, or, sql } from "drizzle-orm";
import { trainerRequests } from "@/db/schema/requests";
import type { Context } from "../acts/context";
import { courseView } from "../courses/store";
import { groupNameOf } from "../groups/store";
import { latinNameOf, nameOf, personView } from "../people/store";

export type RequestRow = typeof trainerRequests.$inferSelect;

/** Condition: a request of a course that nobody has answered. */
const waits = (courseId: number) =>
  and(eq(trainerRequests.courseId, courseId), eq(trainerRequests.state, "waiting"));

/** A request as it is within the open transaction. */
export const requestRow = (cx: Context, requestId: number): RequestRow | undefined =>
  cx.db.select().from(trainerRequests).where(eq(trainerRequests.id, requestId)).get();

/**
 * A request that somebody has not answered, for this session of a course (null: for the course), and of a course for this
 * group of it or for all of it, where the group is part.
 */
export const waitingRequest = (
  cx: Context,
  {
    courseId,
    sessionId,
    groupId,
    personId,
  }: Pick<RequestRow, "courseId" | "sessionId" | "groupId" | "personId">,
): RequestRow | undefined =>
  cx.db
    .select()
    .from(trainerRequests)
    .where(
      and(
        waits(courseId),
        eq(trainerRequests.personId, personId),
        sql`coalesce(${trainerRequests.sessionId}, 0) = ${sessionId ?? 0}`,
        sessionId === null
          ? or(
              isNull(trainerRequests.groupId),
              groupId === null ? undefined : eq(trainerRequests.groupId, groupId),
            )
          : undefined,
      ),
    )
    .get();

/** True where a request may wait again whose answer somebody had entered: nothing of it was asked anew, and its group is there. */
export const mayWait = (cx: Context, row: RequestRow | undefined): row is RequestRow =>
  row !== undefined && row.answeredBy !== null && row.goneGroup === null && !waitingRequest(cx, row);

/** True where somebody answered a request for a group of a course. */
export const answeredFor = (cx: Context, courseId: number, groupId: number): boolean =>
  cx.db
    .select({ id: trainerRequests.id })
    .from(trainerRequests)
    .where(
      and(
        eq(trainerRequests.courseId, courseId),
        eq(trainerRequests.groupId, groupId),
        isNotNull(trainerRequests.answeredAt),
      ),
    )
    .limit(1)
    .get() !== undefined;

/** Adds a request; gives its key. */
export const insertRequest = (
  cx: Context,
  row: Pick<RequestRow, "courseId" | "sessionId" | "groupId" | "personId" | "role" | "message" | "answerBy">,
): number =>
  cx.db
    .insert(trainerRequests)
    .values({ ...row, askedBy: cx.viewer.personId, askedAt: cx.now })
    .returning({ id: trainerRequests.id })
    .get().id;

/** Changes columns of a request. */
export function updateRequest(cx: Context, requestId: number, columns: Partial<RequestRow>): void {
  cx.db.update(trainerRequests).set(columns).where(eq(trainerRequests.id, requestId)).run();
}

/** Keeps what a group is called with whatever was asked for it, which then no longer says its key. */
export function keepGroupName(cx: Context, { id, name }: { id: number; name: string }): void {
  cx.db.update(trainerRequests).set({ goneGroup: name }).where(eq(trainerRequests.groupId, id)).run();
}

/** Requests with who is asked, who asked and whom they name instead. */
const named = (cx: Context) =>
  cx.db
    .select({
      id: trainerRequests.id,
      courseId: trainerRequests.courseId,
      sessionId: trainerRequests.sessionId,
      groupId: trainerRequests.groupId,
      group: sql<
        string | null
      >`coalesce(${groupNameOf(trainerRequests.groupId)}, ${trainerRequests.goneGroup})`,
      /** True where that group was deleted. */
      groupGone: sql`${trainerRequests.groupId} is null and ${trainerRequests.goneGroup} is not null`.mapWith(
        Boolean,
      ),
      personId: trainerRequests.personId,
      name: personView.name,
      latinName: personView.latinName,
      role: trainerRequests.role,
      message: trainerRequests.message,
      answerBy: trainerRequests.answerBy,
      ...{ askedAt: trainerRequests.askedAt, askedById: trainerRequests.askedBy },
      state: trainerRequests.state,
      answeredAt: trainerRequests.answeredAt,
      reason: trainerRequests.reason,
      otherDay: trainerRequests.otherDay,
      otherTime: trainerRequests.otherTime,
      settledAt: trainerRequests.settledAt,
      answeredBy: trainerRequests.answeredBy,
      answeredByName: nameOf(trainerRequests.answeredBy),
      answeredByLatin: latinNameOf(trainerRequests.answeredBy),
      askedByName: nameOf(trainerRequests.askedBy),
      askedByLatin: latinNameOf(trainerRequests.askedBy),
      otherName: nameOf(trainerRequests.otherPersonId),
      otherLatin: latinNameOf(trainerRequests.otherPersonId),
    })
    .from(trainerRequests)
    .innerJoin(personView, eq(personView.id, trainerRequests.personId));
export type NamedRow = ReturnType<ReturnType<typeof named>["all"]>[number];

/** The requests of a course, what waits first, then the newest. */
export const requestsIn = (cx: Context, courseId: number): NamedRow[] =>
  named(cx)
    .where(eq(trainerRequests.courseId, courseId))
    .orderBy(sql`${trainerRequests.state} <> 'waiting'`, desc(trainerRequests.id))
    .all();

/** What somebody was asked: what waits for their answer, the soonest first, then at most so much of what was. */
export const requestsOf = (cx: Context, personId: number, most: number): NamedRow[] =>
  named(cx)
    .where(eq(trainerRequests.personId, personId))
    .orderBy(
      sql`${trainerRequests.state} <> 'waiting'`,
      sql`case when ${trainerRequests.state} = 'waiting' then ${trainerRequests.answerBy} end`,
      desc(trainerRequests.id),
    )
    .limit(most)
    .all();

/** One of somebody's requests as these are. */
export const requestNamed = (cx: Context, requestId: number): NamedRow | undefined =>
  named(cx).where(eq(trainerRequests.id, requestId)).get();

/** Who is asked in a course and has not answered yet, as what, and for which session (null: all of it). */
export const waitingIn = (cx: Context, courseId: number) =>
  cx.db
    .select({
      requestId: trainerRequests.id,
      sessionId: trainerRequests.sessionId,
      groupId: trainerRequests.groupId,
      group: groupNameOf(trainerRequests.groupId),
      id: personView.id,
      name: personView.name,
      latinName: personView.latinName,
      role: trainerRequests.role,
      answerBy: trainerRequests.answerBy,
    })
    .from(trainerRequests)
    .innerJoin(personView, eq(personView.id, trainerRequests.personId))
    .where(waits(courseId))
    .orderBy(asc(trainerRequests.id))
    .all();

/** Who said that they cannot what they were asked for, or name something else, in these courses, while something is to be done about it. */
export const answersToSee = (cx: Context, courseIds: readonly number[]) =>
  cx.db
    .select({
      courseId: trainerRequests.courseId,
      id: personView.id,
      name: personView.name,
      latinName: personView.latinName,
      state: trainerRequests.state,
    })
    .from(trainerRequests)
    .innerJoin(personView, eq(personView.id, trainerRequests.personId))
    .where(
      and(
        inArray(trainerRequests.courseId, [...courseIds]),
        inArray(trainerRequests.state, ["declined", "proposed"]),
        isNull(trainerRequests.settledAt),
      ),
    )
    .orderBy(asc(trainerRequests.id))
    .all();

/** Who said that they cannot train a course, or a session of it (null: all of it), the last time with why. */
export const declinedIn = (cx: Context, courseId: number) =>
  cx.db
    .select({
      id: trainerRequests.personId,
      sessionId: trainerRequests.sessionId,
      reason: trainerRequests.reason,
    })
    .from(trainerRequests)
    .where(and(eq(trainerRequests.courseId, courseId), eq(trainerRequests.state, "declined")))
    .orderBy(desc(trainerRequests.id))
    .all();

/** What somebody is asked and has not answered, in the courses of a programme or (null) in all. */
export const waitingOf = (cx: Context, personId: number, programmeId: number | null) =>
  cx.db
    .select({ requestId: trainerRequests.id, courseId: trainerRequests.courseId })
    .from(trainerRequests)
    .innerJoin(courseView, eq(courseView.id, trainerRequests.courseId))
    .where(
      and(
        eq(trainerRequests.personId, personId),
        eq(trainerRequests.state, "waiting"),
        programmeId === null ? undefined : eq(courseView.programmeId, programmeId),
      ),
    )
    .all();

/** What nobody has answered in courses that are still planned, with the programme that asks. */
export const waitingAnywhere = (cx: Context) =>
  cx.db
    .select({
      requestId: trainerRequests.id,
      courseId: trainerRequests.courseId,
      personId: trainerRequests.personId,
      programmeId: courseView.programmeId,
    })
    .from(trainerRequests)
    .innerJoin(courseView, eq(courseView.id, trainerRequests.courseId))
    .where(and(eq(trainerRequests.state, "waiting"), inArray(courseView.state, ["draft", "open", "running"])))
    .all();

/** Who is asked in a course or has accepted, and for which session (null: all of it). */
export const wordsGivenIn = (cx: Context, courseId: number) =>
  cx.db
    .select({
      id: trainerRequests.id,
      personId: trainerRequests.personId,
      sessionId: trainerRequests.sessionId,
      state: trainerRequests.state,
    })
    .from(trainerRequests)
    .where(
      and(eq(trainerRequests.courseId, courseId), inArray(trainerRequests.state, ["waiting", "accepted"])),
    )
    .all();

/**
 * Who was asked in these courses and has not answered, each once a course, the soonest first, with the last civil day by which
 * they are to answer any of it: while that is to come they are not late.
 */
export const unansweredAmong = (cx: Context, courseIds: readonly number[]) =>
  cx.db
    .select({
      courseId: trainerRequests.courseId,
      id: personView.id,
      name: personView.name,
      latinName: personView.latinName,
      answerBy: sql<string>`max(${trainerRequests.answerBy})`,
    })
    .from(trainerRequests)
    .innerJoin(personView, eq(personView.id, trainerRequests.personId))
    .where(and(inArray(trainerRequests.courseId, [...courseIds]), eq(trainerRequests.state, "waiting")))
    .groupBy(trainerRequests.courseId, trainerRequests.personId)
    .orderBy(sql`max(${trainerRequests.answerBy})`, asc(trainerRequests.id))
    .all();

/** How many answers of trainers in a course ask for more: for somebody else, or another time. */
export const askingForMore = (cx: Context, courseId: number): number =>
  cx.db
    .select({ count: count() })
    .from(trainerRequests)
    .where(
      and(
        eq(trainerRequests.courseId, courseId),
        inArray(trainerRequests.state, ["declined", "proposed"]),
        isNull(trainerRequests.settledAt),
      ),
    )
    .get()!.count;

/** Requests that wait, whose day to answer by is a civil day or before it, in courses that are still planned. */
export const toChase = (cx: Context, until: string): (RequestRow & { zone: string })[] =>
  cx.db
    .select({ request: trainerRequests, zone: courseView.zone })
    .from(trainerRequests)
    .innerJoin(courseView, eq(courseView.id, trainerRequests.courseId))
    .where(
      and(
        eq(trainerRequests.state, "waiting"),
        lte(trainerRequests.answerBy, until),
        inArray(courseView.state, ["draft", "open", "running"]),
      ),
    )
    .orderBy(asc(trainerRequests.id))
    .all()
    .map(({ request, zone }) => ({ ...request, zone }));
