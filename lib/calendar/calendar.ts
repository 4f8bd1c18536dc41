import ical, { type ICalCalendar, ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { civilMoment, instantOf } from "../time/zone";
import { vtimezone } from "./vtimezone";

export type CalendarEntry = {
  /** Stays the same for as long as it is the same event, so that calendars change it instead of adding another. */
  id: string;
  /** Grows with every change of the event (RFC 5545, 3.8.7.4); a calendar passes over what is not newer. */
  sequence: number;
  lastModified: number;
  status: "planned" | "tentative" | "cancelled";
  summary: string;
  location: string;
  /** What else there is to say; null where there is nothing. */
  description: string | null;
  /** Where more is to be read; null where there is no page for whoever reads the calendar. */
  url: string | null;
  /** Civil day and times, and the zone in which they were agreed on. */
  day: string;
  startsAt: string;
  endsAt: string;
  zone: string;
};

const statuses = {
  planned: null,
  tentative: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
} as const;

/** How often a calendar that subscribes is asked to look again, in seconds. */
const lookAgain = 3600;

/** The span of instants of the entries of each zone, for which the clocks of the zone are said. */
function spans(entries: readonly CalendarEntry[]): ReadonlyMap<string, readonly [number, number]> {
  const found = new Map<string, readonly [number, number]>();
  for (const { day, startsAt, endsAt, zone } of entries) {
    const [from, to] = found.get(zone) ?? [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    const span = [Math.min(from, instantOf(day, startsAt, zone)), Math.max(to, instantOf(day, endsAt, zone))];
    found.set(zone, [span[0]!, span[1]!]);
  }
  return found;
}

function addEntry(calendar: ICalCalendar, entry: CalendarEntry): void {
  calendar.createEvent({
    id: entry.id,
    // As old as the event itself, so that a calendar in which nothing changed is the same text.
    stamp: new Date(entry.lastModified),
    sequence: entry.sequence,
    lastModified: new Date(entry.lastModified),
    status: statuses[entry.status],
    start: civilMoment(entry.day, entry.startsAt),
    end: civilMoment(entry.day, entry.endsAt),
    timezone: entry.zone,
    summary: entry.summary,
    location: entry.location || null,
    description: entry.description,
    url: entry.url,
  });
}

/** Sessions as an iCalendar file: civil times with their zone, whose clocks the file says itself. */
export function calendarFile(name: string, entries: readonly CalendarEntry[]): string {
  const known = spans(entries);
  const calendar = ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: "Cascade", product: "Cascade" },
    ttl: lookAgain,
    timezone: {
      name: null,
      generator: (zone: string) => {
        const span = known.get(zone);
        return span ? vtimezone(zone, ...span) : null;
      },
    },
  });
  for (const entry of entries) addEntry(calendar, entry);
  // What is said of the whole calendar comes before its parts (RFC 5545, 3.6); the library puts the zones in between.
  return calendar
    .toString()
    .replace(
      /(BEGIN:VTIMEZONE[\s\S]*END:VTIMEZONE\r\n)((?:(?:REFRESH-INTERVAL|X-PUBLISHED-TTL)[^\r]*\r\n)+)/,
      "$2$1",
    );
}
