import type { ReactNode } from "react";
import "./stat-strip.css";

export type Stat = {
  label: string;
  /** The number, or a dash where it is not known yet. */
  value: ReactNode;
  /** What of, small beside the number. */
  of?: ReactNode;
  /** A line below the number. */
  note?: ReactNode;
  picture?: ReactNode;
  /** True where the note says that something fell short. */
  short?: boolean;
};

/** Two to five numbers in one box, hairlines between: each with its name, what of, and a picture. */
export function StatStrip({ stats }: { stats: readonly Stat[] }) {
  return (
    <dl className="stat-strip">
      {stats.map(({ label, value, of, note, picture, short }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="stat-strip-number">
            {value}
            {of ? <small> {of}</small> : null}
          </dd>
          {note ? <dd className={short ? "stat-strip-note short" : "stat-strip-note"}>{note}</dd> : null}
          {picture ? <dd className="stat-strip-picture">{picture}</dd> : null}
        </div>
      ))}
    </dl>
  );
}
