import { and, asc, eq, inArray } from "drizzle-orm";
import type * as z from "zod/mini";
import { registrations } from "@/db/schema";
import { demand } from "../../access/demand";
import { change } from "../../acts/command";
import type { Context } from "../../acts/context";
import { audit } from "../../audit/commands";
import { allows } from "../../courses/rules";
import type { MailMessage } from "../../messages/rules";
import { type Result, refuse } from "../../result";
import { dayAt } from "../../time/zone";
import { withdrawnByCoordinator } from "../queries";
import {
  comesRightBack,
  confirmed,
  type Decision,
  decide,
  freePlaces,
  givesPlaces,
  holdsSeat,
} from "../rules";
import type { confirmationSchema, decisionSchema, undoWithdrawalSchema } from "../schema";
import {
  admittedMessage,
  type Course,
  courseByKey,
  load,
  move,
  moveWithCourse,
  promote,
  tell,
  toldAgain,
} from "./place";

/** A course in which the viewer may decide on registrations now; else ends the transaction. */
export function courseToDecide(cx: Context, courseId: number): Course {
  const course = courseByKey(cx.db).get({ courseId }) ?? refuse("notFound");
  demand(cx.viewer, "registrations.decide", { programmeId: course.programmeId });
  if (!allows(course.state, "decide")) refuse("courseStateForbids", { params: { state: course.state } });
  return course;
}

/** What each decision tells the person; a shortlist is the coordinator's own, and who withdraws said so themselves. */
const toldOf: Record<Decision, MailMessage | null> = {
  shortlisted: null,
  withdrawn: null,
  accepted: "registrationAccepted",
  waiting: "registrationWaiting",
  declined: "registrationDeclined",
};

/** What became of several registrations; `withdrawn` are those for whom it can be undone. */
type Decided = { courseId: number; slug: string; moved: number; withdrawn: number[] };

/** Accepts, shortlists, puts on the waiting list, declines or withdraws several registrations: all of them, or none. */
export function decideRegistrations(cx: Context, input: z.output<typeof decisionSchema>): Result<Decided> {
  return change(cx, () => {
    const course = courseToDecide(cx, input.courseId);
    const rows = cx.db
      .select()
      .from(registrations)
      .where(and(eq(registrations.courseId, course.id), inArray(registrations.id, input.registrationIds)))
      .orderBy(asc(registrations.waitingSequence), asc(registrations.number))
      .all();
    if (rows.length !== input.registrationIds.length) refuse("notFound");
    const { seatsTaken, waiting } = load(cx, course.id);
    const { capacity } = course;
    const { moved, refused } = decide(rows, input.to, { capacity, seatsTaken });
    if (refused.length > 0) {
      const full = refused.some((r) => r.code === "noPlaceLeft");
      refuse(full ? "noPlaceLeft" : "decisionNotAllowed", {
        params: { count: refused.length, left: moved.length },
      });
    }
    if (
      input.to === "waiting" &&
      givesPlaces(course, dayAt(cx.now, course.zone)) &&
      comesRightBack(moved, { capacity, seatsTaken, waiting })
    )
      refuse("placeComesBack");
    for (const row of moved) {
      move(cx, row, input.to, "decided", input.reason);
      const message = toldOf[input.to];
      if (message) tell(cx, row, course, message, { reason: input.reason ?? "" });
    }
    promote(cx, course);
    audit(cx, "registration.decide", "course", course.id, {
      to: input.to,
      ids: moved.map((r) => r.id),
    });
    const withdrawn = input.to === "withdrawn" ? moved.map((r) => r.id) : [];
    return { courseId: course.id, slug: course.slug, moved: moved.length, withdrawn };
  });
}

/**
 * Brings back whom a coordinator withdrew, to the state and the turn on the waiting list that they had, and tells them so.
 * Refused where somebody withdrew by themselves or was decided on since, and where the place was given on.
 */
export function undoWithdrawal(
  cx: Context,
  input: z.output<typeof undoWithdrawalSchema>,
): Result<{ courseId: number; slug: string; moved: number }> {
  return change(cx, () => {
    const course = courseToDecide(cx, input.courseId);
    const rows = withdrawnByCoordinator(cx, course.id, input.registrationIds);
    if (rows.length !== input.registrationIds.length) refuse("notWithdrawnHere");
    const places = rows.filter((row) => holdsSeat(row.before)).length;
    if (places > freePlaces(course.capacity, load(cx, course.id).seatsTaken)) refuse("placeGivenOn");
    for (const { before, ...row } of rows) {
      moveWithCourse(cx, row, before, "came_back");
      const message = before === "accepted" ? "registrationAccepted" : toldAgain[before];
      if (message) tell(cx, row, course, message);
    }
    promote(cx, course);
    audit(cx, "registration.undo-withdrawal", "course", course.id, {
      ids: rows.map((r) => r.id),
    });
    return { courseId: course.id, slug: course.slug, moved: rows.length };
  });
}

/**
 * Confirms registrations that came at once from one address: each, in the order in which they came, gets what it would
 * have got then and there: a place if one is free and nobody waits before it, else its turn on the waiting list; in a
 * course by selection it is an application.
 */
export function confirmRegistrations(
  cx: Context,
  input: z.output<typeof confirmationSchema>,
): Result<{ courseId: number; slug: string; moved: number }> {
  return change(cx, () => {
    const course = courseToDecide(cx, input.courseId);
    const named = input.registrationIds ?? [];
    const rows = cx.db
      .select()
      .from(registrations)
      .where(
        and(
          eq(registrations.courseId, course.id),
          eq(registrations.state, "to_confirm"),
          named.length > 0 ? inArray(registrations.id, named) : undefined,
        ),
      )
      .orderBy(asc(registrations.waitingSequence), asc(registrations.number))
      .all();
    if (rows.length < named.length) refuse("decisionNotAllowed");
    const first = cx.db
      .select({ sequence: registrations.waitingSequence })
      .from(registrations)
      .where(and(eq(registrations.courseId, course.id), eq(registrations.state, "waiting")))
      .orderBy(asc(registrations.waitingSequence))
      .limit(1)
      .get();
    const outcome = confirmed(course, rows, load(cx, course.id).seatsTaken, first?.sequence ?? null);
    for (const [i, row] of rows.entries()) {
      const to = outcome[i]!;
      move(cx, row, to, "confirmed", null);
      tell(cx, row, course, admittedMessage[to]);
    }
    promote(cx, course);
    audit(cx, "registration.confirm", "course", course.id, { ids: rows.map((r) => r.id) });
    return { courseId: course.id, slug: course.slug, moved: rows.length };
  });
}
