import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";

export type CalendarEntry = {
  /** Stays the same for as long as it is the same event, so that calendars change it instead of adding another. */
  id: string;
  /** Grows with every change of the event (RFC 5545, 3.8.7.4); a calendar passes over what is not newer. */
  sequence: number;
  lastModified: number;
  cancelled: boolean;
  summary: string;
  location: string;
  url: string;
  /** Instants in ms. */
  start: number;
  end: number;
};

/** Sessions as an iCalendar file, times in UTC so that every phone shows its own. */
export function calendarFile(name: string, entries: readonly CalendarEntry[], stamp: number): string {
  const calendar = ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: "Cascade", product: "Cascade" },
  });
  for (const entry of entries)
    calendar.createEvent({
      id: entry.id,
      stamp: new Date(stamp),
      sequence: entry.sequence,
      lastModified: new Date(entry.lastModified),
      status: entry.cancelled ? ICalEventStatus.CANCELLED : null,
      start: new Date(entry.start),
      end: new Date(entry.end),
      summary: entry.summary,
      location: entry.location,
      url: entry.url,
    });
  return calendar.toString();
}
