import { type CSSProperties, useId } from "react";
import { filled, Hatch, looks, type Parts, partsOf, wholeOf } from "./PartsBar";
import "./pictures.css";
import "./upright-bars.css";

export type Upright = {
  /** Unique among the bars. */
  key: string;
  /** Below the bar, as short as can be. */
  name: string;
  /** Above it. */
  value: string;
  parts: Parts;
  /** `due`: hollow with a thick edge, for what should be there by now; `toCome`: hollow. */
  state?: "known" | "due" | "toCome";
};

const mostNamed = 14;

/** Upright bars, for time: each of at most three parts on each other, with its number on it. Time runs as one reads. */
export function UprightBars({
  label,
  bars,
  whole = Math.max(1, ...bars.map(({ parts }) => wholeOf(parts))),
  height = 120,
  hollow = 0.7,
}: {
  /** The picture in a sentence. */
  label: string;
  bars: readonly Upright[];
  /** What the full height stands for. */
  whole?: number;
  height?: number;
  /** How high a bar without a number is, as a share of the full height. */
  hollow?: number;
}) {
  const hatch = useId();
  const every = Math.ceil(bars.length / mostNamed);
  return (
    <div role="img" aria-label={label} className="upright-bars">
      <svg aria-hidden width="0" height="0" className="absolute">
        <Hatch id={hatch} />
      </svg>
      {bars.map(({ key, name, value, parts, state = "known" }, place) => (
        <div key={key}>
          <span
            className={
              state === "known" && wholeOf(parts) === 0
                ? "upright-bars-value upright-bars-none"
                : "upright-bars-value"
            }
          >
            {value}
          </span>
          <svg
            aria-hidden
            width="100%"
            height={height}
            style={
              {
                blockSize: state === "known" ? (wholeOf(parts) / whole) * height : hollow * height,
              } as CSSProperties
            }
          >
            {state === "known" ? (
              partsOf(parts, wholeOf(parts)).map(({ kind, from, length }) => (
                <rect
                  key={kind}
                  x="0.5"
                  width="100%"
                  y={`${100 - from - length}%`}
                  height={`${length}%`}
                  rx="1.5"
                  className={looks[kind]}
                  style={{
                    ...filled(kind, hatch),
                    width: "calc(100% - 1px)",
                    height: `max(1.5px, calc(${length}% - 1.5px))`,
                  }}
                />
              ))
            ) : (
              <rect
                x="1"
                y="1"
                width="100%"
                height="100%"
                rx="1.5"
                className={state === "due" ? "upright-bars-due" : "drawn-hollow"}
                style={{ width: "calc(100% - 2px)", height: "calc(100% - 2px)" }}
              />
            )}
          </svg>
          <span className="upright-bars-name">{place % every === 0 ? name : null}</span>
        </div>
      ))}
    </div>
  );
}
