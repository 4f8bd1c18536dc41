import { getLocale } from "next-intl/server";
import * as gate from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import type { Course } from "@/lib/courses/queries";
import { yearDays } from "@/lib/courses/rules/workshops";
import { isolate, type Locale, shownIn } from "@/lib/i18n/rules";
import { zoneOfCourse } from "@/lib/i18n/zoneNames";
import { addDays } from "@/lib/time/civil";
import { ownTeaching } from "@/lib/timetable/queries";
import type { TaughtThen } from "@/lib/timetable/rules/ownHours";

/** What somebody teaches on a day in another course, with what that is called and by which clocks its hours are. */
export type OwnTaught = TaughtThen & { title: string; city: string };

/**
 * What whoever plans their own workshop teaches in other courses from a civil day on, for as long as a workshop is planned
 * ahead: once a day and course, with its hours. None where the workshop is somebody else's.
 */
export async function ownTaught(
  cx: Context,
  course: Course | undefined,
  today: string,
): Promise<OwnTaught[]> {
  if (course && course.scheduledBy !== cx.viewer.personId) return [];
  const locale = (await getLocale()) as Locale;
  const days = ownTeaching(cx, gate.self(cx), today, addDays(today, yearDays));
  return days.flatMap(({ day, sessions }) => {
    const others = sessions.filter(({ courseId }) => courseId !== course?.id);
    return [...new Set(others.map(({ courseId }) => courseId))].map((courseId) => {
      const own = others.filter((one) => one.courseId === courseId);
      const [first] = own as [(typeof own)[number], ...typeof own];
      return {
        day,
        startsAt: own.map(({ startsAt }) => startsAt).sort()[0]!,
        endsAt: own
          .map(({ endsAt }) => endsAt)
          .sort()
          .at(-1)!,
        sessions: own.map(({ startInstant, endInstant }) => ({ startsAt: startInstant, endsAt: endInstant })),
        title: isolate(shownIn(first.course.title, locale), locale),
        city: zoneOfCourse({ ...first.course, zone: first.zone }, locale),
      };
    });
  });
}
