import type { ReactNode } from "react";
import "./pictures.css";
import "./timeline.css";

export type TimelineCourse = {
  key: string | number;
  /** The course as a link, and where it is. */
  name: ReactNode;
  /** Its line in a sentence. */
  label: string;
  /** Civil days; null where registration has no end before the course. */
  registrationUntil: string | null;
  startsOn: string;
  endsOn: string;
  /** Beside the course: how many of how many. */
  beside?: ReactNode;
};

const dayMs = 86_400_000;
const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / dayMs;

/** Where a civil day is between the first day and the end, in per cent, cut at both. */
export const placeOf = (day: string, first: string, days: number) =>
  Math.min(100, Math.max(0, (daysBetween(first, day) / days) * 100));

/**
 * Weeks of courses as lines: registration thin, the course thick, and the line of today through all. Each line is a picture
 * with a sentence; the head names the weeks by their first days.
 */
export function Timeline({
  caption,
  head,
  first,
  weeks,
  today,
  courses,
}: {
  caption: string;
  /** Of the column of names. */
  head: string;
  /** The first civil day that is shown. */
  first: string;
  /** How each week is headed; `bare`: by its day alone, where there is room for all heads and the one before says the month. */
  weeks: readonly { name: string; bare?: string }[];
  /** The civil day of today. */
  today: string;
  courses: readonly TimelineCourse[];
}) {
  const days = weeks.length * 7;
  const at = (day: string) => placeOf(day, first, days);
  return (
    <table className="timeline">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col" className="timeline-weeks">
            <span>
              {weeks.map(({ name, bare }) => (
                <span key={name}>
                  <span className={bare ? "timeline-named" : undefined}>{name}</span>
                  {bare ? <span className="timeline-bare">{bare}</span> : null}
                </span>
              ))}
            </span>
          </th>
        </tr>
      </thead>
      <tbody>
        {courses.map(({ key, name: called, label, registrationUntil, startsOn, endsOn, beside }) => {
          const [from, to] = [at(startsOn), placeOf(endsOn, first, days) + 100 / days];
          return (
            <tr key={key}>
              <th scope="row">{called}</th>
              <td>
                <svg role="img" aria-label={label} className="mirrored" width="100%" height="100%">
                  {weeks.map(({ name }, place) => (
                    <rect
                      key={name}
                      x={`${(place / weeks.length) * 100}%`}
                      width="1"
                      height="100%"
                      className="timeline-week"
                    />
                  ))}
                  {registrationUntil === null || registrationUntil < first ? null : (
                    <>
                      <rect
                        y="50%"
                        transform="translate(0 -1)"
                        width={`${at(registrationUntil)}%`}
                        height="2"
                        className="drawn-second"
                      />
                      <circle cx={`${at(registrationUntil)}%`} cy="50%" r="4" className="timeline-end" />
                    </>
                  )}
                  {to > 0 && from < 100 ? (
                    <>
                      {/* A bar that goes on outside the weeks has no end there, and an arrow. */}
                      <Course
                        from={startsOn < first ? -beyond : from}
                        to={to > 100 ? 100 + beyond : to}
                        className="timeline-course"
                      />
                      {at(today) > from ? (
                        <Course
                          from={startsOn < first ? -beyond : from}
                          to={Math.min(at(today), to)}
                          className="drawn-chart"
                        />
                      ) : null}
                      {to > 100 ? <Further x="100%" arrow="M-11 -5 l5 5 l-5 5" /> : null}
                      {startsOn < first ? <Further x="0%" arrow="M11 -5 l-5 5 l5 5" past /> : null}
                    </>
                  ) : null}
                  <rect
                    x={`${at(today)}%`}
                    transform="translate(-1)"
                    width="2"
                    height="100%"
                    className="timeline-today"
                  />
                </svg>
                {beside ? (
                  <span className="timeline-beside" style={besideAt(to)}>
                    {beside}
                  </span>
                ) : null}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** So far over the edge of the weeks a bar is drawn that has no end in them, in per cent. */
const beyond = 2;

/** That a course goes on outside the weeks: an arrow in its bar. `past`: in the part of it that is over. */
const Further = ({ x, arrow, past = false }: { x: string; arrow: string; past?: boolean }) => (
  <svg aria-hidden x={x} y="50%" className="overflow-visible">
    <path d={arrow} className={past ? "timeline-further timeline-further-past" : "timeline-further"} />
  </svg>
);

/** Where the words of a course stand: beside its bar where there is room after it, else over it; never on a line. */
const besideAt = (to: number) =>
  to <= 70
    ? { insetInlineStart: `calc(${Math.max(0, to)}% + 0.375rem)` }
    : { insetInlineEnd: `${Math.max(0, 100 - to)}%`, insetBlockStart: "0.125rem", transform: "none" };

function Course({ from, to, className }: { from: number; to: number; className: string }) {
  return (
    <rect
      x={`${from}%`}
      y="50%"
      transform="translate(0 -12)"
      width={`${to - from}%`}
      height="24"
      rx="3"
      className={className}
    />
  );
}
