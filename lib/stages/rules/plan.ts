import type { CourseKind, CourseState } from "../../../db/values/courses";
import type { RegistrationState } from "../../../db/values/registrations";
import { undecidedStates } from "../../registrations/rules";
import { addDays } from "../../time/civil";

/** The most workshops that an action plan holds; the first two are asked for. */
export const mostPlanned = 4;

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

/** A workshop of somebody with one tool; `over`: it is held. */
export type OwnWorkshop = { toolId: number; startsOn: string | null; over: boolean };

/**
 * What became of each workshop of a plan on a civil day: the first planned with a tool is the first that they hold with it, and
 * so on, whichever day that has.
 */
export function plannedStates(
  planned: readonly { toolId: number; day: string }[],
  workshops: readonly OwnWorkshop[],
  today: string,
): PlannedState[] {
  const inOrder = <Row>(rows: readonly Row[], dayOf: (row: Row) => string) =>
    [...rows].sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0));
  return planned.map((one) => {
    const ofTool = inOrder(
      planned.filter(({ toolId }) => toolId === one.toolId),
      ({ day }) => day,
    );
    // Without days yet it comes last.
    const own = inOrder(
      workshops.filter(({ toolId }) => toolId === one.toolId),
      ({ startsOn }) => startsOn ?? "9999",
    )[ofTool.indexOf(one)];
    if (own) return own.over ? "held" : "scheduled";
    return one.day <= daysOverdue(today)[1] ? "overdue" : "planned";
  });
}
