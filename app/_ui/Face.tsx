/** The first letters of a name; Arabic ones stand apart, for joined they would be a word. */
const initials = (name: string) =>
  name
    .replace(/(^|\s)ال/g, "$1")
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => [...word][0])
    .filter((_, i, all) => i === 0 || i === all.length - 1)
    .join("\u200a");

/** A person as the first letters of their name in a round; the name stands beside it. */
export function Face({ name, large = false }: { name: string; large?: boolean }) {
  return (
    <span
      aria-hidden
      className={`inline-flex items-center justify-center shrink-0 rounded-full bg-accent-tint text-accent font-semibold ${large ? "size-14 text-lg" : "size-9 text-xs"}`}
    >
      {initials(name)}
    </span>
  );
}
