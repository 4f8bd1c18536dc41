const tinted = [
  "accent",
  "ok",
  "attention",
  "stop",
  "info",
  "neutral",
  "think",
  "start",
  "my",
  "manage",
  "other",
];
const plain = [
  "paper",
  "side",
  "surface",
  "sunken",
  "line",
  "line-strong",
  "control",
  "chart",
  "chart-second",
];

/** Colours with their names, buttons, and sizes of letters. */
export function TokenStates() {
  return (
    <div className="grid gap-4">
      <ul className="flex flex-wrap gap-2">
        {tinted.map((name) => (
          <li
            key={name}
            className="p-2 rounded-mark"
            style={{ background: `var(--${name}-tint)`, color: `var(--${name})` }}
          >
            {name}
          </li>
        ))}
        {plain.map((name) => (
          <li key={name} className="border border-control rounded-mark overflow-hidden">
            <span className="block h-6" style={{ background: `var(--${name})` }} />
            <span className="block px-2 text-xs">{name}</span>
          </li>
        ))}
      </ul>
      <p className="flex flex-wrap gap-2">
        <button type="button" className="button-main">
          Accept 4 people
        </button>
        <button type="button" className="button">
          Waiting list
        </button>
        <button type="button" className="button-plain">
          Clear
        </button>
        <button type="button" className="button-stop">
          Cancel the course
        </button>
      </p>
      <p className="text-3xl">40 valid</p>
      <p className="text-2xl">28 page title</p>
      <p className="text-xl">22 title of a course</p>
      <p className="text-lg">18 section</p>
      <p>16 text, 15 on a desktop</p>
      <p className="text-sm">14 tables, buttons, labels</p>
      <p className="text-xs">13 second lines, heads, hints</p>
      <p className="text-axis">12 axes only</p>
    </div>
  );
}
