import { Temporal } from "temporal-polyfill";

/** True for a zone that the IANA data of this process know. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return /^[A-Z]/.test(zone);
  } catch {
    return false;
  }
}

/** The instant (ms since the epoch, UTC) at which a civil day and time come in a zone; in a gap, the later one. */
export function instantOf(day: string, time: string, zone: string): number {
  return Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).epochMilliseconds;
}

/** The civil day in a zone at an instant. */
export function dayAt(instant: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** The first and the last of the civil days that it is anywhere at an instant: zones are up to 12 hours behind UTC and 14 before it. */
export const daysSomewhere = (instant: number): readonly [first: string, last: string] => [
  dayAt(instant, "Etc/GMT+12"),
  dayAt(instant, "Etc/GMT-14"),
];

/** The time of day HH:MM in a zone at an instant. */
export function timeAt(instant: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(zone)
    .toPlainTime()
    .toString({ smallestUnit: "minute" });
}

/** The same day so many months later; the last day of the month where it has no such day. */
export function addMonths(day: string, months: number): string {
  return Temporal.PlainDate.from(day).add({ months }).toString();
}
