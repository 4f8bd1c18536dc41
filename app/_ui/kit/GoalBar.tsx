import "./pictures.css";

/** In which colour a bar is drawn: what is watched, what fell short of its rule, or a tool. */
export type BarTone = "chart" | "second" | "stop" | "think" | "start" | "my" | "manage" | "other";

const share = (value: number, whole: number) =>
  `${whole > 0 ? Math.min(100, Math.max(0, (value / whole) * 100)) : 0}%`;

/** A bar is a quantity; the upright line on it is the target, the rule or the time that has passed. */
export function GoalBar({
  label,
  value,
  whole,
  goal = null,
  tone = "chart",
}: {
  /** The picture in a sentence. */
  label: string;
  value: number;
  /** What the whole bar stands for. */
  whole: number;
  goal?: number | null;
  tone?: BarTone;
}) {
  return (
    <svg role="img" aria-label={label} className="picture mirrored" width="100%" height="16">
      <rect y="4" width="100%" height="8" rx="4" className="drawn-track" />
      {value > 0 ? (
        <rect y="4" width={share(value, whole)} height="8" rx="4" className={`drawn-${tone}`} />
      ) : null}
      {goal === null ? null : (
        <rect x={share(goal, whole)} width="2" height="16" transform="translate(-1)" className="drawn-goal" />
      )}
    </svg>
  );
}
