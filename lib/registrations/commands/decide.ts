import { and, asc, eq, inArray } from "drizzle-orm";
import type * as z from "zod/mini";
import type { Db } from "@/db/client";
import { persons, registrations } from "@/db/schema";
import { demand } from "../../access/demand";
import type { Viewer } from "../../access/rules";
import { audit, change } from "../../audit/commands";
import { allows } from "../../courses/rules";
import type { MailMessage } from "../../messages/rules";
import { type Result, refuse } from "../../result";
import { type Decision, decide, mayBecome } from "../rules";
import type { decisionSchema, registerPersonSchema, withdrawalSchema } from "../schema";
import { insertPerson, phoneOf, sameInCourse } from "./person";
import { type Course, courseByKey, insert, load, madeByForm, move, ofPerson, promote, tell } from "./place";

/** A course in which the viewer may decide on registrations now; else ends the transaction. */
function courseToDecide(db: Db, viewer: Viewer, courseId: number): Course {
  const course = courseByKey(db).get({ courseId }) ?? refuse("notFound");
  demand(viewer, "registrations.decide", { programmeId: course.programmeId });
  if (!allows(course.state, "decide")) refuse("courseStateForbids", { params: { state: course.state } });
  return course;
}

/** A coordinator registers somebody, with or without an account: one known already, or a new person. */
export function registerPerson(
  viewer: Viewer,
  input: z.output<typeof registerPersonSchema>,
  now: number,
): Result<{ courseId: number; registrationId: number; slug: string }> {
  return change((db) => {
    const course = courseToDecide(db, viewer, input.courseId);
    const again = madeByForm(db).get({ courseId: course.id, formKey: input.formKey });
    if (again) return { courseId: course.id, registrationId: again.id, slug: course.slug };
    let personId = input.personId;
    if (personId !== null) {
      if (!db.select({ id: persons.id }).from(persons).where(eq(persons.id, personId)).get())
        refuse("invalid", { fields: { personId: "choose" } });
      if (ofPerson(db).get({ courseId: course.id, personId }))
        refuse("invalid", { fields: { personId: "alreadyRegistered" } });
    } else {
      const phone = phoneOf(input.phone, course.country);
      if (sameInCourse(db, course.id, input.name!, input.email, phone))
        refuse("invalid", { fields: { name: "alreadyRegistered" } });
      personId = insertPerson(
        db,
        { ...input, name: input.name! },
        { email: input.email, phone },
        course,
        now,
      );
    }
    const counts = load(db, course.id);
    if (input.accept && counts.seatsTaken >= course.capacity) refuse("noPlaceLeft");
    const row = insert(
      db,
      viewer,
      course,
      input.accept ? "accepted" : "nominated",
      { personId, source: "coordinator", answers: {}, needs: null, formKey: input.formKey },
      counts,
      now,
    );
    return { courseId: course.id, registrationId: row.id, slug: course.slug };
  });
}

/** What each decision tells the person; a shortlist is the coordinator's own. */
const toldOf: Record<Decision, MailMessage | null> = {
  shortlisted: null,
  accepted: "registrationAccepted",
  waiting: "registrationWaiting",
  declined: "registrationDeclined",
};

/** Accepts, shortlists, puts on the waiting list or declines several registrations: all of them, or none. */
export function decideRegistrations(
  viewer: Viewer,
  input: z.output<typeof decisionSchema>,
  now: number,
): Result<{ courseId: number; slug: string; moved: number }> {
  return change((db) => {
    const course = courseToDecide(db, viewer, input.courseId);
    const rows = db
      .select()
      .from(registrations)
      .where(and(eq(registrations.courseId, course.id), inArray(registrations.id, input.registrationIds)))
      .orderBy(asc(registrations.waitingSequence), asc(registrations.number))
      .all();
    if (rows.length !== input.registrationIds.length) refuse("notFound");
    const { seatsTaken } = load(db, course.id);
    const { moved, refused } = decide(rows, input.to, { capacity: course.capacity, seatsTaken });
    if (refused.length > 0) {
      const full = refused.some((r) => r.code === "noPlaceLeft");
      refuse(full ? "noPlaceLeft" : "decisionNotAllowed", {
        params: { count: refused.length, left: moved.length },
      });
    }
    for (const row of moved) {
      move(db, viewer, row, input.to, "decided", input.reason, now);
      const message = toldOf[input.to];
      if (message) tell(db, row, course, message, now, { reason: input.reason ?? "" });
    }
    promote(db, viewer, course, now);
    audit(db, viewer, now, "registration.decide", "course", course.id, {
      to: input.to,
      ids: moved.map((r) => r.id),
    });
    return { courseId: course.id, slug: course.slug, moved: moved.length };
  });
}

/** The person gives the place back, by the token of their own registration; who waits longest moves up. */
export function withdraw(
  viewer: Viewer,
  input: z.output<typeof withdrawalSchema>,
  now: number,
): Result<{ token: string; slug: string }> {
  return change((db) => {
    demand(viewer, "registration.follow", {});
    const row =
      db.select().from(registrations).where(eq(registrations.token, input.token)).get() ?? refuse("notFound");
    const course = courseByKey(db).get({ courseId: row.courseId })!;
    if (!allows(course.state, "decide") || !mayBecome(row.state, "withdrawn")) refuse("withdrawalNotAllowed");
    move(db, viewer, row, "withdrawn", "withdrawn", input.reason, now);
    audit(db, viewer, now, "registration.withdraw", "registration", row.id);
    promote(db, viewer, course, now);
    return { token: row.token, slug: course.slug };
  });
}
