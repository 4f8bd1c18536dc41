import type { CourseKind, CourseState } from "../../../db/values/courses";
import type { RegistrationState } from "../../../db/values/registrations";
import { undecidedStates } from "../../registrations/rules";
import { fold } from "../../text";
import { addDays, daysBetween } from "../../time/civil";

/** The most workshops that an action plan holds. */
export const mostPlanned = 4;
/** So many workshops are asked for: whoever has planned or held fewer is reminded. */
export const workshopsAsked = 2;

type Training = { kind: CourseKind; state: CourseState; countedBy: "people" | "numbers" };

/** True for a training of trainers that is under way or over, whose people are asked for an action plan. */
export const asksForPlans = (course: Training): boolean =>
  course.kind === "tot" &&
  course.countedBy === "people" &&
  (course.state === "running" || course.state === "closed");

/** True where an action plan may be made: also before a training of trainers begins, from when one can register for it. */
export const takesPlans = (course: Training): boolean =>
  asksForPlans(course) ||
  asksForPlans({ ...course, state: course.state === "open" ? "running" : course.state });

/** True of whoever is in such a course with a place, and came where it is over. */
export const isAskedForPlan = (state: RegistrationState): boolean =>
  state === "accepted" || state === "attended";

/** True of whoever may propose days for their first workshops: also who is not admitted yet. */
export const mayPlan = (state: RegistrationState): boolean =>
  isAskedForPlan(state) || state === "waiting" || (undecidedStates as readonly string[]).includes(state);

/** From so many days before the end of a training of trainers until so many after it a missing plan is asked for. */
const askedDays = { before: 3, after: 14 };

/** The first and the last civil day on which a missing plan is asked for, of a training that ends on a civil day. */
export const planAskedBetween = (endsOn: string): [first: string, last: string] => [
  addDays(endsOn, -askedDays.before),
  addDays(endsOn, askedDays.after),
];

/** True where a missing plan is asked for on a civil day, of a training that ends on another. */
export function isPlanAsked(endsOn: string, today: string): boolean {
  const [first, last] = planAskedBetween(endsOn);
  return first <= today && today <= last;
}

/** The days on which trainings end whose missing plans are asked for on a civil day. */
export const endsOfAsked = (today: string): [first: string, last: string] => [
  addDays(today, -askedDays.after),
  addDays(today, askedDays.before),
];

/** So many days after the planned one a workshop that nobody scheduled is overdue. */
const graceDays = 3;
/** One that was planned longer ago is asked about no more, in days. */
const longestDays = 90;

/** The planned days of workshops that somebody may be asked about on a civil day. */
export const daysOverdue = (today: string): [first: string, last: string] => [
  addDays(today, -longestDays),
  addDays(today, -graceDays - 1),
];

/** What became of a planned workshop: another day for it would make it planned again. */
export type PlannedState = "planned" | "scheduled" | "held" | "overdue";

/** A workshop of somebody with one tool; `place`: where it is, in every language in which that is written; `over`: it is held. */
export type OwnWorkshop = {
  toolId: number;
  startsOn: string | null;
  place: readonly string[];
  over: boolean;
};

/** A planned workshop as far as it can be told again in one that was scheduled. */
export type PlannedOne = { toolId: number; day: string; place: string };

/** How far a workshop lies from a planned one: another day, another place, so many days. One without days is the furthest. */
function distance(planned: PlannedOne, own: OwnWorkshop): readonly [number, number, number] {
  const days =
    own.startsOn === null ? Number.MAX_SAFE_INTEGER : Math.abs(daysBetween(planned.day, own.startsOn));
  const here = fold(planned.place);
  const samePlace =
    here !== "" &&
    own.place.some((place) => {
      const there = fold(place);
      return there !== "" && (there.includes(here) || here.includes(there));
    });
  return [Number(days > 0), Number(!samePlace), days];
}

/** Which of somebody's own workshops each planned one is, by their places in the two lists. */
function toldAgain(planned: readonly PlannedOne[], workshops: readonly OwnWorkshop[]): Map<number, number> {
  const pairs = planned
    .flatMap((one, of) =>
      workshops.flatMap((own, by) =>
        own.toolId === one.toolId ? [{ of, by, day: one.day, far: distance(one, own) }] : [],
      ),
    )
    .sort(
      (a, b) =>
        a.far[0] - b.far[0] ||
        a.far[1] - b.far[1] ||
        a.far[2] - b.far[2] ||
        a.day.localeCompare(b.day) ||
        a.of - b.of ||
        a.by - b.by,
    );
  const found = new Map<number, number>();
  const taken = new Set<number>();
  for (const { of, by } of pairs)
    if (!found.has(of) && !taken.has(by)) {
      found.set(of, by);
      taken.add(by);
    }
  return found;
}

/** How many workshops somebody has planned or holds: one that they scheduled as it was planned counts once. */
export function firstsSoFar(
  planned: readonly PlannedOne[],
  workshops: readonly (OwnWorkshop & { courseId: number })[],
): number {
  const courses = new Set(workshops.map(({ courseId }) => courseId));
  for (const by of toldAgain(planned, workshops).values()) courses.delete(workshops[by]!.courseId);
  return planned.length + courses.size;
}

/**
 * What became of each workshop of a plan on a civil day: each planned one is at most one of those that they hold with its tool, the
 * nearest first (the same day, then the same place, then the fewest days between), so that what was scheduled as it was planned is
 * that one, and what was planned for another day still waits.
 */
export function plannedStates(
  planned: readonly PlannedOne[],
  workshops: readonly OwnWorkshop[],
  today: string,
): PlannedState[] {
  const found = toldAgain(planned, workshops);
  return planned.map((one, at) => {
    const own = workshops[found.get(at) ?? -1];
    if (own) return own.over ? "held" : "scheduled";
    return one.day <= daysOverdue(today)[1] ? "overdue" : "planned";
  });
}

/** Which of somebody's planned workshops is said first: one that is overdue, else the next that is planned or scheduled, else one that was held. */
export function saidFirst<P extends { state: PlannedState; day: string }>(workshops: readonly P[]): P | null {
  const places = { overdue: 0, planned: 1, scheduled: 1, held: 2 };
  const place = ({ state }: P) => places[state];
  return [...workshops].sort((a, b) => place(a) - place(b) || a.day.localeCompare(b.day))[0] ?? null;
}

/** Of what somebody may be reminded: of a workshop that is overdue, or that fewer are planned than are asked for; null: of nothing. */
export const remindedOf = (
  workshops: readonly { state: PlannedState }[],
  soFar: number,
): "overdue" | "missing" | null =>
  workshops.some(({ state }) => state === "overdue") ? "overdue" : soFar < workshopsAsked ? "missing" : null;
