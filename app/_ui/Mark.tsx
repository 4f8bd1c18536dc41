/** The product's sign: one trainer, two, four. One path, because it stands on every page. */
const circles = [
  [4, 12, 3],
  [13, 6, 2.5],
  [13, 18, 2.5],
  [21, 3.5, 2],
  [21, 9, 2],
  [21, 15, 2],
  [21, 20.5, 2],
] as const;
const sign = circles
  .map(([x, y, r]) => `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`)
  .join("");

/** The product's sign alone, beside words that say what is meant. */
export const Sign = ({ className = "size-8 text-accent" }: { className?: string }) => (
  <svg
    aria-hidden
    viewBox="0 0 24 24"
    width="24"
    height="24"
    className={`${className} mirrored`}
    fill="currentColor"
  >
    <path d={sign} />
  </svg>
);

/** The product's sign and name, leading to the first page. */
export const Mark = ({ name }: { name: string }) => (
  <a href="/" className="mark">
    <Sign className="size-6 text-accent" />
    {name}
  </a>
);
