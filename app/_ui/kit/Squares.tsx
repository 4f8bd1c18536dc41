import type { BarTone } from "./GoalBar";
import "./pictures.css";

const pitch = 12;

/** `full`: filled; `half`: its lower half; `none`: an edge. */
export type Square = { key: string; fill: "full" | "half" | "none" };

/** A square for each part of something, filled as far as it is done, in the colour of its tool. */
export function Squares({
  label,
  squares,
  tone = "chart",
}: {
  /** The picture in a sentence. */
  label: string;
  squares: readonly Square[];
  tone?: BarTone;
}) {
  const width = squares.length * pitch;
  return (
    <svg
      role="img"
      aria-label={label}
      className="picture mirrored"
      width={width}
      height={pitch}
      viewBox={`0 0 ${width} ${pitch}`}
    >
      {squares.map(({ key, fill }, place) => {
        const x = place * pitch;
        return (
          <g key={key}>
            {fill === "full" ? (
              <rect x={x} y="1" width="10" height="10" rx="2" className={`drawn-${tone}`} />
            ) : (
              <rect x={x + 0.5} y="1.5" width="9" height="9" rx="2" className="drawn-hollow" />
            )}
            {fill === "half" ? (
              <path d={`M${x} 6h10v3a2 2 0 0 1-2 2h-6a2 2 0 0 1-2-2z`} className={`drawn-${tone}`} />
            ) : null}
          </g>
        );
      })}
    </svg>
  );
}
