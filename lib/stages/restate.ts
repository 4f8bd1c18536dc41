import type { Context } from "../acts/context";
import type { Event } from "../acts/events";
import { courseTouchedBy } from "../acts/rules";
import { refreshedBy } from "../attendance/store/presence";
import { certifiedIn, enteredIn } from "../certificates/store/ofPerson";
import { courseRow, trainersIn } from "../courses/store";
import { programmeDays } from "../programmes/store/days";
import { trainedSessionsOf } from "../timetable/store/taughtAs";
import { judge } from "./judge";
import { nextKept } from "./rules/beside";
import { type Judged, judgeToolAgain, replaceStandings, standingSince } from "./store/standings";

/** How many people are judged at once. */
const atOnce = 200;

/** Where somebody is on a way, as it is kept. */
export function keptOf(way: ReturnType<typeof judge>[number]): Judged {
  const { personId, toolId, programmeId, history, gates, day, first, standing } = way;
  const { stage, since, modules, validUntil, byException } = standing;
  const next = nextKept(history, gates, day, first, standing);
  return {
    ...{ personId, toolId, programmeId, stage, since, modules, validUntil, byException },
    ...{ nextStep: next.step, nextMissing: next.missing, judgedOn: day },
  };
}

/**
 * Judges people anew and keeps where they are, within the open transaction. Each way is judged on the day that it is in its programme.
 * @returns how many ways were judged.
 */
export function restate(cx: Context, personIds: readonly number[]): number {
  const all = [...new Set(personIds)];
  const days = programmeDays(cx);
  let ways = 0;
  for (let from = 0; from < all.length; from += atOnce) {
    const some = all.slice(from, from + atOnce);
    const rows = judge(cx, some, days).map(keptOf);
    replaceStandings(cx, some, rows);
    ways += rows.length;
  }
  return ways;
}

/** Whom the course of an event says something of: its trainers, and who completed it where it is a training of trainers. */
function peopleOfCourse(cx: Context, event: Event): number[] {
  const courseId = courseTouchedBy(event)!;
  // A refresher counts from its own end on, while its course goes on.
  return [...refreshedBy(cx, courseId), ...ofCourse(cx, event, courseId)];
}

/** Its trainers, and who completed it. */
function ofCourse(cx: Context, event: Event, courseId: number): number[] {
  const course = courseRow(cx, courseId);
  // What is under way says nothing of anybody yet, and is told once it ended.
  if (!course || (course.state !== "closed" && event.kind !== "course.state-changed")) return [];
  const trainers = [...trainersIn(cx, course.id), ...trainedSessionsOf(cx, course.id)];
  return course.kind === "tot" ? [...trainers, ...certifiedIn(cx, course.id)] : trainers;
}

/** Whose evidence an event changes. */
function whoIsTouchedBy(cx: Context, event: Event): number[] {
  const [about] = event.kind.split(".") as [string];
  if (event.kind === "gates.set")
    return [
      ...enteredIn(cx, event.programmeId).flatMap(({ personId, day }) =>
        day >= event.inForceFrom ? personId : [],
      ),
      ...standingSince(cx, event.programmeId, event.inForceFrom),
    ];
  if (["stage", "learning", "action-plan", "certificate", "certificates"].includes(about)) {
    const of = event as {
      personId?: number;
      personIds?: readonly number[];
      registration?: { personId: number };
      registrations?: readonly { personId: number }[];
    };
    return [
      ...(of.personId === undefined ? [] : [of.personId]),
      ...(of.personIds ?? []),
      ...(of.registration ? [of.registration.personId] : []),
      ...(of.registrations ?? []).map(({ personId }) => personId),
    ];
  }
  if (["course", "record", "workshop", "timetable", "training", "roll"].includes(about))
    return peopleOfCourse(cx, event);
  return [];
}

/**
 * Keeps where those are whose evidence an event changes: what is said of somebody (`stage.…`, with `personId` or `personIds`),
 * their documents, what their course became. A tool whose modules are others is judged by the next job.
 */
export function restateAfter(cx: Context, event: Event): void {
  if (event.kind.startsWith("tool.version") && "toolId" in event) judgeToolAgain(cx, event.toolId);
  restate(cx, whoIsTouchedBy(cx, event));
}
