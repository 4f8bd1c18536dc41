import { getTranslations } from "next-intl/server";
import { currentContext } from "@/app/_server/context";
import type { Course } from "@/lib/courses/queries";
import { daysNotWorked } from "@/lib/places/queries";
import { daysFrom } from "@/lib/time/civil";

/** What a day of the course is where nobody works on it: weekend or public holiday; else null. */
export async function notWorkedIn(course: Course) {
  const cx = await currentContext();
  const t = await getTranslations("timetable");
  const days = new Map(
    daysNotWorked(cx, course.country, daysFrom(course.startsOn!, course.endsOn!)).map((d) => [d.day, d]),
  );
  return (day: string) => {
    const found = days.get(day);
    return found ? t(found.holiday ? "holiday" : "weekend") : null;
  };
}
