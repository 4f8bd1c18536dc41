import type { CourseState } from "../../../db/values/courses";
import { locales, type Translated } from "../../i18n/rules";
import { daysBetween, daysFrom, isCivilTime, minutesOf } from "../../time/civil";
import { type Weekend, workingDays } from "../../timetable/rules/propose";
import { allows, sameSet } from "../rules";

/** What of a workshop an approval is about. */
export const approvalAspects = ["days", "place", "content", "expected"] as const;

export type ApprovalAspect = (typeof approvalAspects)[number];

type Approved = {
  startsOn: string | null;
  endsOn: string | null;
  country: string;
  place: Translated;
  venueId: number | null;
  moduleIds: readonly number[];
  capacity: number;
};

/**
 * In what a workshop is another one than was approved. Fewer people, and up to half more than `approvedCapacity`, are
 * still what was approved.
 */
export function approvedAspects(
  before: Approved,
  after: Approved,
  approvedCapacity: number,
): ApprovalAspect[] {
  const differs: Record<ApprovalAspect, boolean> = {
    days: before.startsOn !== after.startsOn || before.endsOn !== after.endsOn,
    place:
      before.country !== after.country ||
      before.venueId !== after.venueId ||
      locales.some((locale) => before.place[locale] !== after.place[locale]),
    content: !sameSet(before.moduleIds, after.moduleIds),
    expected: after.capacity > before.capacity && after.capacity > 1.5 * approvedCapacity,
  };
  return approvalAspects.filter((aspect) => differs[aspect]);
}

/** States to which a trainer takes their own workshop; to draft, and back to registration, a coordinator does. */
const schedulerSteps: readonly CourseState[] = ["running", "closed", "cancelled"];

/** True where whose own workshop it is may take it to that state, whatever its table allows. */
export const isSchedulerStep = (to: CourseState): boolean => schedulerSteps.includes(to);

type Startable = { state: CourseState; scheduledBy: number | null; startsOn: string | null };

/** True once the first day of a course has come, on a civil day at its place. */
export const firstDayCame = ({ startsOn }: { startsOn: string | null }, today: string): boolean =>
  startsOn !== null && startsOn <= today;

/** True where the first mark on its roll starts a workshop: it is open, and its first day has come. */
export const startsWithRoll = (course: Startable, today: string): boolean =>
  course.state === "open" && course.scheduledBy !== null && firstDayCame(course, today);

/** True where marks are taken on a civil day at the course's place. */
export const rollIsOpen = (course: Startable, today: string): boolean =>
  allows(course.state, "roll") || startsWithRoll(course, today);

/** True where somebody who walked in can be registered and marked at once, on a civil day at the course's place. */
export const takesWalkIns = (course: Startable, today: string): boolean =>
  rollIsOpen(course, today) && allows(course.state, "decide");

/** What a trainer's workshop begins with: a day of six hours of modules with an opening, for a sensible group. */
export const usualWorkshop = {
  hours: { startsAt: "09:00", endsAt: "16:00", breakFrom: "12:00", breakMinutes: 30 },
  capacity: 25,
} as const;

/**
 * The minutes that so many days of these hours have room for, where modules of `asked` minutes take more; null where they
 * go into them, and where days or hours are not chosen.
 */
export function hoursBeyond(
  asked: number,
  days: number,
  { from, to, pause }: { from: string; to: string; pause: number },
): number | null {
  if (days === 0 || !isCivilTime(from) || !isCivilTime(to) || !Number.isFinite(pause)) return null;
  const room = days * (minutesOf(to) - minutesOf(from) - pause);
  return room > 0 && asked > room ? room : null;
}

/** Days before and after today within which the year of a workshop is not in doubt. */
export const yearDays = 366;

/** True where a day is so far from today that its year was probably mistyped. */
export const yearInDoubt = (day: string, today: string): boolean =>
  Math.abs(daysBetween(day, today)) > yearDays;

/**
 * The same for a course that moves: one that is planned years away was meant to be, and its new day is in doubt where it
 * is far from that too.
 */
export const moveInDoubt = (day: string, before: string, today: string): boolean =>
  yearInDoubt(day, today) && (!yearInDoubt(before, today) || yearInDoubt(day, before));

/** How a workshop is recorded: one whose last day is over was held already, and its roll can be taken at once. */
export const recordedAs = (
  endsOn: string,
  today: string,
): { state: "open" | "running"; enteredAfterwards: boolean } =>
  endsOn < today
    ? { state: "running", enteredAfterwards: true }
    : { state: "open", enteredAfterwards: false };

/**
 * The days of a workshop on which there are sessions: those that are worked, or all of them where none is, for a
 * village meets when it is free.
 */
export function workshopDays(
  from: string,
  to: string,
  weekend: Weekend,
  holidays: ReadonlySet<string>,
): string[] {
  const worked = workingDays(from, to, weekend, holidays);
  return worked.length > 0 ? worked : daysFrom(from, to);
}

/** For whom a workshop is, each said once: the organisations that were chosen, and its trainer's own words. */
export const forWhom = ({
  organisations,
  audience,
}: {
  organisations: readonly { name: string }[];
  audience: string | null;
}): string[] => [...new Set([...organisations.map(({ name }) => name), ...(audience ? [audience] : [])])];
