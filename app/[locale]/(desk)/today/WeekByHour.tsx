import { useLocale, useTranslations } from "next-intl";
import { toolTone } from "@/app/_ui/kit/ToolMark";
import { Say } from "@/app/_ui/Say";
import { sessionName } from "@/app/_ui/SessionList";
import type { sessionsBetween } from "@/lib/attendance/queries";
import { dayOfMonth, list, timeRange, weekdayShort } from "@/lib/i18n/format";
import { colon, isolate, type Locale, shownIn } from "@/lib/i18n/rules";
import { minutesOf } from "@/lib/time/civil";
import { dayAt, timeAt } from "@/lib/time/zone";
import { type Lane, type LaneBar, lanesOf } from "@/lib/today/rules/lanes";
import "@/app/_ui/kit/pictures.css";
import "./hours.css";

type Session = ReturnType<typeof sessionsBetween>[number];

/** A day of the week ahead: its month goes without saying. */
const dayName = (day: string, locale: string) => `${weekdayShort(day, locale)} ${dayOfMonth(day, locale)}`;

/** Per cent of a lane that a module's code needs: cut off, it would be another. */
const roomForCode = 10;

/** Height of a bar and of what is between two of them, in pixels. */
const [tall, pitch] = [18, 22];

/** The coming days by hour: a lane for each course on each day, its sessions as bars in the colours of their tools. */
export function WeekByHour({
  sessions,
  today,
  now,
}: {
  sessions: readonly Session[];
  /** The civil day. */
  today: string;
  now: number;
}) {
  const locale = useLocale();
  const t = useTranslations("todayHours");
  const { lanes, begins, ends } = lanesOf(sessions, today);
  const hours = Array.from({ length: ends - begins }, (_, at) => begins + at).filter((_, at) => at % 2 === 0);
  const at = (minutes: number) => ((minutes - begins * 60) / ((ends - begins) * 60)) * 100;
  const named = new Set(sessions.map(({ courseId }) => courseId)).size > 1;
  return (
    <table className="hours">
      <caption className="sr-only">{t("byHour")}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="sr-only">{t("day")}</span>
          </th>
          <th scope="col" className="hours-head">
            <span className="sr-only">{t("hours")}</span>
            <div aria-hidden>
              {hours.map((hour) => (
                <span key={hour} style={{ insetInlineStart: `${at(hour * 60)}%` }}>
                  {hour}
                </span>
              ))}
            </div>
          </th>
        </tr>
      </thead>
      <tbody>
        {lanes.map((lane) =>
          lane.kind === "free" ? (
            <tr key={lane.from}>
              <th scope="row">
                {dayName(lane.from, locale)}
                {lane.from === lane.to ? null : ` – ${dayName(lane.to, locale)}`}
              </th>
              <td className="quiet">{t("free")}</td>
            </tr>
          ) : (
            <CourseLane
              key={`${lane.day} ${lane.courseId}`}
              lane={lane}
              hours={hours}
              at={at}
              named={named}
              now={now}
            />
          ),
        )}
      </tbody>
    </table>
  );
}

/** A course on one day. */
function CourseLane({
  lane: { day, bars, tracks },
  hours,
  at,
  named,
  now,
}: {
  lane: Extract<Lane<Session>, { kind: "sessions" }>;
  hours: readonly number[];
  /** Where minutes after midnight are, in per cent. */
  at: (minutes: number) => number;
  /** True where several courses are in these days. */
  named: boolean;
  now: number;
}) {
  const locale = useLocale() as Locale;
  const kind = useTranslations("sessionKind");
  const [{ session: first }] = bars as [LaneBar<Session>];
  const isToday = day === dayAt(now, first.zone);
  const minute = minutesOf(timeAt(now, first.zone));
  const nowAt = at(minute);
  const said = bars.map(({ session }) => {
    const { code, name } = sessionName(session, locale, kind);
    return `${timeRange(session.startsAt, session.endsAt, locale)} ${isolate(code ?? name, locale)}`;
  });
  const height = tracks * pitch - (pitch - tall);
  return (
    <tr className={isToday ? "hours-today" : undefined}>
      <th scope="row">
        {dayName(day, locale)}
        {named ? (
          <span className="hours-course">
            <Say text={first.course} />
          </span>
        ) : null}
      </th>
      <td>
        <div className="hours-lane">
          <svg
            role="img"
            aria-label={`${isolate(shownIn(first.course, locale), locale)}${colon(locale)}${list(said, locale)}`}
            className="picture mirrored"
            width="100%"
            height={height}
          >
            {hours.map((hour) => (
              <rect key={hour} x={`${at(hour * 60)}%`} width="1" height="100%" className="hours-line" />
            ))}
            {bars.map(({ session, track, from, to }) => (
              <g key={session.id} data-tone={session.toolCode ? toolTone(session.toolCode) : "other"}>
                <rect
                  x={`${at(from)}%`}
                  y={track * pitch}
                  width={`${at(to) - at(from)}%`}
                  height={tall}
                  rx="3"
                  className="hours-bar"
                />
                <rect x={`${at(from)}%`} y={track * pitch} width="3" height={tall} className="hours-edge" />
              </g>
            ))}
            {isToday && nowAt >= 0 && nowAt <= 100 ? (
              <rect
                x={`${nowAt}%`}
                y="-6"
                width="2"
                height={height + 12}
                transform="translate(-1)"
                className="drawn-stop"
              />
            ) : null}
          </svg>
          {bars.map(({ session, track, from, to }) =>
            session.moduleCode && at(to) - at(from) >= roomForCode ? (
              <span
                key={session.id}
                aria-hidden
                className="hours-code"
                data-tone={session.toolCode ? toolTone(session.toolCode) : "other"}
                style={{
                  insetInlineStart: `${at(from)}%`,
                  inlineSize: `${at(to) - at(from)}%`,
                  insetBlockStart: `${track * pitch}px`,
                }}
              >
                {session.moduleCode}
              </span>
            ) : null,
          )}
        </div>
      </td>
    </tr>
  );
}
