import { useLocale, useTranslations } from "next-intl";
import { Say } from "@/app/_ui/Say";
import { SessionName } from "@/app/_ui/SessionList";
import { Written } from "@/app/_ui/Written";
import type { sessionsBetween } from "@/lib/attendance/queries";
import { rollIsOpen } from "@/lib/courses/rules/workshops";
import { shortDay, timeRange } from "@/lib/i18n/format";
import { dayAt } from "@/lib/time/zone";
import { byDayAndCourse } from "@/lib/today/rules";

type Session = ReturnType<typeof sessionsBetween>[number];

/** The coming days: for each, its courses with their sessions; and how many more there are in the week. */
export function Week({ sessions, more, now }: { sessions: Session[]; more: number; now: number }) {
  const t = useTranslations("today");
  return (
    <section className="grid gap-3" aria-labelledby="week">
      <h2 id="week">{t("thisWeek")}</h2>
      <ul className="today-box today-week">
        {byDayAndCourse(sessions).map((ofDay, place, all) => (
          <CourseDay
            key={ofDay[0].id}
            sessions={ofDay}
            now={now}
            named={all[place - 1]?.[0].courseId !== ofDay[0].courseId}
          />
        ))}
      </ul>
      {more > 0 ? (
        <p>
          {t("weekMore", { count: more })} <a href="/desk/courses?state=running">{t("runningCourses")}</a>
        </p>
      ) : null}
    </section>
  );
}

/** The sessions of a course on one day; the roll can be taken where that is open. */
function CourseDay({
  sessions,
  now,
  named,
}: {
  sessions: [Session, ...Session[]];
  now: number;
  /** False where the day before is of the same course. */
  named: boolean;
}) {
  const locale = useLocale();
  const t = useTranslations("today");
  const [first] = sessions;
  const today = dayAt(now, first.zone);
  const rollOpen = rollIsOpen({ ...first, state: first.courseState }, today);
  return (
    <li className={first.day === today ? "today-now" : undefined}>
      <h3 className="text-sm">
        {first.day === today
          ? `${t("when.today")}, ${shortDay(first.day, locale)}`
          : shortDay(first.day, locale)}
      </h3>
      <p className={named ? "quiet" : "sr-only"} dir="auto">
        <Say text={first.course} />
      </p>
      <ul>
        {sessions.map((session) => (
          <li key={session.id} className="today-session">
            <bdi className="text-muted">{timeRange(session.startsAt, session.endsAt, locale)}</bdi>
            <span>
              <SessionName session={session} />
              {session.room ? (
                <>
                  {" · "}
                  <Written className="text-muted">{session.room}</Written>
                </>
              ) : null}
              {rollOpen ? (
                <>
                  {" "}
                  <a href={`/desk/courses/${session.courseId}/roll/${session.id}`} className="today-roll">
                    {t("roll")}
                  </a>
                </>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </li>
  );
}
