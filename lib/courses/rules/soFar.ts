import { addDays, daysFrom, isCivilDay, weekday } from "../../time/civil";
import { weekBegins } from "../../timetable/rules/grid";
import type { PlannedModule } from "../../timetable/rules/parts";
import {
  type PartMinutes,
  type ProposalOf,
  sumsOf,
  timeAgainst,
  type Weekend,
  workingDays,
} from "../../timetable/rules/propose";
import { type Asks, type TimetableKnown, usualProposal } from "../../timetable/rules/usual";

/** What a country's calendar says of days: its weekend, and holidays by day. */
export type PlanCalendar = { weekend: Weekend; holidays: Readonly<Record<string, string>> };

/** The most days of a course, as a plan takes them. */
const longest = 366;

/** True where what was typed as first and last day are days, and make a course. */
export const isSpan = (from: string, to: string) =>
  isCivilDay(from) && isCivilDay(to) && from <= to && to <= addDays(from, longest);

/** A day that is not worked, with the name of its holiday; null on weekly rest. */
export type RestDay = { day: string; holiday: string | null };

/** The days of work between two days, and those that are none, each with what it is; none of either where these make no course. */
export function daysOfPlan(
  from: string,
  to: string,
  calendar: PlanCalendar,
): { days: string[]; rest: RestDay[] } {
  if (!isSpan(from, to)) return { days: [], rest: [] };
  const days = workingDays(from, to, calendar.weekend, new Set(Object.keys(calendar.holidays)));
  const worked = new Set(days);
  return {
    days,
    rest: daysFrom(from, to)
      .filter((day) => !worked.has(day))
      .map((day) => ({ day, holiday: calendar.holidays[day] ?? null })),
  };
}

/** So many days that are not worked are named where the calendar beside them shows all. */
const mostNamed = 4;

/** The days that are not worked of which one is told: its holidays, or all where none is worked; with how many more there are than are named. */
export function restToTell(
  days: readonly string[],
  rest: readonly RestDay[],
): { named: RestDay[]; more: number } {
  const told = rest.filter(({ holiday }) => days.length === 0 || holiday !== null);
  // One more is not worth a line that counts it.
  const named = told.length <= mostNamed + 1 ? told : told.slice(0, mostNamed);
  return { named, more: told.length - named.length };
}

/** A plan as far as its hours depend on it. */
export type HoursAsked = {
  modules: readonly PlannedModule[];
  course: Asks;
  /** For how many people there are places. */
  people: number;
  /** The timetable that there is, or that is copied; null while there is none. */
  timetable?: TimetableKnown | null;
  /** True where that timetable is of these modules and days, and has all that it is to have. */
  stands?: boolean;
};

/** The proposal that the form of the timetable would begin with. */
function proposalOf({ modules, course, people, timetable }: HoursAsked, days: readonly string[]): ProposalOf {
  const asked = timetable?.asked ?? usualProposal(course, days.length, people, timetable?.hours);
  const ofGroups = new Set(timetable?.asked?.groupModuleIds);
  return {
    modules: modules.map((module) => ({ ...module, inGroups: ofGroups.has(module.id) })),
    ...{ parts: asked, days, hours: asked, staying: [], groups: timetable?.groups ?? [] },
    pauses: { ...asked, prayerFrom: asked.prayerFrom ?? asked.startsAt },
  };
}

/**
 * The minutes that a course takes, its modules with what such a course usually has beside them, against the time that its
 * days have: reckoned by proposing its timetable, so that both say the same. `spare` is what is left, less than nothing
 * where a proposal would leave something out, unless the timetable that there is has all of it; null while days or modules are not chosen.
 */
export function hoursAgainstTime(
  asked: HoursAsked,
  days: readonly string[],
): { needed: number; available: number; spare: number | null; besides: PartMinutes[] } {
  const { needed, available, leftOut, besides } = timeAgainst(proposalOf(asked, days));
  // A visit may take the time of a break: then nothing is left, and nothing left out.
  const spare = leftOut > 0 && !asked.stands ? -leftOut : Math.max(0, available - needed);
  const known = days.length > 0 && asked.modules.some(({ minutes }) => minutes > 0);
  return { needed, available, spare: known ? spare : null, besides };
}

/** How many days of work modules take at least, with what such a course usually has beside them; 0 without modules. */
export function daysNeeded(asked: HoursAsked): number {
  if (asked.modules.every(({ minutes }) => minutes === 0)) return 0;
  // A longer course has a visit and practice besides, so that what it needs grows with its days too.
  for (let count = 1; count < longest; count += 1) {
    const days = Array.from({ length: count }, (_, nth) => addDays("2027-01-01", nth));
    const { needed, available } = sumsOf(proposalOf(asked, days));
    if (needed <= available) return count;
  }
  return longest;
}

/** What a day is in the calendar of a plan. */
export type DayKind = "course" | "weekend" | "holiday" | "other";

/** A day of a month as it is drawn. */
export type CalendarDay = { day: string; kind: DayKind; within: boolean };

/**
 * The months of a course by weeks, at most `most` of them. A week begins after the country's weekend.
 * @param onRest true of what is held also where none of its days is worked: they are its days then.
 */
export function monthsOf(from: string, to: string, calendar: PlanCalendar, most = 3, onRest = false) {
  if (!isSpan(from, to)) return [];
  const all = onRest && daysOfPlan(from, to, calendar).days.length === 0;
  const firstOfWeek = weekBegins(calendar.weekend);
  const months: { month: string; weeks: (CalendarDay | null)[][] }[] = [];
  for (let month = from.slice(0, 7); month <= to.slice(0, 7) && months.length < most; month = after(month)) {
    const days = daysFrom(`${month}-01`, addDays(`${after(month)}-01`, -1)).map((day) => ({
      day,
      kind: all && day >= from && day <= to ? ("course" as const) : kindOf(day, from, to, calendar),
      within: day >= from && day <= to,
    }));
    const lead = (weekday(`${month}-01`) - firstOfWeek + 7) % 7;
    const cells: (CalendarDay | null)[] = [...Array.from({ length: lead }, () => null), ...days];
    while (cells.length % 7 > 0) cells.push(null);
    const weeks = Array.from({ length: cells.length / 7 }, (_, i) => cells.slice(i * 7, i * 7 + 7));
    months.push({ month, weeks });
  }
  return months;
}

const after = (month: string) => addDays(`${month}-28`, 7).slice(0, 7);

function kindOf(day: string, from: string, to: string, calendar: PlanCalendar): DayKind {
  if (calendar.holidays[day] !== undefined) return "holiday";
  if (calendar.weekend.includes(weekday(day))) return "weekend";
  return day >= from && day <= to ? "course" : "other";
}
