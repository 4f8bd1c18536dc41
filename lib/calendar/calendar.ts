import ical, { ICalCalendarMethod } from "ical-generator";

export type CalendarEntry = {
  id: string;
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
      start: new Date(entry.start),
      end: new Date(entry.end),
      summary: entry.summary,
      location: entry.location,
      url: entry.url,
    });
  return calendar.toString();
}
