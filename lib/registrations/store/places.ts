import { and, asc, count, eq, inArray, type SQL, sql } from "drizzle-orm";
import { registrationChanges, registrations } from "@/db/schema/registrations";
import type { Context } from "../../acts/context";
import { seatStates } from "../rules";
import { placesHeld, waitingFor } from "../store";

/** How many of a course hold a place, and how many wait. Each is counted by itself, in an index. */
export const placesOf = (cx: Context, courseId: number): { seatsTaken: number; waiting: number } =>
  cx.db.select(placesOfCourse(courseId)).from(sql`(select 1)`).get()!;

const placesOfCourse = (courseId: number) => ({
  seatsTaken: placesHeld(sql`${courseId}`),
  waiting: waitingFor(sql`${courseId}`),
});

/**
 * The same with the last number and the last turn given. Each figure by itself, so that each is read from an index and
 * none needs a look at every registration.
 */
export function loadIn(
  cx: Context,
  courseId: number,
): { seatsTaken: number; waiting: number; lastNumber: number; lastTurn: number } {
  const ofCourse = (what: SQL) =>
    sql<number>`(select ${what} from ${registrations} where ${registrations.courseId} = ${courseId})`;
  return cx.db
    .select({
      ...placesOfCourse(courseId),
      lastNumber: ofCourse(sql`coalesce(max(${registrations.number}), 0)`),
      lastTurn: ofCourse(sql`coalesce(max(${registrations.waitingSequence}), 0)`),
    })
    .from(sql`(select 1)`)
    .get()!;
}

/** The last turn on the waiting list that was given: one look into an index, however many wait. */
export const lastTurnIn = (cx: Context, courseId: number): number =>
  cx.db
    .select({ turn: sql<number>`coalesce(max(${registrations.waitingSequence}), 0)` })
    .from(registrations)
    .where(eq(registrations.courseId, courseId))
    .get()!.turn;

/** The turn of whoever waits longest in a course; null where nobody does. */
export const firstTurnIn = (cx: Context, courseId: number): number | null =>
  cx.db
    .select({ turn: registrations.waitingSequence })
    .from(registrations)
    .where(and(eq(registrations.courseId, courseId), eq(registrations.state, "waiting")))
    .orderBy(asc(registrations.waitingSequence))
    .limit(1)
    .get()?.turn ?? null;

/**
 * Places held and turns on the list in a course that came from an address, by when the person last registered or came
 * back: since that instant.
 */
export const claimedFrom = (cx: Context, courseId: number, addressKey: string, since: number): number =>
  cx.db
    .select({ claimed: count() })
    .from(registrations)
    .where(
      and(
        eq(registrations.courseId, courseId),
        eq(registrations.addressKey, addressKey),
        inArray(registrations.state, [...seatStates, "waiting"]),
        sql`(select max(at) from ${registrationChanges} where registration_id = ${registrations.id} and cause in ('registered', 'came_back')) > ${since}`,
      ),
    )
    .get()!.claimed;
