import type { TimetablePaper } from "@/lib/documents/papers";
import { breakable, rangeOnPaper, timeRange } from "@/lib/i18n/format";
import { commas, isolate, type Locale, nameFor } from "@/lib/i18n/rules";
import { zoneOfCourse } from "@/lib/i18n/zoneNames";
import { addDays, weekday } from "@/lib/time/civil";
import type { Session } from "@/lib/timetable/queries";
import { messagesOf } from "./messages";
import {
  type CourseOnPaper,
  dayWithYear,
  isBeforeNoon,
  paperHead,
  paperWords,
  sessionOnPaper,
} from "./papers";

/** The first day of a week (Monday 1) where these are not worked: the one after them. */
const dayAfter = (weekend: readonly number[]) =>
  [7, 1, 2, 3, 4, 5, 6].find((day) => !weekend.includes(day) && weekend.includes(day === 1 ? 7 : day - 1)) ??
  1;

/** The timetable of a course, a table for each week of its country. */
export function timetablePaper(
  course: CourseOnPaper & { zone: string; mode: "venue" | "online" },
  sessions: readonly Session[],
  weekend: readonly number[],
  language: Locale,
): TimetablePaper {
  const t = paperWords(language);
  const head = paperHead(course, language, t("timetable"));
  const firstWeekday = dayAfter(weekend);
  const weekOf = (day: string) => addDays(day, -((weekday(day) - firstWeekday + 7) % 7));
  const weeks = [...new Set(sessions.map((s) => weekOf(s.day)))];
  return {
    kind: "timetable",
    ...head,
    lines: [...head.lines, t("zone", { zone: zoneOfCourse(course, language) })],
    weeks: weeks.map((week) =>
      ofWeek(
        sessions.filter((s) => weekOf(s.day) === week),
        language,
      ),
    ),
    none: t("noSessions"),
  };
}

function ofWeek(sessions: readonly Session[], language: Locale): TimetablePaper["weeks"][number] {
  const t = paperWords(language);
  const { provisional } = messagesOf(language).asks;
  const days = [...new Set(sessions.map((s) => s.day))];
  const said = (s: Session) => ({
    time: breakable(timeRange(s.startsAt, s.endsAt, language)),
    title: sessionOnPaper(s, language).whole,
    lines: [
      s.room,
      commas(
        [
          ...s.trainers.map((trainer) => isolate(nameFor(trainer, language), language)),
          ...s.asked.map((one) => `${isolate(nameFor(one, language), language)} (${provisional})`),
        ],
        language,
      ),
    ].flatMap((line) => line || []),
  });
  const halves = [
    { title: t("morning"), of: sessions.filter(isBeforeNoon) },
    { title: t("afternoon"), of: sessions.filter((s) => !isBeforeNoon(s)) },
  ];
  return {
    title: rangeOnPaper(days[0]!, days.at(-1)!, language),
    days: days.map((day) => dayWithYear(day, language)),
    halves: halves
      .filter(({ of }) => of.length > 0)
      .map(({ title, of }) => ({
        title,
        days: days.map((day) => of.filter((s) => s.day === day).map(said)),
      })),
  };
}
