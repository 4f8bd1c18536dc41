import type { useTranslations } from "next-intl";
import { shortDay, shortRange, timeRange } from "@/lib/i18n/format";
import { dotBetween, type Locale, shownIn } from "@/lib/i18n/rules";
import { daysBetween } from "@/lib/time/civil";
import type { CourseLine } from "@/lib/today/queries";
import { type Await, marksOf } from "@/lib/today/rules";

type Words = ReturnType<typeof useTranslations<"today">>;

/** Where something that awaits somebody is done. */
export function targetOf(item: Await): string {
  switch (item.kind) {
    case "roll":
      return `/desk/courses/${item.session.courseId}/roll/${item.session.id}`;
    case "decide":
      return `/desk/courses/${item.course.id}/registrations?state=to_decide`;
    case "confirm":
      return `/desk/courses/${item.course.id}/registrations?state=to_confirm`;
    case "go":
      return `/desk/courses/${item.course.id}#decide`;
    case "tell":
      return `/desk/courses/${item.course.id}/tell`;
    case "certify":
      return `/desk/courses/${item.course.id}/certificates`;
    case "rule_lost":
      return `/desk/courses/${item.course.id}/certificates#decide`;
    case "unanswered":
    case "ask_others":
      return `/desk/courses/${item.course.id}/trainers`;
    case "mend_names":
      return `/desk/courses/${item.course.id}/certificates#names`;
    default:
      return `/desk/courses/${item.course.id}`;
  }
}

/** By when, or since when, in two lines; whether it is late. */
export type When = { late: boolean; first: string; time: string };

/** A day as people near to it call it. */
function dayCalled(t: Words, day: string, today: string, locale: Locale): string {
  const days = daysBetween(today, day);
  if (days === 0) return t("when.today");
  if (days === -1) return t("when.yesterday");
  if (days === 1) return t("when.tomorrow");
  return days > 1 ? t("when.inDays", { days }) : shortDay(day, locale);
}

/** By when something that awaits somebody should be done. */
export function whenOf(
  t: Words,
  item: Await,
  line: CourseLine | undefined,
  today: string,
  locale: Locale,
): When {
  const starts = line?.startsOn ? shortDay(line.startsOn, locale) : "";
  const ended = line?.endsOn ? shortDay(line.endsOn, locale) : "";
  switch (item.kind) {
    case "roll":
      return {
        late: true,
        first: dayCalled(t, item.session.day, today, locale),
        time: timeRange(item.session.startsAt, item.session.endsAt, locale),
      };
    case "start":
      return {
        late: true,
        first: item.days === 0 ? t("when.today") : t("when.ago", { days: item.days }),
        time: starts,
      };
    case "close":
      return {
        late: true,
        first: item.days === 0 ? t("when.today") : t("when.ago", { days: item.days }),
        time: ended,
      };
    case "decide":
      return item.days < 0
        ? { late: true, first: t("when.running"), time: starts }
        : {
            late: false,
            first: line?.startsOn ? dayCalled(t, line.startsOn, today, locale) : "",
            time: starts,
          };
    case "certify":
      return { late: false, first: t("when.ended"), time: ended };
    case "mend_names":
      return { late: false, first: t("when.now"), time: "" };
    case "draft":
      return { late: false, first: t("when.draft"), time: starts };
    default:
      return { late: true, first: t("when.now"), time: "" };
  }
}

/** What awaits somebody, in a few words. */
export const whatOf = (t: Words, item: Await, line: CourseLine | undefined): string =>
  item.kind === "roll" && marksOf(item.session, line?.seatsTaken ?? 0).marked === 0
    ? t("what.rollNotTaken")
    : t(`what.${item.kind}`, { count: "count" in item ? item.count : 0 });

/** In which course, and when that is. */
export function whereOf(item: Await, line: CourseLine | undefined, locale: Locale): string {
  const title = shownIn(item.kind === "roll" ? item.session.course : item.course.title, locale);
  return line?.startsOn && line.endsOn
    ? `${title}${dotBetween}${shortRange(line.startsOn, line.endsOn, locale)}`
    : title;
}
