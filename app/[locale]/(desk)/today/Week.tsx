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
    <>
      <ul>
        {byDayAndCourse(sessions).map((ofDay) => (
          <CourseDay key={ofDay[0].id} sessions={ofDay} now={now} />
        ))}
      </ul>
      {more > 0 ? (
        <p>
          {t("weekMore", { count: more })} <a href="/desk/courses?state=running">{t("runningCourses")}</a>
        </p>
      ) : null}
    </>
  );
}

/** The sessions of a course on one day; the roll can be taken where that is open. */
function CourseDay({ sessions, now }: { sessions: [Session, ...Session[]]; now: number }) {
  const locale = useLocale();
  const t = useTranslations("today");
  const [first] = sessions;
  const rollOpen = rollIsOpen({ ...first, state: first.courseState }, dayAt(now, first.zone));
  return (
    <li className="grid gap-x-6 gap-y-1 py-3 border-t border-line sm:grid-cols-[14rem_1fr]">
      <div>
        <h3>{shortDay(first.day, locale)}</h3>
        <p className="quiet" dir="auto">
          <Say text={first.course} />
        </p>
      </div>
      <ul>
        {sessions.map((session) => (
          <li
            key={session.id}
            className="grid grid-cols-[5.75rem_1fr_auto] gap-x-4 items-baseline tabular-nums"
          >
            <bdi className="quiet">{timeRange(session.startsAt, session.endsAt, locale)}</bdi>
            <span>
              <SessionName session={session} />
              {session.room ? (
                <>
                  {" · "}
                  <Written className="quiet">{session.room}</Written>
                </>
              ) : null}
            </span>
            {rollOpen ? (
              <a
                href={`/desk/courses/${session.courseId}/roll/${session.id}`}
                className="min-h-11 inline-flex items-center"
              >
                {t("roll")}
              </a>
            ) : null}
          </li>
        ))}
      </ul>
    </li>
  );
}
