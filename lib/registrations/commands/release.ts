import { and, eq, inArray, sql } from "drizzle-orm";
import { outer } from "@/db/client";
import { registrationChanges, registrations } from "@/db/schema";
import type { Context } from "../../acts/context";
import { undecidedStates } from "../rules";
import { type Course, moveWithCourse, tell, toldAgain } from "./place";

/** Who hopes for a place: on the waiting list, or not decided on. */
const hoping = ["waiting", ...undecidedStates] as const;

/**
 * Releases whoever waits or was not decided on as their course ends, and tells them: nobody hopes for ever for a place
 * in a course that is over. Within the open transaction.
 */
export function release(cx: Context, course: Course): void {
  const rows = cx.db
    .select()
    .from(registrations)
    .where(and(eq(registrations.courseId, course.id), inArray(registrations.state, [...hoping])))
    .all();
  for (const row of rows) {
    moveWithCourse(cx, row, "declined", "course_ended");
    tell(cx, row, course, "registrationReleased");
  }
}

/**
 * Brings back whom the end of the course released, to the state they had and the place on the waiting list where they
 * stood. Within the open transaction.
 */
export function bringBack(cx: Context, course: Course): void {
  const rows = cx.db
    .select({
      id: registrations.id,
      personId: registrations.personId,
      token: registrations.token,
      state: registrations.state,
      before: registrationChanges.fromState,
    })
    .from(registrations)
    .innerJoin(registrationChanges, eq(registrationChanges.registrationId, registrations.id))
    .where(
      and(
        eq(registrations.courseId, course.id),
        eq(registrations.state, "declined"),
        eq(registrationChanges.cause, "course_ended"),
        sql`${registrationChanges.id} = (select max(id) from registration_changes as own where own.registration_id = ${outer(registrations.id)})`,
      ),
    )
    .all();
  for (const { before, ...row } of rows) {
    if (before === null) continue;
    moveWithCourse(cx, row, before, "course_reopened");
    const message = toldAgain[before];
    if (message) tell(cx, row, course, message);
  }
}

/** Tells everyone who has or hopes for a place that the course is cancelled, and why. Within the open transaction. */
export function tellCancelled(cx: Context, course: Course, reason: string): void {
  const rows = cx.db
    .select()
    .from(registrations)
    .where(and(eq(registrations.courseId, course.id), inArray(registrations.state, ["accepted", ...hoping])))
    .all();
  for (const row of rows) tell(cx, row, course, "courseCancelled", { reason });
}
