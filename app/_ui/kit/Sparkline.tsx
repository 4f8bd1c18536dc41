import "./pictures.css";

const [pitch, width, height] = [9, 7, 20];

/** How often something was, over time, without an axis: an upright bar each, a flat line where there was nothing. */
export function Sparkline({ label, values }: { label: string; values: readonly number[] }) {
  const most = Math.max(1, ...values);
  const whole = values.length * pitch;
  return (
    <svg
      role="img"
      aria-label={label}
      className="picture mirrored"
      width={whole}
      height={height}
      viewBox={`0 0 ${whole} ${height}`}
    >
      {values.map((value, place) => {
        const tall = value > 0 ? Math.max(3, (value / most) * height) : 1.5;
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place in time.
            key={place}
            x={place * pitch}
            y={height - tall}
            width={width}
            height={tall}
            rx={value > 0 ? 1 : 0}
            className={value > 0 ? "drawn-chart" : "drawn-second"}
          />
        );
      })}
    </svg>
  );
}
