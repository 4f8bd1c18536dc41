import { addDays, daysFrom, weekday } from "../../time/civil";
import { weekBegins } from "../../timetable/rules/grid";
import { type Weekend, workingDays } from "../../timetable/rules/propose";
import { plannedMinutes } from "../../timetable/rules/sessions";

/** What a country's calendar says of days: its weekend, and holidays by day. */
export type PlanCalendar = { weekend: Weekend; holidays: Readonly<Record<string, string>> };

/** The most days of a course, as a plan takes them. */
const longest = 366;

/** True where a first and a last day make a course. */
export const isSpan = (from: string, to: string) =>
  from !== "" && to !== "" && from <= to && to <= addDays(from, longest);

/**
 * The hours that modules take against the time that days have. `spare` is what is left, less than nothing where it does
 * not suffice; null while days or modules are not chosen.
 */
export function hoursAgainstTime({
  minutes,
  from,
  to,
  calendar,
  daily,
}: {
  /** Of all modules chosen. */
  minutes: number;
  from: string;
  to: string;
  calendar: PlanCalendar;
  daily: { startsAt: string; endsAt: string; breakMinutes: number };
}): { days: string[]; available: number; spare: number | null; holidays: string[]; weekendDays: number } {
  if (!isSpan(from, to)) return { days: [], available: 0, spare: null, holidays: [], weekendDays: 0 };
  const free = new Set(Object.keys(calendar.holidays));
  const days = workingDays(from, to, calendar.weekend, free);
  const available = days.length * Math.max(0, plannedMinutes(daily) - daily.breakMinutes);
  const all = daysFrom(from, to);
  return {
    days,
    available,
    spare: minutes > 0 ? available - minutes : null,
    holidays: all.filter((day) => free.has(day)),
    weekendDays: all.filter((day) => calendar.weekend.includes(weekday(day)) && !free.has(day)).length,
  };
}

/** How many days of work modules take at least. */
export const daysNeeded = (
  minutes: number,
  daily: { startsAt: string; endsAt: string; breakMinutes: number },
): number => Math.ceil(minutes / Math.max(1, plannedMinutes(daily) - daily.breakMinutes));

/** What a day is in the calendar of a plan. */
export type DayKind = "course" | "weekend" | "holiday" | "other";

/** A day of a month as it is drawn. */
export type CalendarDay = { day: string; kind: DayKind; within: boolean };

/** The months of a course by weeks, at most `most` of them. A week begins after the country's weekend. */
export function monthsOf(from: string, to: string, calendar: PlanCalendar, most = 3) {
  if (!isSpan(from, to)) return [];
  const firstOfWeek = weekBegins(calendar.weekend);
  const months: { month: string; weeks: (CalendarDay | null)[][] }[] = [];
  for (let month = from.slice(0, 7); month <= to.slice(0, 7) && months.length < most; month = after(month)) {
    const days = daysFrom(`${month}-01`, addDays(`${after(month)}-01`, -1)).map((day) => ({
      day,
      kind: kindOf(day, from, to, calendar),
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
