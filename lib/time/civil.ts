/** Civil days and times as text (`2027-03-08`, `09:30`), without zone or clock. Runs in the browser. */

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const timePattern = /^([01]\d|2[0-3]):([0-5]\d)$/;
const dayMs = 86_400_000;

const toUtc = (day: string) => Date.parse(`${day}T00:00:00Z`);
const fromUtc = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** The years whose days are taken. */
export const civilYears = { min: 1900, max: 2199 } as const;

/** True for a day that exists in the calendar (29 February only in leap years), in whatever year. */
function exists(text: string): boolean {
  const ms = toUtc(text);
  return dayPattern.test(text) && !Number.isNaN(ms) && fromUtc(ms) === text;
}

const inYears = (text: string) =>
  Number(text.slice(0, 4)) >= civilYears.min && Number(text.slice(0, 4)) <= civilYears.max;

/** True for a day that exists and is taken (`civilYears`). */
export const isCivilDay = (text: string): boolean => exists(text) && inYears(text);

/** True for a day that exists, in a year too far away to be taken. */
export const isFarDay = (text: string): boolean => exists(text) && !inYears(text);

/** True for a time of day written HH:MM. */
export function isCivilTime(text: string): boolean {
  return timePattern.test(text);
}

/** The day `count` days later (earlier where negative). */
export function addDays(day: string, count: number): string {
  return fromUtc(toUtc(day) + count * dayMs);
}

/** Days from the first to the second day; 0 on the same day. */
export function daysBetween(from: string, to: string): number {
  return Math.round((toUtc(to) - toUtc(from)) / dayMs);
}

/** ISO weekday: Monday 1 to Sunday 7. */
export function weekday(day: string): number {
  return new Date(toUtc(day)).getUTCDay() || 7;
}

/** Every day from the first to the last, both included. */
export function daysFrom(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/** Minutes after midnight of a time HH:MM. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** True where two civil days are of one year. */
export const sameYear = (a: string, b: string): boolean => a.slice(0, 4) === b.slice(0, 4);
