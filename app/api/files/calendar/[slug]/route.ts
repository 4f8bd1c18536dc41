import type { NextRequest } from "next/server";
import { createTranslator } from "next-intl";
import { publicContext } from "@/app/_server/context";
import { fileLocale, fileNotFound } from "@/app/_server/files";
import { messagesOf } from "@/app/_words/messages";
import { calendarFile } from "@/lib/calendar/calendar";
import { publicCourse } from "@/lib/courses/queries";
import { processSettings } from "@/lib/env/settings";
import { commas, inLanguage } from "@/lib/i18n/rules";
import { clock } from "@/lib/time/clock";
import { courseSessions } from "@/lib/timetable/queries";

/**
 * Everyone (`public.read`): the sessions of a public course for one's own calendar. What changes keeps its identity and
 * gets a higher sequence; the events of a cancelled course are cancelled.
 */
export async function GET(request: NextRequest, { params }: { params: Promise<{ slug: string }> }) {
  const course = publicCourse(publicContext(), (await params).slug);
  if (!course) return fileNotFound(request);
  const locale = fileLocale(request);
  const t = createTranslator({ locale, messages: messagesOf(locale), namespace: "sessionKind" });
  const title = inLanguage(course.title, locale).text;
  const { host } = new URL(processSettings().publicUrl);
  const entries = courseSessions(publicContext(), course).map((session) => ({
    id: `session-${session.id}@${host}`,
    sequence: session.version - 1 + course.version - 1,
    lastModified: Math.max(session.updatedAt, course.updatedAt),
    cancelled: course.state === "cancelled",
    summary: `${session.moduleTitle ? inLanguage(session.moduleTitle, locale).text : (session.title ?? t(session.kind))} · ${title}`,
    location: commas([session.room, course.venue, inLanguage(course.place, locale).text], locale),
    url: `${processSettings().publicUrl}/courses/${course.slug}`,
    start: session.startInstant,
    end: session.endInstant,
  }));
  return new Response(calendarFile(title, entries, clock()), {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Cache-Control": "private, no-cache",
      "Content-Disposition": `attachment; filename="${course.slug}.ics"`,
    },
  });
}
