import { useLocale, useTranslations } from "next-intl";
import { AsTable } from "@/app/_ui/kit/AsTable";
import { Say } from "@/app/_ui/Say";
import { SessionName } from "@/app/_ui/SessionList";
import { SessionPlace } from "@/app/_ui/SessionPlace";
import { SessionTimes } from "@/app/_ui/TimesHere";
import { shortNear } from "@/app/_words/nearDays";
import type { sessionsBetween } from "@/lib/attendance/queries";
import { dayAt } from "@/lib/time/zone";
import { isOpen, ListOfToday, RollLink } from "./OfToday";
import { WeekByHour } from "./WeekByHour";

type Session = ReturnType<typeof sessionsBetween>[number];

/**
 * The coming days by hour, with today's sessions in words below, where their rolls are taken, and all of them as a table. And
 * how many more there are in the week.
 */
export function Week({
  sessions,
  above,
  more,
  today,
  now,
  here,
}: {
  sessions: Session[];
  /** Those that stand above already: the list in words leaves them out. */
  above: readonly number[];
  more: number;
  /** The civil day. */
  today: string;
  now: number;
  /** The zone of whoever reads. */
  here: string | null;
}) {
  const t = useTranslations("today");
  const ofToday = sessions.filter(({ id, day, zone }) => day === dayAt(now, zone) && !above.includes(id));
  return (
    <section className="grid gap-3" aria-labelledby="week">
      <h2 id="week">{t("thisWeek")}</h2>
      <div className="today-box hours-box">
        <WeekByHour sessions={sessions} today={today} now={now} />
      </div>
      {ofToday.length > 0 ? <ListOfToday sessions={ofToday} now={now} here={here} /> : null}
      <WeekAsTable sessions={sessions} today={today} now={now} here={here} />
      {more > 0 ? (
        <p>
          {t("weekMore", { count: more })} <a href="/desk/courses?state=running">{t("runningCourses")}</a>
        </p>
      ) : null}
    </section>
  );
}

function WeekAsTable({
  sessions,
  today,
  now,
  here,
}: {
  sessions: Session[];
  today: string;
  now: number;
  here: string | null;
}) {
  const locale = useLocale();
  const t = useTranslations("today");
  const hours = useTranslations("todayHours");
  return (
    <AsTable
      caption={t("thisWeek")}
      heads={[hours("day"), hours("time"), hours("session"), hours("course"), t("roll")]}
      rows={sessions.map((session) => [
        shortNear(session.day, today, locale),
        <SessionTimes key="time" session={session} course={session} here={here} />,
        <span key="session">
          <SessionName session={session} />
          <SessionPlace session={session} after />
        </span>,
        <Say key="course" text={session.course} />,
        isOpen(session, now) ? <RollLink key="roll" session={session} /> : null,
      ])}
    />
  );
}
