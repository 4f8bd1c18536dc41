import { Hand, TriangleAlert } from "lucide-react";
import Link from "next/link";
import type { CSSProperties, ReactNode } from "react";
import { minutesOf, timeOf } from "@/lib/time/civil";
import { hoursShown, type Lane, lanesOf, type Pause, pausesOf } from "@/lib/timetable/rules/grid";
import type { BarTone } from "./GoalBar";
import "./timetable-grid.css";
import "./timetable-sheet.css";

/** A session as the sheet draws it. */
export type GridSession = {
  id: number;
  day: string;
  startsAt: string;
  endsAt: string;
  tone: BarTone;
  /** Where it is shown in full. */
  href: string;
  name: ReactNode;
  /** From when to when, heard and seen. */
  times: ReactNode;
  /** For which group it is (none: everybody), and what it is about, where its name is a code: in the list alone. */
  group?: ReactNode;
  about: ReactNode;
  /** Who trains it and where, a line each. */
  who: ReactNode;
  where: ReactNode;
  /** What is wrong with it, in a word or two each; `stop` is drawn as a red edge. */
  signs: readonly { tone: "stop" | "attention"; word: string }[];
  /** True where it is the one beside the sheet. */
  shown: boolean;
  /** True where it was just saved. */
  marked: boolean;
  /** That a hand placed it, for whoever may move it. */
  byHand: string | null;
};

/** A day as a column of the sheet. */
export type GridDay = {
  day: string;
  /** Its weekday and number, as the column's head and in the strip of a phone. */
  weekday: string;
  number: string;
  /** Where the days stand one below the other. */
  inFull: string;
  /** The how manieth it is, that it is today, or why nobody works. */
  note: string | null;
  today: boolean;
  /** True where nobody works: with no session it is a narrow strip. */
  free: boolean;
};

type Props = {
  label: string;
  daysLabel: string;
  /** One sheet a week, a list by day, or all sheets below each other. */
  view: "week" | "all" | "list";
  weeks: readonly (readonly GridDay[])[];
  /** Which week is shown, where one is. */
  shownWeek: number;
  sessions: readonly GridSession[];
  /** The day and time of day at this moment, at the place of the course. */
  now: { day: string; time: string } | null;
  pause: (pause: Pause) => string;
  /** What else can be done, beside the days of a phone. */
  menu?: ReactNode;
};

/** Shortest session that keeps room for its name and a finger at the usual height of an hour, in minutes. */
const shortest = 23;

/** The id of a session's link, to which the focus returns. */
export const sessionLink = (id: number) => `open-session-${id}`;

/**
 * The sessions of a course on sheets of days by hours; on a phone and on paper the same as a list by day. The keyboard goes
 * through them in the order of time, each a link.
 */
