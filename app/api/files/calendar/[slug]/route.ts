import type { NextRequest } from "next/server";
import { keyIn } from "@/app/_server/asked";
import { calendarResponse } from "@/app/_server/calendar";
import { publicContext } from "@/app/_server/context";
import { fileLocale, fileNotFound } from "@/app/_server/files";
import { calendarEntries } from "@/app/_words/calendar";
import { calendarFile } from "@/lib/calendar/calendar";
import { publicCourse } from "@/lib/courses/queries";
import { publicEvents } from "@/lib/feeds/queries";
import { inLanguage } from "@/lib/i18n/rules";

/**
 * Everyone (`public.read`): the sessions of a public course for one's own calendar, or one of them (`?session=`), or
 * those of everybody with those of a group (`?group=`; without a key those of everybody alone). What changes keeps its
 * identity and gets a higher sequence; the events of a cancelled course, and sessions taken out, are cancelled.
 */
export async function GET(request: NextRequest, { params }: { params: Promise<{ slug: string }> }) {
  const cx = publicContext();
  const course = publicCourse(cx, (await params).slug);
  const { searchParams } = request.nextUrl;
  const [asked, group] = [searchParams.get("session"), searchParams.get("group")];
  const which = {
    sessionId: asked === null ? null : keyIn(asked),
    groupId: group === null ? undefined : group === "" ? null : keyIn(group),
  };
  const events = course ? publicEvents(cx, course, which) : [];
  if (!course || (asked !== null && events.length === 0)) return fileNotFound(request);
  const locale = fileLocale(request);
  const file = calendarFile(inLanguage(course.title, locale).text, calendarEntries(events, locale));
  return calendarResponse(request, file, course.slug);
}
