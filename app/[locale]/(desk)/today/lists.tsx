"use client";

import { SessionTitle } from "@/app/_ui/SessionTitle";
import { Written } from "@/app/_ui/Written";
import type { Said } from "@/lib/i18n/rules";

/** What awaits the viewer, each with the link to where it is done. */
export function Awaits({ items }: { items: { href: string; sentence: string; label: string }[] }) {
  return (
    <ul className="awaits">
      {items.map(({ href, sentence, label }) => (
        <li key={href}>
          <span>{sentence}</span>
          <a href={href} className="button">
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}

type Line = {
  id: number;
  time: string;
  /** Tool and module, where the session teaches one. */
  code?: string;
  name: string;
  room?: string;
};

/** The sessions of a course on one day; the roll can be taken where it has an address. */
export type CourseDay = { day: string; course: Said; rolls?: string; lines: Line[] };

/** The coming days: for each, its courses with their sessions. */
export function Week({ days, roll, locale }: { days: CourseDay[]; roll: string; locale: string }) {
  return (
    <ul className="week">
      {days.map(({ day, course, rolls, lines }) => (
        <li key={lines[0]?.id}>
          <div>
            <h3>{day}</h3>
            <p lang={course.language === locale ? undefined : course.language} dir="auto">
              {course.text}
            </p>
          </div>
          <ul>
            {lines.map(({ id, time, code, name, room }) => (
              <li key={id}>
                <bdi>{time}</bdi>
                <span>
                  <SessionTitle code={code} name={name} />
                  {room ? " · " : null}
                  {room ? (
                    <small>
                      <Written>{room}</Written>
                    </small>
                  ) : null}
                </span>
                {rolls ? <a href={rolls + id}>{roll}</a> : null}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
