import { getLocale, getTranslations } from "next-intl/server";
import { currentContext } from "@/app/_server/context";
import { Notice } from "@/app/_ui/kit/Notice";
import { moduleMinutes } from "@/lib/courses/progress";
import type { Course } from "@/lib/courses/queries";
import { hours, weekdayDay } from "@/lib/i18n/format";
import { isolate, type Locale } from "@/lib/i18n/rules";
import { daysNotWorked } from "@/lib/places/queries";
import type { Session } from "@/lib/timetable/queries";

/** What a look at the timetable of a trainer's workshop should tell: days that are not worked there, modules without room. */
export async function TimetableDoubts({
  course,
  sessions,
}: {
  course: Course;
  sessions: readonly Session[];
}) {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("workshop");
  const days = daysNotWorked(
    await currentContext(),
    course.country,
    sessions.map((s) => s.day),
  );
  const { needed, planned } = moduleMinutes(course.tools, sessions);
  if (days.length === 0 && planned >= needed) return null;
  return (
    <Notice>
      {days.map(({ day, holiday }) => (
        <p key={day}>
          {t(holiday ? "notWorkedHoliday" : "notWorked", { day: isolate(weekdayDay(day, locale), locale) })}
        </p>
      ))}
      {planned < needed ? (
        <p>
          {t("modulesShort", {
            needed: isolate(hours(needed, locale), locale),
            planned: isolate(hours(planned, locale), locale),
          })}
        </p>
      ) : null}
    </Notice>
  );
}
