import { type NextRequest, NextResponse } from "next/server";
import { createTranslator } from "next-intl";
import { publicContext } from "@/app/_server/context";
import { fileNotFound } from "@/app/_server/files";
import { messagesOf } from "@/app/_words/messages";
import { readersTimes, type Timed } from "@/app/_words/times";
import { publicCourse } from "@/lib/courses/queries";
import { isLocale } from "@/lib/i18n/rules";
import { isZone } from "@/lib/time/zone";
import { courseSessions, type Session } from "@/lib/timetable/queries";
import { spanOf } from "@/lib/timetable/rules/conflicts";

/** From the first to the last hour of the online sessions of a course, on the day of the first of them. */
function wholeDays(sessions: readonly Session[]): Timed {
  const { day, zone } = sessions[0]!;
  const startsAt = sessions.map((s) => s.startsAt).sort()[0]!;
  const endsAt = sessions
    .map((s) => s.endsAt)
    .sort()
    .at(-1)!;
  const span = spanOf({ day, startsAt, endsAt }, zone);
  return { day, startsAt, endsAt, zone, startInstant: span.startsAt, endInstant: span.endsAt };
}

/**
 * Everyone (`public.read`): when the online sessions of a public course, and its days (`all`), are at the clocks of a zone (`?zone=`), in
 * words of a language (`?lang=`), by the key of each; without those that are at the same hours there. The public page is the same for everybody, so it asks for this.
 */
export async function GET(request: NextRequest, { params }: { params: Promise<{ slug: string }> }) {
  const cx = publicContext();
  const course = publicCourse(cx, (await params).slug);
  const zone = request.nextUrl.searchParams.get("zone") ?? "";
  // In the language that the address says alone: what everybody's caches keep is nobody's own.
  const locale = request.nextUrl.searchParams.get("lang");
  if (!course || zone.length > 60 || !isZone(zone) || !isLocale(locale)) return fileNotFound(request);
  const t = createTranslator({ locale, messages: messagesOf(locale), namespace: "online" });
  const online = courseSessions(cx, course).filter(({ isOnline }) => isOnline);
  const all = online.length > 0 ? [{ ...wholeDays(online), id: "all" }] : [];
  const said = [...all, ...online].flatMap((session) => {
    const times = readersTimes(session, zone, locale, t);
    return times === null ? [] : [[session.id, times] as const];
  });
  return NextResponse.json(Object.fromEntries(said), { headers: { "Cache-Control": "public, max-age=60" } });
}
