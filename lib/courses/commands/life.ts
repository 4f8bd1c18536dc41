import type * as z from "zod";
import type { GrantedCourse } from "../../access/gate";
import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { promote } from "../../admission/commands/promote";
import { bringBack, release, tellCancelled } from "../../admission/commands/release";
import { settle, unsettle } from "../../admission/commands/settle";
import { keepReason } from "../../audit/store";
import { settlePrepared } from "../../certificates/commands/prepare";
import { type FieldFault, fault } from "../../faults";
import { countRegistrations } from "../../registrations/store";
import { callOffTraining } from "../../requests/commands/callOff";
import { refuse, refuseAt } from "../../result";
import { dayAt } from "../../time/zone";
import { countSessions, lastSession } from "../../timetable/store";
import { endingIn } from "../queries/course";
import { type CourseState, earlyStep, endingWord, isTentative, transitionFault } from "../rules";
import { hasEnded } from "../rules/ended";
import { firstDayCame, isSchedulerStep } from "../rules/workshops";
import { courseStateSchema } from "../schema";
import { modulesIn, trainersIn, updateCourse } from "../store";
import { countStanding } from "../store/rows";

type Step = z.output<typeof courseStateSchema>;
type Course = GrantedCourse<"course.run">;

/** Refuses a step that the course is not ready for, or that needs a reason. */
function demandReady(cx: Context, course: Course, { to, reason }: Step): void {
  const wrong = transitionFault(
    {
      state: course.state,
      datesKnown: course.startsOn !== null,
      moduleCount: modulesIn(cx, course.id).length,
      sessionCount: countSessions(cx, course.id),
      trainerCount: trainersIn(cx, course.id).length,
      registrationCount: countRegistrations(cx, course.id),
      certificateCount: countStanding(cx, course.id),
    },
    to,
    reason,
  );
  if (wrong === "reasonRequired") refuseAt({ reason: fault("reasonRequired") });
  if (wrong) refuse(wrong);
}

/**
 * What ending the course does, as the person was told it; where that is no longer true, or was never said, they are
 * asked again. Returns how many rolls are missing.
 */
function agreedEnding(cx: Context, course: Course, foreseen: string | null | undefined): number {
  const ending = endingIn(cx, course);
  if (foreseen !== endingWord(ending)) refuse("endingChanged", { params: ending });
  return ending.missingRolls;
}

/** The step where it comes before its day: its kind, the day it should wait for, and what to say beside the reason. */
function stepBeforeItsDay(cx: Context, course: Course, to: CourseState) {
  const last = lastSession(cx, course.id);
  const today = dayAt(cx.now, course.zone);
  const lastSessionStart = last?.startInstant ?? null;
  const kind = earlyStep(course.state, to, { ...course, now: cx.now, today, lastSessionStart });
  if (kind === null) return null;
  const day = (kind === "course.start" ? course.startsOn : (last?.day ?? course.endsOn)) ?? today;
  return {
    kind,
    day,
    fault: fault(kind === "course.start" ? "startEarly" : "endEarly", { params: { day: { day } } }),
  };
}

/** Refuses a step before its day without a reason, which is kept, and an end with rolls that nobody agreed to leave out. */
function demandAgreed(cx: Context, course: Course, { to, reason, foreseen, withoutRolls }: Step): void {
  const missingRolls = to === "closed" ? agreedEnding(cx, course, foreseen) : 0;
  const early = stepBeforeItsDay(cx, course, to);
  const fields: Record<string, FieldFault> = {};
  if (early && !reason) fields.reason = early.fault;
  if (missingRolls > 0 && !withoutRolls) fields.withoutRolls = fault("tickMissingRolls");
  if (Object.keys(fields).length > 0) refuseAt(fields);
  if (early && reason) keepReason(cx, { kind: early.kind, courseId: course.id, ground: early.day }, reason);
}

/** What a step makes of the people of a course, granted as it is after it. */
function settlePeople(cx: Context, course: Course, from: CourseState, reason: string | null): void {
  const { state: to } = course;
  if (to === "closed") {
    settle(cx, course);
    release(cx, course);
  }
  if (hasEnded(course)) settlePrepared(cx, course);
  if (to === "running" && from === "closed") {
    unsettle(cx, course);
    bringBack(cx, course);
  }
  if (to === "cancelled") {
    tellCancelled(cx, course, reason ?? "");
    callOffTraining(cx, course, reason ?? "");
  }
  promote(cx, course);
}

/**
 * Takes a course to another state of its life. Ending it settles who attended and releases who waits; it is done only
 * where the person was told what it does as it is now (`foreseen`), and rolls may be missing only by a tick. A start or
 * an end before its day needs a reason, which is kept.
 */
export const setCourseState = command("course.run", courseStateSchema, (cx, input) => {
  const course = gate.course(cx, "course.run", input.courseId);
  const { from, to, reason } = input;
  // Whose own workshop it is starts, ends and cancels it; the rest is a coordinator's.
  if (!isSchedulerStep(to)) gate.courseFor(cx, "course.edit", course);
  if (course.countedBy === "numbers") refuse("courseByNumbers");
  if (course.state !== from) refuse("stale");
  // Confirmed meanwhile, it is not cancelled by whoever read that it is not certain.
  if (to === "cancelled" && input.tentative === "yes" && !isTentative(course)) refuse("stale");
  // What began meanwhile is not cancelled by whoever read that it is to come.
  if (to === "cancelled" && input.begun === "no" && firstDayCame(course, dayAt(cx.now, course.zone)))
    refuse("cancelBegun");
  demandReady(cx, course, input);
  demandAgreed(cx, course, input);
  updateCourse(cx, course.id, {
    state: to,
    stateReason: to === "cancelled" ? reason : null,
    // What has begun takes place.
    ...(to === "running" && isTentative(course) ? { confirmedAt: cx.now } : {}),
    updatedAt: cx.now,
    version: course.version + 1,
  });
  settlePeople(cx, gate.course(cx, "course.run", course.id), from, reason);
  happened(cx, { kind: "course.state-changed", courseId: course.id, from, to });
  return { courseId: course.id, slug: course.slug };
});
