"use client";

import type { MarkState } from "@/lib/attendance/rules/onDevice";

/** More people than these are a line of dots that nobody can tell apart. */
const mostDots = 60;

/** A dot a person, in the order of the rows: full in the room, half late, a box excused, a cross absent, a ring unmarked. */
export function RollDots({
  people,
  label,
}: {
  people: readonly { id: number; state: MarkState }[];
  label: string;
}) {
  if (people.length > mostDots) return null;
  const width = people.length * 10;
  return (
    <svg
      viewBox={`0 0 ${width} 10`}
      role="img"
      aria-label={label}
      className="roll-dots mirrored"
      style={{ maxInlineSize: `${width}px` }}
    >
      {people.map(({ id, state }, i) => {
        const x = i * 10 + 5;
        return (
          <g key={id} data-state={state}>
            {state === "absent" ? (
              <path d={`M${x - 3} 2l6 6M${x + 3} 2l-6 6`} className="roll-stroke" />
            ) : state === "excused" ? (
              <rect x={x - 3} y="2" width="6" height="6" className="roll-stroke" />
            ) : (
              <>
                <circle cx={x} cy="5" r={state === "present" ? 4 : 3.5} className={ringOf(state)} />
                {state === "late" ? <path d={`M${x} 1.5a3.5 3.5 0 0 1 0 7z`} /> : null}
              </>
            )}
          </g>
        );
      })}
    </svg>
  );
}

const ringOf = (state: MarkState) => (state === "present" ? undefined : "roll-stroke");
