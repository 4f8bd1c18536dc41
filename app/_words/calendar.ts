import { createTranslator } from "next-intl";
import type { CalendarEntry } from "@/lib/calendar/calendar";
import { processSettings } from "@/lib/env/settings";
import type { Feed, FeedEvent } from "@/lib/feeds/queries";
import { commas, dotBetween, inLanguage, type Locale } from "@/lib/i18n/rules";
import { titleIn } from "@/lib/timetable/rules/titles";
import { messagesOf } from "./messages";

/** Where more is to be read of the course of an event. */
function pageOf({ course, id }: FeedEvent): string | null {
  const { publicUrl } = processSettings();
  if (course?.page === "desk") return `${publicUrl}/desk/courses/${course.id}/timetable?show=${id}`;
  return course?.page === "public" ? `${publicUrl}/courses/${course.slug}` : null;
}

/** Events as a calendar file says them, in the language of whose calendar it is. Nobody is named. */
export function calendarEntries(events: readonly FeedEvent[], locale: Locale): CalendarEntry[] {
  const messages = messagesOf(locale);
  const kind = createTranslator({ locale, messages, namespace: "sessionKind" });
  const t = createTranslator({ locale, messages, namespace: "calendarFeed" });
  const online = createTranslator({ locale, messages, namespace: "online" });
  const { host } = new URL(processSettings().publicUrl);
  return events.map((event) => {
    const { course } = event;
    const what = event.moduleTitle
      ? inLanguage(event.moduleTitle, locale).text
      : (titleIn(event.title, locale) ?? kind(event.kind));
    return {
      id: `session-${event.id}@${host}`,
      sequence: event.sequence,
      lastModified: event.lastModified,
      status: event.state,
      summary: course
        ? [what, event.group, inLanguage(course.title, locale).text].filter(Boolean).join(dotBetween)
        : t("busy"),
      location: course
        ? event.isOnline
          ? (event.joinAt ?? online("online"))
          : commas(
              [
                event.room,
                event.venue ?? course.venue,
                event.venuePlace ?? inLanguage(course.place, locale).text,
              ],
              locale,
            )
        : "",
      description: null,
      url: pageOf(event),
      day: event.day,
      startsAt: event.startsAt,
      endsAt: event.endsAt,
      zone: event.zone,
    };
  });
}

/** What a calendar to subscribe to is called: its owner sees it in the list of their calendars. */
export function calendarName({ of }: Feed, locale: Locale): string {
  const t = createTranslator({ locale, messages: messagesOf(locale), namespace: "calendarFeed" });
  if (of.feed === "course") return inLanguage(of.course.title, locale).text;
  if (of.feed === "room") return `${of.venue}${dotBetween}${of.room}`;
  return t(of.feed === "mine" ? "nameMine" : "nameTrainer");
}
