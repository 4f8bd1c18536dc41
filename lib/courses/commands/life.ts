import { and, desc, eq, sql } from "drizzle-orm";
import type * as z from "zod/mini";
import {
  certificateStands,
  certificates,
  courseModules,
  courses,
  courseTrainers,
  registrations,
  sessions,
} from "@/db/schema";
import { demand } from "../../access/demand";
import { change } from "../../acts/command";
import type { Context } from "../../acts/context";
import { bringBack, promote, release, tellCancelled } from "../../admission/commands";
import { unsettle } from "../../admission/commands/settle";
import { settle } from "../../attendance/commands";
import { audit, keepReason } from "../../audit/commands";
import { settlePrepared } from "../../certificates/commands";
import { type Result, refuse, withParams } from "../../result";
import { dayAt } from "../../time/zone";
import { endingIn } from "../queries";
import { type CourseState, earlyStep, endingWord, isSchedulerStep, transitionFault } from "../rules";
import type { courseStateSchema } from "../schema";
import { courseFor } from "./course";

type Course = typeof courses.$inferSelect;

/**
 * Takes a course to another state of its life. Ending it settles who attended and releases who waits; it is done only
 * where the person was told what it does as it is now (`foreseen`), and rolls may be missing only by a tick. A start or
 * an end before its day needs a reason, which is kept.
 */
export function setCourseState(
  cx: Context,
  input: z.output<typeof courseStateSchema>,
): Result<{ courseId: number; slug: string }> {
  return change(cx, () => {
    const course = courseFor(cx, input.courseId, "course.run");
    // Whose own workshop it is starts, ends and cancels it; the rest is a coordinator's.
    if (!isSchedulerStep(input.to)) demand(cx.viewer, "course.edit", { programmeId: course.programmeId });
    if (course.countedBy === "numbers") refuse("courseByNumbers");
    if (course.state !== input.from) refuse("stale", { changed: { state: course.state } });
    const count = (
      table: typeof courseModules | typeof sessions | typeof courseTrainers | typeof registrations,
    ) => cx.db.select({ n: sql<number>`count(*)` }).from(table).where(eq(table.courseId, course.id)).get()!.n;
    const certificateCount = cx.db
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
    const missingRolls = input.to === "closed" ? agreedEnding(cx, course.id, input.foreseen) : 0;
    const early = stepBeforeItsDay(cx, course, input.to);
    const fields: Record<string, string> = {};
    if (early && !input.reason) fields.reason = early.fault;
    if (missingRolls > 0 && !input.withoutRolls) fields.withoutRolls = "tickMissingRolls";
    if (Object.keys(fields).length > 0) refuse("invalid", { fields });
    if (early && input.reason)
      keepReason(cx, { kind: early.kind, courseId: course.id, ground: early.day }, input.reason);
    const stateReason = input.to === "cancelled" ? input.reason : null;
    const changed = cx.db
      .update(courses)
      .set({ state: input.to, stateReason, updatedAt: cx.now, version: course.version + 1 })
      .where(eq(courses.id, course.id))
      .returning()
      .get();
    if (input.to === "closed") {
      settle(cx, and(eq(registrations.courseId, course.id), eq(registrations.state, "accepted")));
      release(cx, changed);
    }
    if (input.to === "closed" || input.to === "cancelled") settlePrepared(cx, course.id);
    if (input.to === "running" && course.state === "closed") {
      unsettle(cx, course.id);
      bringBack(cx, changed);
    }
    if (input.to === "cancelled") tellCancelled(cx, changed, input.reason ?? "");
    promote(cx, changed);
    audit(cx, "course.state", "course", course.id, { from: course.state, to: input.to });
    return { courseId: course.id, slug: course.slug };
  });
}

/**
 * What ending the course does, as the person was told it; where that is no longer true, or was never said, they are
 * asked again. Returns how many rolls are missing.
 */
function agreedEnding(cx: Context, courseId: number, foreseen: string | null | undefined): number {
  const ending = endingIn(cx, courseId);
  if (foreseen !== endingWord(ending)) refuse("endingChanged", { params: ending });
  return ending.missingRolls;
}

/** The step where it comes before its day: its kind, the day it should wait for, and what to say beside the reason. */
function stepBeforeItsDay(cx: Context, course: Course, to: CourseState) {
  const last = cx.db
    .select({ day: sessions.day, startInstant: sessions.startInstant })
    .from(sessions)
    .where(eq(sessions.courseId, course.id))
    .orderBy(desc(sessions.startInstant))
    .limit(1)
    .get();
  const today = dayAt(cx.now, course.zone);
  const kind = earlyStep(course.state, to, {
    ...course,
    now: cx.now,
    today,
    lastSessionStart: last?.startInstant ?? null,
  });
  if (kind === null) return null;
  const day = (kind === "course.start" ? course.startsOn : (last?.day ?? course.endsOn)) ?? today;
  return { kind, day, fault: withParams(kind === "course.start" ? "startEarly" : "endEarly", { day }) };
}
