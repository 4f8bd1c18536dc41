import { getLocale } from "next-intl/server";
import { weekdayNear } from "@/app/_words/nearDays";
import * as gate from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import type { Course } from "@/lib/courses/queries";
import { yearDays } from "@/lib/courses/rules/workshops";
import { timeRange } from "@/lib/i18n/format";
import { dotBetween, isolate, shownIn } from "@/lib/i18n/rules";
import { addDays } from "@/lib/time/civil";
import { ownTeaching } from "@/lib/timetable/queries";
import type { AwayDays } from "./SaidAway";

/**
 * What whoever plans their own workshop teaches in other courses from a civil day on, for as long as a workshop is planned
 * ahead: a line a day and course, with its hours. None where the workshop is somebody else's.
 */
export async function ownTaught(cx: Context, course: Course | undefined, today: string): Promise<AwayDays[]> {
  if (course && course.scheduledBy !== cx.viewer.personId) return [];
  const locale = await getLocale();
  const days = ownTeaching(cx, gate.self(cx), today, addDays(today, yearDays));
  return days.flatMap(({ day, sessions }) => {
    const others = sessions.filter(({ courseId }) => courseId !== course?.id);
    return [...new Set(others.map(({ courseId }) => courseId))].map((courseId) => {
      const own = others.filter((one) => one.courseId === courseId);
      const from = own.map(({ startsAt }) => startsAt).sort()[0]!;
      const to = own
        .map(({ endsAt }) => endsAt)
        .sort()
        .at(-1)!;
      const title = isolate(shownIn(own[0]!.course.title, locale), locale);
      const said = [
        title,
        `${weekdayNear(day, today, locale)} ${isolate(timeRange(from, to, locale), locale)}`,
      ];
      return { fromDay: day, toDay: day, said: said.join(dotBetween) };
    });
  });
}
