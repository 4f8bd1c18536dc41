import { addDays, weekday } from "../time/civil";
import { movedDates, movedDays } from "../timetable/rules/move";

export type { KeptPlan, PlannedSession } from "../../db/values/templates";

import type { KeptPlan, PlannedSession } from "../../db/values/templates";
import { hoursToPropose } from "../timetable/rules";
import type { Weekend } from "../timetable/rules/propose";
import type { TimetableKnown } from "../timetable/rules/usual";

/** The longest name of a template, in letters. */
export const longestTemplateName = 80;

/** Which days are not worked somewhere: the weekend, and days off by their date. */
export type PlaceDays = { weekend: Weekend; free: ReadonlySet<string> };

/**
 * Where the days of a plan go when a course made from it begins on another day: its n-th working day, where it was held, to
 * the n-th working day where the new one is held.
 */
function placesOf(plan: KeptPlan, startsOn: string, was: PlaceDays, is: PlaceDays): Map<string, string> {
  if (!plan.startsOn || !plan.endsOn) return new Map();
  const used = [...new Set([plan.startsOn, ...plan.sessions.map((s) => s.day), plan.endsOn])].sort();
  return movedDays(used, plan.startsOn, startsOn, is.weekend, is.free, was);
}

/** The days of a course that is made from a plan and begins on this day or the first working day after it. */
export function datesFrom(plan: KeptPlan, startsOn: string, was: PlaceDays, is: PlaceDays) {
  const worked = (day: string) => !is.weekend.includes(weekday(day)) && !is.free.has(day);
  if (!plan.startsOn || !plan.endsOn) {
    let first = startsOn;
    while (!worked(first)) first = addDays(first, 1);
    return { startsOn: first, endsOn: first, applyBy: null };
  }
  const places = placesOf(plan, startsOn, was, is);
  const dates = {
    startsOn: plan.startsOn,
    endsOn: plan.endsOn,
    applyBy: plan.applyBy,
    decideBy: plan.decideBy ?? null,
  };
  return movedDates(dates, places.get(plan.startsOn)!, places.get(plan.endsOn)!);
}

/** What of a plan's sessions a course takes over: those with their new days, and how many it has no room for, and why. */
export type Fitted = {
  sessions: PlannedSession[];
  /** After the last day of the course, or all where it has no days. */
  late: number;
  /** Of modules that the course does not teach. */
  otherModules: number;
};

/** The sessions of a plan as they are in a course that begins and ends on these days and teaches these modules. */
export function fitted(
  plan: KeptPlan,
  course: { startsOn: string | null; endsOn: string | null; moduleIds: readonly number[] },
  was: PlaceDays,
  is: PlaceDays,
): Fitted {
  const { startsOn, endsOn, moduleIds } = course;
  const taught = plan.sessions.filter((s) => s.moduleId === null || moduleIds.includes(s.moduleId));
  const otherModules = plan.sessions.length - taught.length;
  if (!startsOn || !endsOn) return { sessions: [], late: taught.length, otherModules };
  const places = placesOf(plan, startsOn, was, is);
  const placed = taught.map((s) => ({ ...s, day: places.get(s.day)! }));
  const sessions = placed.filter((s) => s.day <= endsOn);
  return { sessions, late: placed.length - sessions.length, otherModules };
}

/** The timetable that a course made from a plan begins with, as far as its hours depend on it. */
export const timetableOfPlan = ({ sessions, asked, groups }: KeptPlan): TimetableKnown => ({
  hours: hoursToPropose(sessions),
  asked: asked ?? null,
  groups: groups.map((_, nth) => ({ id: nth + 1, people: 0 })),
});

const counted = ["sessions", "late", "otherModules", "noRoom", "noTrainer"] as const;

/**
 * What a new course took from a plan, in sessions: taken over, left out as too late or of other modules, and of those taken
 * over the ones without their room or all their trainers.
 */
export type Taken = Record<(typeof counted)[number], number>;

/** The same as one word that an address carries. */
export const takenWord = (taken: Taken): string => counted.map((what) => taken[what]).join(".");

/** Reads that word; null where it is none. */
export function readTaken(word: string): Taken | null {
  const numbers = word.split(".");
  if (numbers.length !== counted.length || !numbers.every((one) => /^\d{1,4}$/.test(one))) return null;
  return Object.fromEntries(counted.map((what, nth) => [what, Number(numbers[nth])])) as Taken;
}
