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

/** A change of the clocks of a zone: when (an instant in ms), and the offsets from UTC before and after it, in seconds. */
export type ClockChange = { readonly at: number; readonly before: number; readonly after: number };

const secondsOff = (moment: Temporal.ZonedDateTime) => Math.round(moment.offsetNanoseconds / 1e9);

/**
 * How the clocks of a zone go between two instants (ms): the offset from UTC at the first, in seconds, since when (null:
 * as far back as is known), and each change after it up to the last.
 */
export function clocksOf(zone: string, from: number, to: number) {
  const first = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone);
  // A change at the very instant is the one before what follows it.
  const begun = first.add({ milliseconds: 1 }).getTimeZoneTransition("previous");
  const changeAt = (at: Temporal.ZonedDateTime): ClockChange => ({
    at: at.epochMilliseconds,
    before: secondsOff(at.subtract({ milliseconds: 1 })),
    after: secondsOff(at),
  });
  const changes: ClockChange[] = [];
  let next = first.getTimeZoneTransition("next");
  while (next && next.epochMilliseconds <= to) {
    changes.push(changeAt(next));
    next = next.getTimeZoneTransition("next");
  }
  return { offset: secondsOff(first), since: begun && changeAt(begun), changes };
}

/** A civil day and time as they are agreed on, for a library that takes them with a zone. */
export const civilMoment = (day: string, time: string): Temporal.PlainDateTime =>
  Temporal.PlainDateTime.from(`${day}T${time}`);
