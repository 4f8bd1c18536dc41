import type { SessionOnPaper, SlotOnPaper, TimetablePaper } from "@/lib/documents/papers";
import { breakable, rangeOnPaper, timeRange } from "@/lib/i18n/format";
import { commas, dotBetween, isolate, type Locale, nameFor } from "@/lib/i18n/rules";
import { zoneOfCourse } from "@/lib/i18n/zoneNames";
import { addDays, weekday } from "@/lib/time/civil";
import type { Session } from "@/lib/timetable/queries";
import { lanesOf, weekBegins } from "@/lib/timetable/rules/grid";
import { type BreaksAsked, groundOf } from "@/lib/timetable/rules/ground";
import { hoursOf } from "@/lib/timetable/rules/sessions";
import { messagesOf } from "./messages";
import {
  type CourseOnPaper,
  dayWithYear,
  interpretationOnPaper,
  isBeforeNoon,
  paperHead,
  paperWords,
  sessionOnPaper,
  whereOnPaper,
} from "./papers";

/**
 * The timetable of a course, a table for each week of its country; `upright` day by day.
 * @param breaks the times off that it was asked for, which are named.
 */
export function timetablePaper(
  course: CourseOnPaper & { zone: string; mode: "venue" | "online" },
  sessions: readonly Session[],
  weekend: readonly number[],
  language: Locale,
  upright = false,
  breaks: BreaksAsked | null = null,
): TimetablePaper {
  const t = paperWords(language);
  // Every page of it says that a draft is one.
  const draft = course.state === "draft" ? messagesOf(language).courseState.draft : null;
  const head = paperHead(course, language, [t("timetable"), draft].filter(Boolean).join(dotBetween));
  const firstWeekday = weekBegins(weekend);
  const weekOf = (day: string) => addDays(day, -((weekday(day) - firstWeekday + 7) % 7));
  const weeks = [...new Set(sessions.map((s) => weekOf(s.day)))];
  return {
    kind: "timetable",
    ...head,
    lines: [...head.lines, t("zone", { zone: zoneOfCourse(course, language) })],
    upright,
    heads: { time: t("time"), session: t("session") },
    weeks: weeks.map((week) =>
      ofWeek(
        sessions.filter((s) => weekOf(s.day) === week),
        language,
        breaks,
        hoursOf(sessions)?.breakMinutes ?? 0,
      ),
    ),
    none: t("noSessions"),
  };
}

const roles = ["lead", "co_trainer", "apprentice"] as const;

/** A session in the words of its reader, with who trains it as what. */
function said(session: Session, language: Locale): SessionOnPaper {
  const t = paperWords(language);
  const people = roles.flatMap((role) => {
    const of = session.trainers.filter((trainer) => trainer.role === role);
    if (of.length === 0) return [];
    const names = commas(
      of.map((trainer) => isolate(nameFor(trainer, language), language)),
      language,
    );
    return [t(`roles.${role}`, { names })];
  });
  const { provisional } = messagesOf(language).asks;
  const asked = commas(
    session.asked.map((one) => `${isolate(nameFor(one, language), language)} (${provisional})`),
    language,
  );
  return {
    time: breakable(timeRange(session.startsAt, session.endsAt, language)),
    title: sessionOnPaper(session, language).whole,
    lines: [
      whereOnPaper(session, language),
      ...people,
      asked,
      interpretationOnPaper(session, language),
    ].flatMap((line) => line || []),
  };
}

/** Groups stand in the same order at every time. */
const byGroup = (a: Session, b: Session) =>
  (a.group ?? "").localeCompare(b.group ?? "", "en") || a.startInstant - b.startInstant || a.id - b.id;

/** What takes place at one time: each group's own in a column; what else meets beside it. */
function lanesOnPaper(together: readonly Session[], language: Locale): SessionOnPaper[][] {
  const groups = [...new Set([...together].sort(byGroup).map(({ groupId }) => groupId))];
  return groups.flatMap((groupId) => {
    const placed = lanesOf(together.filter((s) => s.groupId === groupId));
    const lanes = Math.max(...placed.map(({ lane }) => lane)) + 1;
    return Array.from({ length: lanes }, (_, nth) =>
      placed.flatMap(({ session, lane }) => (lane === nth ? [said(session, language)] : [])),
    );
  });
}

/** A day in the order of its time, with its breaks; each with when it begins. */
function slotsOfDay(
  sessions: readonly Session[],
  language: Locale,
  breaks: BreaksAsked | null,
  meal: number,
) {
  const t = paperWords(language);
  const together: Session[][] = [];
  let until = "";
  for (const session of [...sessions].sort((a, b) => a.startInstant - b.startInstant || byGroup(a, b))) {
    if (session.startsAt >= until || together.length === 0) together.push([session]);
    else together.at(-1)!.push(session);
    if (session.endsAt > until) until = session.endsAt;
  }
  const pauses = groundOf(sessions, breaks, meal);
  const slots: { startsAt: string; slot: SlotOnPaper }[] = [
    ...together.map((of) => ({ startsAt: of[0]!.startsAt, slot: { lanes: lanesOnPaper(of, language) } })),
    ...pauses.flatMap(({ startsAt, endsAt, is }) =>
      is === "free"
        ? []
        : {
            startsAt,
            slot: {
              pause: t(is === "break" ? "pause" : is),
              time: breakable(timeRange(startsAt, endsAt, language)),
            },
          },
    ),
  ];
  return slots.sort((a, b) => a.startsAt.localeCompare(b.startsAt, "en"));
}

function ofWeek(
  sessions: readonly Session[],
  language: Locale,
  breaks: BreaksAsked | null,
  meal: number,
): TimetablePaper["weeks"][number] {
  const t = paperWords(language);
  const days = [...new Set(sessions.map((s) => s.day))];
  const slots = days.map((day) =>
    slotsOfDay(
      sessions.filter((s) => s.day === day),
      language,
      breaks,
      meal,
    ),
  );
  const half = (before: boolean) =>
    slots.map((of) => of.flatMap((one) => (isBeforeNoon(one) === before ? [one.slot] : [])));
  return {
    title: rangeOnPaper(days[0]!, days.at(-1)!, language),
    days: days.map((day) => dayWithYear(day, language)),
    halves: [
      { title: t("morning"), days: half(true) },
      { title: t("afternoon"), days: half(false) },
    ].filter(({ days: of }) => of.some((list) => list.length > 0)),
  };
}
