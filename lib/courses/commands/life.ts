import { and, eq, inArray, sql } from "drizzle-orm";
import type * as z from "zod/mini";
import type { Db } from "@/db/client";
import {
  certificateStands,
  certificates,
  courseModules,
  courses,
  courseTrainers,
  registrations,
  sessions,
} from "@/db/schema";
import type { Viewer } from "../../access/rules";
import { settle } from "../../attendance/commands";
import { audit, change } from "../../audit/commands";
import { settlePrepared } from "../../certificates/commands";
import { moveWithCourse } from "../../registrations/commands";
import { type Result, refuse } from "../../result";
import { transitionFault } from "../rules";
import type { courseStateSchema } from "../schema";
import { courseFor } from "./course";

/** Takes a course to another state of its life. Closing it settles who attended and who did not come. */
export function setCourseState(
  viewer: Viewer,
  input: z.output<typeof courseStateSchema>,
  now: number,
): Result<{ courseId: number; slug: string }> {
  return change((db) => {
    const course = courseFor(db, viewer, input.courseId, "course.edit");
    if (course.state !== input.from) refuse("stale", { changed: { state: course.state } });
    const count = (
      table: typeof courseModules | typeof sessions | typeof courseTrainers | typeof registrations,
    ) => db.select({ n: sql<number>`count(*)` }).from(table).where(eq(table.courseId, course.id)).get()!.n;
    const certificateCount = db
      .select({ n: sql<number>`count(*)` })
      .from(certificates)
      .innerJoin(registrations, eq(registrations.id, certificates.registrationId))
      .where(and(eq(registrations.courseId, course.id), certificateStands))
      .get()!.n;
    const fault = transitionFault(
      {
        state: course.state,
        datesKnown: course.startsOn !== null,
        moduleCount: count(courseModules),
        sessionCount: count(sessions),
        trainerCount: count(courseTrainers),
        registrationCount: count(registrations),
        certificateCount,
      },
      input.to,
      input.reason,
    );
    if (fault === "reasonRequired") refuse("invalid", { fields: { reason: "reasonRequired" } });
    if (fault) refuse(fault);
    db.update(courses)
      .set({ state: input.to, stateReason: input.reason, version: course.version + 1 })
      .where(eq(courses.id, course.id))
      .run();
    if (input.to === "closed")
      settle(
        db,
        viewer,
        and(eq(registrations.courseId, course.id), eq(registrations.state, "accepted")),
        now,
      );
    if (input.to === "closed" || input.to === "cancelled") settlePrepared(db, viewer, course.id, now);
    if (input.to === "running" && course.state === "closed") unsettle(db, viewer, course.id, now);
    audit(db, viewer, now, "course.state", "course", course.id, { from: course.state, to: input.to });
    return { courseId: course.id, slug: course.slug };
  });
}

/** A course that opens again has nobody settled. */
function unsettle(db: Db, viewer: Viewer, courseId: number, now: number) {
  const rows = db
    .select({ id: registrations.id, state: registrations.state })
    .from(registrations)
    .where(and(eq(registrations.courseId, courseId), inArray(registrations.state, ["attended", "no_show"])))
    .all();
  for (const row of rows) moveWithCourse(db, viewer, row, "accepted", "course_reopened", now);
}