export function TimetableGrid({
  label,
  daysLabel,
  view,
  weeks,
  shownWeek,
  sessions,
  now,
  pause,
  menu,
}: Props) {
  const { from, to } = hoursShown(sessions);
  const hours = Array.from({ length: to - from + 1 }, (_, nth) => from + nth);
  const dense = sessions.some((s) => minutesOf(s.endsAt) - minutesOf(s.startsAt) < shortest);
  const byDay = (day: string) => sessions.filter((s) => s.day === day);
  const used = weeks.flat().filter(({ day }) => byDay(day).length > 0);
  // A phone opens at today: days that are over are a tap away, unless something on them is what one is at.
  const goesOn = now !== null && used.some(({ day }) => day >= now.day);
  const isPast = (day: string) =>
    goesOn && day < now.day && !byDay(day).some(({ shown, marked }) => shown || marked);
  const minute = now ? minutesOf(now.time) : 0;
  const line = now && minute >= from * 60 && minute <= to * 60 ? now : null;
  const hour = dense ? 6 : 4;
  const style = {
    "--tt-from": from * 60,
    "--tt-hours": to - from,
    "--tt-hour": `${hour}rem`,
  } as CSSProperties;
  return (
    <section
      aria-label={label}
      className={view === "list" ? "tt" : "tt tt-sheets"}
      data-view={view}
      data-kit="timetable"
      style={style}
    >
      {used.length > 1 || menu ? (
        <div className="tt-top">
          {used.length > 1 ? (
            <nav aria-label={daysLabel} className="tt-strip">
              <ol>
                {used.map((day) => (
                  <li key={day.day}>
                    <a href={`#day-${day.day}`} aria-current={day.today ? "date" : undefined}>
                      <span>{day.weekday}</span> <b>{day.number}</b>
                      {byDay(day.day).some(({ signs }) => signs.some(({ tone }) => tone === "stop")) ? (
                        <TriangleAlert size={14} aria-hidden className="tt-strip-sign" />
                      ) : null}
                    </a>
                  </li>
                ))}
              </ol>
            </nav>
          ) : null}
          {menu}
        </div>
      ) : null}
      {weeks.map((days, nth) => (
        <div key={days[0]?.day} className="tt-week" data-shown={nth === shownWeek || undefined}>
          <div aria-hidden className="tt-axis">
            {hours.map((hour) => (
              <span key={hour} style={{ "--at": hour * 60 } as CSSProperties}>
                <bdi>{hour === 24 ? "24:00" : timeOf(hour * 60)}</bdi>
              </span>
            ))}
          </div>
          <ol
            className="tt-days"
            style={{ "--tt-columns": columnsOf(days, (day) => byDay(day).length > 0) } as CSSProperties}
          >
            {days.map((day) => (
              <Day
                key={day.day}
                day={day}
                past={isPast(day.day)}
                sessions={byDay(day.day)}
                hour={hour}
                now={line}
                pause={pause}
              />
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}

/** Days have equal columns; one on which nobody works and nothing takes place is a strip. */
const columnsOf = (days: readonly GridDay[], used: (day: string) => boolean) =>
  days.map(({ day, free }) => (free && !used(day) ? "1.75rem" : "minmax(0, 1fr)")).join(" ");

const spanOf = (startsAt: string, endsAt: string) =>
  ({ "--at": minutesOf(startsAt), "--for": minutesOf(endsAt) - minutesOf(startsAt) }) as CSSProperties;

function Day({
  day,
  past,
  sessions,
  hour,
  now,
  pause,
}: Pick<Props, "now" | "pause"> & {
  day: GridDay;
  past: boolean;
  sessions: readonly GridSession[];
  hour: number;
}) {
  const rows = [
    ...lanesOf(sessions).map((one) => ({ at: one.session.startsAt, one, gap: null })),
    ...pausesOf(sessions).map((gap) => ({ at: gap.startsAt, one: null, gap })),
  ].sort((a, b) => a.at.localeCompare(b.at, "en"));
  return (
    <li
      id={`day-${day.day}`}
      className="tt-day"
      data-today={day.today || undefined}
      data-free={day.free || undefined}
      data-past={past || undefined}
      data-empty={sessions.length === 0 || undefined}
    >
      <h2 className="tt-head">
        <span className="tt-head-short">
          {day.weekday} {day.number}
        </span>
        <span className="tt-head-long">{day.inFull}</span>{" "}
        {day.note ? <span className="tt-note">{day.note}</span> : null}
      </h2>
      <ol className="tt-body">
        {rows.map(({ one, gap }) =>
          one ? (
            <Session key={one.session.id} {...one} hour={hour} />
          ) : (
            <li
              key={gap.startsAt}
              className="tt-pause"
              data-break={gap.isBreak || undefined}
              style={spanOf(gap.startsAt, gap.endsAt)}
            >
              <span aria-hidden className="tt-when">
                <bdi dir="ltr">{gap.startsAt}</bdi>
              </span>
              <span className="tt-pause-said">{pause(gap)}</span>
            </li>
          ),
        )}
        {now?.day === day.day ? (
          <li aria-hidden className="tt-now" style={{ "--at": minutesOf(now.time) } as CSSProperties} />
        ) : null}
      </ol>
    </li>
  );
}

/** How many whole lines a session has room for, at an hour of so many rem: none is cut through. */
const linesIn = (minutes: number, hour: number) =>
  Math.max(1, Math.floor(((minutes / 60) * hour - 0.5) / 1.125));

function Session({ session: s, lane, lanes, hour }: Lane<GridSession> & { hour: number }) {
  const lines = linesIn(minutesOf(s.endsAt) - minutesOf(s.startsAt), hour);
  const wrong = s.signs.some(({ tone }) => tone === "stop");
  return (
    <li
      id={`session-${s.id}`}
      className="tt-session"
      data-tone={s.tone}
      data-saved={s.marked ? "" : undefined}
      style={
        {
          ...spanOf(s.startsAt, s.endsAt),
          "--lane": lane,
          "--lanes": lanes,
          "--lines": lines,
        } as CSSProperties
      }
    >
      <span aria-hidden className="tt-when">
        <bdi dir="ltr">{s.startsAt}</bdi>{" "}
        <bdi dir="ltr" className="tt-until">
          {s.endsAt}
        </bdi>
      </span>
      <Link
        id={sessionLink(s.id)}
        href={s.href}
        scroll={false}
        prefetch={false}
        className="tt-block"
        data-wrong={wrong || undefined}
        aria-current={s.shown ? "true" : undefined}
      >
        <span className="tt-in" data-few={lines < 3 || undefined}>
          <span className="tt-name">
            {wrong && lines < 3 ? <TriangleAlert size={14} aria-hidden className="tt-sign-mark" /> : null}
            {s.name}
          </span>{" "}
          {s.group ? <span className="tt-group">{s.group} </span> : null}
          {s.signs.map(({ tone, word }) => (
            <span key={word} className="tt-sign" data-tone={tone}>
              <TriangleAlert size={13} aria-hidden /> {word}{" "}
            </span>
          ))}
          <span className="tt-times">{s.times}</span>{" "}
          {s.about ? <span className="tt-more tt-about">{s.about} </span> : null}
          {s.who || s.byHand ? (
            <span className="tt-more">
              {s.who}
              {s.byHand ? (
                <>
                  {" "}
                  <Hand size={12} aria-hidden className="tt-hand" />{" "}
                  <span className="sr-only">{s.byHand}</span>
                </>
              ) : null}{" "}
            </span>
          ) : null}
          {s.where ? <span className="tt-more">{s.where}</span> : null}
        </span>
      </Link>
    </li>
  );
}
