"use client";

import { TriangleAlert } from "lucide-react";
import type { CSSProperties, ReactNode } from "react";
import { minutesOf } from "@/lib/time/civil";
import { timeOf } from "@/lib/time/timeOf";
import { hoursShown, lanesOf, type Pause } from "@/lib/timetable/rules/grid";
import { type GridSession, type OfAll, Session, spanOf } from "./TimetableSession";
import "./timetable-grid.css";
import "./timetable-sheet.css";

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
  /** When nothing takes place between its sessions, or prayer is beside them; and in words what and how long. */
  pauses: readonly (Pick<Pause, "startsAt" | "endsAt" | "isBreak"> & { said: string })[];
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
  ofAll: OfAll;
  /** What else can be done, beside the days of a phone. */
  menu?: ReactNode;
  /** How many hours a sheet shows before and after all of its sessions, where there is something to move there. */
  spare?: number;
};

/** Shortest session that keeps room for its name and a finger at the usual height of an hour, in minutes. */
const shortest = 23;

/**
 * The sessions of a course on sheets of days by hours; on a phone and on paper the same as a list by day. The keyboard goes
 * through them in the order of time, each a link. It is drawn by the browser too, from its words and numbers: drawn by the server
 * alone, each session would be sent twice, as it is drawn and as what draws it again, in six times the letters.
 */
export function TimetableGrid({
  label,
  daysLabel,
  view,
  weeks,
  shownWeek,
  sessions,
  now,
  ofAll,
  menu,
  spare = 0,
}: Props) {
  const pauses = weeks.flat().flatMap(({ day, pauses }) => pauses.map((pause) => ({ ...pause, day })));
  const { from, to } = hoursShown([...sessions, ...pauses], spare);
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
                      {byDay(day.day).some(({ signs }) => signs?.some(({ tone }) => tone === "stop")) ? (
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
                ofAll={ofAll}
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

function Day({
  day,
  past,
  sessions,
  hour,
  now,
  ofAll,
}: Pick<Props, "now" | "ofAll"> & {
  day: GridDay;
  past: boolean;
  sessions: readonly GridSession[];
  hour: number;
}) {
  const rows = [
    ...lanesOf(sessions).map((one) => ({ at: one.session.startsAt, one, gap: null })),
    ...day.pauses.map((gap) => ({ at: gap.startsAt, one: null, gap })),
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
            <Session key={one.session.id} {...one} hour={hour} ofAll={ofAll} />
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
              <span className="tt-pause-said">{gap.said}</span>
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
