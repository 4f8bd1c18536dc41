import { and, asc, count, eq, gt, inArray, lt, ne } from "drizzle-orm";
import { sessions, sessionTrainers } from "@/db/schema/timetable";
import type { Context } from "../../acts/context";
import { courseView } from "../../courses/store";
import type { Span } from "../rules/conflicts";

/** What a session of some course is, for whoever it is in the way of. */
const columns = {
  sessionId: sessions.id,
  courseId: sessions.courseId,
  kind: sessions.kind,
  title: sessions.title,
  moduleId: sessions.moduleId,
  startsAt: sessions.startInstant,
  endsAt: sessions.endInstant,
  updatedAt: sessions.updatedAt,
};

/**
 * The longest that a session can be, in ms: it lies within one civil day, which a change of clocks makes 26 hours at most.
 * The file refuses longer ones. By it an index finds what shares time with a span, however much there ever was.
 */
const longest = 26 * 3_600_000;

/** Condition: a session of a course that is not cancelled shares time with a span; `start` is what an index has of it. */
const takesPlaceDuring = (
  { startsAt, endsAt }: Span,
  start: typeof sessions.startInstant | typeof sessionTrainers.startInstant,
) =>
  and(
    ne(courseView.state, "cancelled"),
    gt(start, startsAt - longest),
    lt(start, endsAt),
    gt(sessions.endInstant, startsAt),
  );

/** Condition: a session of another course than this one; null: of any. */
const notOf = (courseId: number | null) => (courseId === null ? undefined : ne(sessions.courseId, courseId));

/**
 * What these trainers do during a span of time, in courses that are not cancelled.
 * @param but the course that is not asked about; null where none is left out.
 */
export const engagements = (
  cx: Context,
  trainerIds: readonly number[],
  span: Span,
  but: number | null = null,
) =>
  cx.db
    .select({ ...columns, day: sessions.day, trainerId: sessionTrainers.personId })
    .from(sessionTrainers)
    .innerJoin(sessions, eq(sessions.id, sessionTrainers.sessionId))
    .innerJoin(courseView, eq(courseView.id, sessions.courseId))
    .where(
      and(
        inArray(sessionTrainers.personId, [...trainerIds]),
        notOf(but),
        takesPlaceDuring(span, sessionTrainers.startInstant),
      ),
    )
    .all();
export type Engaged = ReturnType<typeof engagements>[number];

/** Sessions that take one of these rooms during a span of time, in courses that are not cancelled; `but` as above. */
export const roomsTaken = (cx: Context, roomIds: readonly number[], span: Span, but: number | null = null) =>
  cx.db
    .select({ ...columns, roomId: sessions.roomId })
    .from(sessions)
    .innerJoin(courseView, eq(courseView.id, sessions.courseId))
    .where(
      and(inArray(sessions.roomId, [...roomIds]), notOf(but), takesPlaceDuring(span, sessions.startInstant)),
    )
    .all();
export type Taken = ReturnType<typeof roomsTaken>[number];

/** How many sessions in these rooms begin after an instant, in courses that are not cancelled. */
export function countInRooms(cx: Context, roomIds: readonly number[], after: number): number {
  if (roomIds.length === 0) return 0;
  return cx.db
    .select({ count: count() })
    .from(sessions)
    .innerJoin(courseView, eq(courseView.id, sessions.courseId))
    .where(
      and(
        inArray(sessions.roomId, [...roomIds]),
        gt(sessions.startInstant, after),
        ne(courseView.state, "cancelled"),
      ),
    )
    .get()!.count;
}

/** When the sessions of these courses are that share time with a span, in courses that are not cancelled. */
export const sessionsDuring = (cx: Context, courseIds: readonly number[], span: Span) =>
  cx.db
    .select({
      courseId: sessions.courseId,
      groupId: sessions.groupId,
      startsAt: sessions.startInstant,
      endsAt: sessions.endInstant,
    })
    .from(sessions)
    .innerJoin(courseView, eq(courseView.id, sessions.courseId))
    .where(and(inArray(sessions.courseId, [...courseIds]), takesPlaceDuring(span, sessions.startInstant)))
    .orderBy(asc(sessions.startInstant), asc(sessions.id))
    .all();
