import { createTranslator } from "next-intl";
import type { CalendarEntry } from "@/lib/calendar/calendar";
import { processSettings } from "@/lib/env/settings";
import type { CourseOnCalendar, Feed, FeedEvent } from "@/lib/feeds/queries";
import { commas, dotBetween, inLanguage, type Locale } from "@/lib/i18n/rules";
import { titleIn } from "@/lib/timetable/rules/titles";
import { messagesOf } from "./messages";
import { interpretationOnPaper, notCertainOnPaper } from "./papers";

/** Where more is to be read of the course of an event. */
function pageOf({ course, id }: FeedEvent): string | null {
  const { publicUrl } = processSettings();
  if (course?.page === "desk") return `${publicUrl}/desk/courses/${course.id}/timetable?show=${id}`;
  return course?.page === "public" ? `${publicUrl}/courses/${course.slug}` : null;
}

/** What a session is called, as in its timetable: its own title, else its tool and module, else its kind. */
function called(event: FeedEvent, locale: Locale, ofKind: (kind: FeedEvent["kind"]) => string): string {
  const own = titleIn(event.title, locale);
  if (own || !event.moduleTitle) return own ?? ofKind(event.kind);
  const tool = event.toolTitle ? inLanguage(event.toolTitle, "en").text : "";
  const code = `${tool} ${event.moduleCode ?? ""}`.trim();
  return [code, inLanguage(event.moduleTitle, locale).text].filter(Boolean).join(" – ");
}

/** What else is to be known of a session: that nothing is certain yet, and into which languages somebody interprets. */
function moreOf(event: FeedEvent, course: CourseOnCalendar, locale: Locale): string | null {
  const lines = [
    event.state === "cancelled" ? null : notCertainOnPaper(course, locale),
    interpretationOnPaper({ interpretedInto: event.interpretedInto, interpreter: null }, locale),
  ];
  return lines.filter(Boolean).join("\n") || null;
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
    const what = called(event, locale, kind);
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
      description: course ? moreOf(event, course, locale) : null,
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
