import { useLocale, useTranslations } from "next-intl";
import { Say } from "@/app/_ui/Say";
import { SessionName } from "@/app/_ui/SessionList";
import { SessionPlace } from "@/app/_ui/SessionPlace";
import { readersTimes } from "@/app/_words/times";
import type { sessionsBetween } from "@/lib/attendance/queries";
import { rollIsOpen } from "@/lib/courses/rules/workshops";
import { shortDay, timeRange } from "@/lib/i18n/format";
import { commas, isolate, type Locale } from "@/lib/i18n/rules";
import { zoneOfCourse } from "@/lib/i18n/zoneNames";
import { dayAt } from "@/lib/time/zone";
import { byDayAndCourse, rollFirst } from "@/lib/today/rules";

/** A session; `rollMissing`: its roll is still to be taken, which is what one comes for. */
type Session = ReturnType<typeof sessionsBetween>[number] & { rollMissing?: boolean };

/** What somebody who teaches does today, before all else: each session with the way to its roll. */
export function OfToday({
  sessions,
  now,
  here,
}: {
  sessions: readonly Session[];
  now: number;
  here: string | null;
}) {
  const t = useTranslations("today");
  if (sessions.length === 0) return null;
  return (
    <section className="grid gap-3" aria-labelledby="of-today">
      <h2 id="of-today">{t("ofToday")}</h2>
      <ListOfToday sessions={sessions} now={now} here={here} />
      {/* Said while there is a network: where there is none this page is not to be had either. */}
      {sessions.some((session) => isOpen(session, now)) ? <p className="quiet">{t("noNetwork")}</p> : null}
    </section>
  );
}

/** Sessions of today in words, by course. */
export function ListOfToday({
  sessions,
  now,
  here,
}: {
  sessions: readonly Session[];
  now: number;
  here: string | null;
}) {
  const first = rollFirst(
    sessions.filter((session) => isOpen(session, now)),
    now,
  );
  return (
    <ul className="today-box today-week">
      {byDayAndCourse(sessions).map((ofCourse) => (
        <CourseToday key={ofCourse[0].id} sessions={ofCourse} now={now} first={first} here={here} />
      ))}
    </ul>
  );
}

/** True while the attendance of a session can be taken. */
export const isOpen = (session: Session, now: number) =>
  rollIsOpen({ ...session, state: session.courseState }, dayAt(now, session.zone));

/** The way to the roll of a session; a button where it comes first. */
export function RollLink({ session, first = false }: { session: Session; first?: boolean }) {
  const t = useTranslations("today");
  return (
    <a
      href={`/desk/courses/${session.courseId}/roll/${session.id}`}
      className={`today-roll ${first ? "button" : ""}`}
    >
      {session.rollMissing || first ? t("do.roll") : t("roll")}
    </a>
  );
}

/** The sessions of a course today; the roll can be taken where that is open. */
function CourseToday({
  sessions,
  now,
  first: firstOfAll,
  here,
}: {
  sessions: [Session, ...Session[]];
  now: number;
  /** The session whose roll comes first of all; null where none does. */
  first: Session | null;
  /** The zone of whoever reads: an online session is said at their hours as well. */
  here: string | null;
}) {
  const locale = useLocale() as Locale;
  const t = useTranslations("today");
  const online = useTranslations("online");
  const own = (session: Session) => (session.isOnline ? readersTimes(session, here, locale, online) : null);
  const [first] = sessions;
  const rollOpen = isOpen(first, now);
  return (
    <li className="today-now">
      <h3 className="text-sm">{commas([t("when.today"), shortDay(first.day, locale)], locale)}</h3>
      <p className="quiet" dir="auto">
        <Say text={first.course} />
      </p>
      {/* A course has one zone: said once, above its hours. */}
      <p className="quiet">{t("timesOf", { zone: isolate(zoneOfCourse(first, locale), locale) })}</p>
      <ul>
        {sessions.map((session) => (
          <li key={session.id} className="today-session">
            <bdi className="text-muted kept">{timeRange(session.startsAt, session.endsAt, locale)}</bdi>
            <span>
              <SessionName session={session} />
              <SessionPlace session={session} after className="text-muted" />
              {own(session) ? <span className="block text-muted">{own(session)}</span> : null}
            </span>
            {rollOpen ? <RollLink session={session} first={session === firstOfAll} /> : null}
          </li>
        ))}
      </ul>
    </li>
  );
}
