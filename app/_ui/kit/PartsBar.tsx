import { useId } from "react";
import "./pictures.css";

/** At most three parts of a quantity: what is watched, the others, and those of whom it is not known. */
export type Parts = { watched: number; rest: number; unknown: number };
export const partKinds = ["watched", "rest", "unknown"] as const;

/** What all parts add up to. */
export const wholeOf = ({ watched, rest, unknown }: Parts) => watched + rest + unknown;

/** Lines aslant: what is not known. */
export const Hatch = ({ id }: { id: string }) => (
  <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <path d="M0 0v5" strokeWidth="3" className="drawn-hatch" />
  </pattern>
);

/** The class by which each is coloured. */
export const looks = { watched: "drawn-chart", rest: "drawn-rest", unknown: "drawn-hatch" } as const;

/** Where each part begins and how long it is, in per cent of `whole`. */
export function partsOf(parts: Parts, whole: number) {
  let from = 0;
  return partKinds
    .filter((kind) => parts[kind] > 0)
    .map((kind) => {
      const length = whole > 0 ? (parts[kind] / whole) * 100 : 0;
      const part = { kind, from, length };
      from += length;
      return part;
    });
}

/** With what a part is filled that is drawn with the pattern of its picture. */
export const filled = (kind: (typeof partKinds)[number], hatch: string) =>
  kind === "unknown" ? { fill: `url(#${hatch})` } : {};

/** Parts stand apart, however narrow. */
const apart = (from: number, length: number) =>
  length > 1 ? { x: `calc(${from}% + 0.5px)`, width: `calc(${length}% - 2px)` } : { minWidth: 2 };

/** A bar of at most three parts beside each other; what is not known is hatched, and always shown. */
export function PartsBar({
  label,
  parts,
  whole = wholeOf(parts),
  thickness = 12,
}: {
  /** The picture in a sentence. */
  label: string;
  parts: Parts;
  /** What the full width stands for, where several bars are compared. */
  whole?: number;
  thickness?: number;
}) {
  const hatch = useId();
  return (
    <svg role="img" aria-label={label} className="picture mirrored" width="100%" height={thickness}>
      <Hatch id={hatch} />
      {wholeOf(parts) === 0 ? (
        <rect width="100%" height={thickness} rx="2" className="drawn-track" />
      ) : (
        partsOf(parts, whole).map(({ kind, from, length }) => (
          <rect
            key={kind}
            x={`${from}%`}
            y="0.5"
            width={`${length}%`}
            height={thickness - 1}
            rx="1.5"
            className={looks[kind]}
            style={{ ...filled(kind, hatch), ...apart(from, length) }}
          />
        ))
      )}
    </svg>
  );
}
