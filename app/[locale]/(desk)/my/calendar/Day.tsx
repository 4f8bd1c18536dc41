import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { CoursePlace } from "@/app/_ui/CourseLine";
import { JoinLink } from "@/app/_ui/JoinLink";
import { NotCertain } from "@/app/_ui/NotCertain";
import { Say } from "@/app/_ui/Say";
import { SessionName } from "@/app/_ui/SessionList";
import { hasPlace, Interpretation, SessionPlace } from "@/app/_ui/SessionPlace";
import { TimesHere } from "@/app/_ui/TimesHere";
import { weekdayNear } from "@/app/_words/nearDays";
import { readersTimes, type Timed, timesAtCity } from "@/app/_words/times";
import { type AwayTime, isAwayAt } from "@/lib/away/rules";
import { isApproved } from "@/lib/courses/rules";
import { shortDay, timeRange, weekdayDay } from "@/lib/i18n/format";
import { colon, dotBetween, type Locale } from "@/lib/i18n/rules";
import { type GoesBy, zoneOfCourse } from "@/lib/i18n/zoneNames";
import type { RequestToAnswer } from "@/lib/requests/queries";
import type { TeachingDay } from "@/lib/timetable/queries";
import { inTurn } from "@/lib/today/rules";

/** A session that the viewer is asked for. */
export type AskedSession = Pick<
  RequestToAnswer["sessions"][number],
  | "id"
  | "day"
  | "startsAt"
  | "endsAt"
  | "kind"
  | "title"
  | "moduleCode"
  | "moduleTitle"
  | "toolTitle"
  | "group"
  | "isOnline"
  | "zone"
  | "startInstant"
  | "endInstant"
> &
  Pick<RequestToAnswer, "role" | "course"> & { requestId: number };

/** A day on which the viewer teaches: what, when and where, and where they are on the days next to it where that is elsewhere. */
export async function Day({
  day,
  teaches,
  asked,
  today,
  here,
  away,
}: {
  day: string;
  /** Null where the viewer is only asked for something then. */
  teaches: TeachingDay | null;
  asked: readonly AskedSession[];
  /** The civil day of whoever reads. */
  today: string;
  /** The zone of whoever reads, as far as it is known. */
  here: string | null;
  /** When the viewer said that they cannot teach. */
  away: readonly AwayTime[];
}) {
  const { sessions, before, after } = teaches ?? { sessions: [], before: [], after: [] };
  const locale = await getLocale();
  const t = await getTranslations("myCalendar");
  const roles = await getTranslations("trainerRole");
  const workshop = await getTranslations("workshop");
  return (
    <section className="card grid gap-2" aria-labelledby={`day-${day}`}>
      <h2 id={`day-${day}`} className="text-base" aria-current={day === today ? "date" : undefined}>
        {weekdayNear(day, today, locale)}
        {day === today ? ` (${t("today")})` : null}
      </h2>
      {before.map((where) => (
        <p key={JSON.stringify(where)} className="quiet">
          {t("before")} <CoursePlace course={where} />
        </p>
      ))}
      <ul className="grid gap-2">
        {asked.map((session) => (
          <li key={`asked ${session.requestId} ${session.id}`}>
            <Hours session={session} course={session.course} here={here} />
            {dotBetween}
            <SessionName session={session} />
            {` (${roles(session.role)})`}
            <YouAreAway session={session} away={away} />
            <span className="quiet block">
              <Link href={`/my/requests#request-${session.requestId}`} prefetch={false}>
                {t("provisional")}
              </Link>
              {dotBetween}
              <Say text={session.course.title} />
              {dotBetween}
              <CoursePlace course={session.course} />
            </span>
            {session.course.awaitsApproval ? (
              <span className="block font-semibold">{workshop("awaits")}</span>
            ) : null}
          </li>
        ))}
        {inTurn(sessions).map((ofOne) => (
          <li key={ofOne[0].id}>
            <p className="quiet">
              <Say text={ofOne[0].course.title} />
              {dotBetween}
              <CoursePlace course={ofOne[0].course} />
              <NotCertain course={ofOne[0].course} />
              {isApproved(ofOne[0].course) ? null : (
                <span className="block font-semibold">{workshop("awaits")}</span>
              )}
            </p>
            <ul className="grid gap-1">
              {ofOne.map((session) => (
                <li key={session.id}>
                  <Taught session={session} here={here} away={away} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {after.map((where) => (
        <p key={JSON.stringify(where)} className="quiet">
          {t("after")} <CoursePlace course={where} />
        </p>
      ))}
    </section>
  );
}

/**
 * The hours of a session: by the clocks of whoever reads where it is there, else with the place whose clocks are meant, and at the
 * reader's own beside. One that is online says so below.
 */
async function Hours({
  session,
  course,
  here,
}: {
  session: Timed & { isOnline: boolean };
  course: Pick<GoesBy, "place" | "mode">;
  here: string | null;
}) {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("online");
  const own = readersTimes(session, here, locale, t);
  if (session.isOnline || (here !== null && own === null))
    return <bdi className="font-semibold">{timeRange(session.startsAt, session.endsAt, locale)}</bdi>;
  return (
    <>
      <bdi className="font-semibold">
        {timesAtCity(session, zoneOfCourse({ ...course, zone: session.zone }, locale), locale, t)}
      </bdi>
      {own === null ? null : (
        <>
          {dotBetween}
          <span className="kept">{own}</span>
        </>
      )}
    </>
  );
}

/** That the viewer said that they cannot teach at the time of a session; nothing where they can. */
async function YouAreAway({
  session,
  away,
}: {
  session: { day: string; startsAt: string; endsAt: string };
  away: readonly AwayTime[];
}) {
  if (!away.some((time) => isAwayAt(time, session))) return null;
  const t = await getTranslations("asks");
  return <span className="block text-attention font-semibold">{t("youAreAway")}</span>;
}

/** One session that the viewer teaches: when and what, with the way to it; then what is of it alone. */
async function Taught({
  session,
  here,
  away,
}: {
  session: TeachingDay["sessions"][number];
  here: string | null;
  away: readonly AwayTime[];
}) {
  const locale = await getLocale();
  const roles = await getTranslations("trainerRole");
  const said = (
    <>
      <Hours session={session} course={session.course} here={here} />
      {dotBetween}
      <SessionName session={session} />
    </>
  );
  return (
    <>
      {session.opens ? (
        <Link
          href={`/desk/courses/${session.courseId}/timetable?show=${session.id}`}
          prefetch={false}
          className="inline-block py-2"
        >
          {said}
          <span className="sr-only">
            {colon(locale)}
            {shortDay(session.day, locale)}
          </span>
        </Link>
      ) : (
        said
      )}
      {session.role === "lead" ? null : ` (${roles(session.role)})`}
      <YouAreAway session={session} away={away} />
      {hasPlace(session) ? (
        <span className="quiet block">
          <SessionPlace session={session} />
        </span>
      ) : null}
      {session.isOnline ? (
        <span className="quiet block">
          <TimesHere session={session} here={here} />
        </span>
      ) : null}
      {session.interpretedInto ? (
        <span className="quiet block">
          <Interpretation session={session} />
        </span>
      ) : null}
      {session.joinAt ? (
        <JoinLink
          link={session.joinAt}
          called={`${weekdayDay(session.day, locale)}, ${timeRange(session.startsAt, session.endsAt, locale)}`}
        />
      ) : null}
    </>
  );
}
