import { useLocale, useTranslations } from "next-intl";
import { Timeline } from "@/app/_ui/kit/Timeline";
import { Say } from "@/app/_ui/Say";
import { SharedWith } from "@/app/_ui/SharedWith";
import { Written } from "@/app/_ui/Written";
import { shortNear } from "@/app/_words/nearDays";
import { dayAndMonth, dayOfMonth } from "@/lib/i18n/format";
import { dotBetween, inLanguage, type Locale, shownIn } from "@/lib/i18n/rules";
import { programmeCalled } from "@/lib/programmes/rules";
import type { CourseLine } from "@/lib/today/queries";
import { weeksFrom } from "@/lib/today/rules";

/** The courses of seven weeks as lines: registration thin, the course thick, today through all. */
export function SevenWeeks({
  courses,
  more,
  today,
}: {
  courses: CourseLine[];
  more: boolean;
  today: string;
}) {
  const locale = useLocale() as Locale;
  const t = useTranslations("today");
  const kind = useTranslations("courseKindShort");
  const { first, weeks } = weeksFrom(today);
  return (
    <section className="grid gap-3" aria-labelledby="weeks">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="weeks">{t("weeks")}</h2>
        <p className="today-key" aria-hidden>
          <span>
            <svg aria-hidden width="24" height="8" className="picture mirrored">
              <rect y="3" width="24" height="2" className="drawn-second" />
            </svg>
            {t("registration")}
          </span>
          <span>
            <svg aria-hidden width="24" height="12" className="picture mirrored">
              <rect x="0.5" y="0.5" width="23" height="11" rx="3" className="timeline-course" />
            </svg>
            {t("course")}
          </span>
        </p>
      </div>
      {courses.length > 0 ? (
        <div className="today-box">
          <Timeline
            caption={t("weeks")}
            head={t("weeksHead")}
            first={first}
            weeks={weeks.map((day, place) => ({
              name: dayAndMonth(day, locale),
              ...(weeks[place - 1]?.slice(0, 7) === day.slice(0, 7) ? { bare: dayOfMonth(day, locale) } : {}),
            }))}
            today={today}
            courses={courses.flatMap((course) => lineOf(course, today, t, kind, locale) ?? [])}
          />
        </div>
      ) : (
        <p className="quiet">{t("noWeeks")}</p>
      )}
      {more ? (
        <p>
          <a href="/desk/courses">{t("allCourses")}</a>
        </p>
      ) : null}
    </section>
  );
}

function lineOf(
  course: CourseLine,
  today: string,
  t: ReturnType<typeof useTranslations<"today">>,
  kind: ReturnType<typeof useTranslations<"courseKindShort">>,
  locale: Locale,
) {
  const { startsOn, endsOn, applyBy, capacity, seatsTaken } = course;
  if (!startsOn || !endsOn) return null;
  const place = inLanguage(course.place, locale).text;
  const said = {
    from: shortNear(startsOn, today, locale),
    to: shortNear(endsOn, today, locale),
    taken: seatsTaken,
    capacity,
  };
  const until = course.state === "open" ? (applyBy ?? startsOn) : null;
  return {
    key: course.id,
    name: (
      <>
        <a href={`/desk/courses/${course.id}`} className="font-semibold">
          <Written>{place || shownIn(course.title, locale)}</Written>
        </a>
        <span className="quiet block">
          {kind(course.kind)}
          {dotBetween}
          <Say text={programmeCalled(course.programmeTitle)} />
          <SharedWith course={course} dot />
        </span>
      </>
    ),
    label: until ? t("lineUntil", { ...said, until: shortNear(until, today, locale) }) : t("line", said),
    registrationUntil: until,
    startsOn,
    endsOn,
    beside: t("taken", { taken: seatsTaken, capacity }),
  };
}
