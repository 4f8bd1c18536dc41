/** Ways to see the sheet, the chosen one marked. */
export function Choices({
  label,
  choices,
}: {
  label: string;
  choices: { href: string; label: string; chosen: boolean }[];
}) {
  return (
    <nav aria-label={label} className="flex flex-wrap gap-x-4 items-center">
      <span className="font-semibold">{label}</span>
      {choices.map(({ href, label: text, chosen }) => (
        <a
          key={href}
          href={href}
          aria-current={chosen ? "true" : undefined}
          className={`min-h-11 inline-flex items-center ${chosen ? "font-semibold no-underline text-text" : ""}`}
        >
          {text}
        </a>
      ))}
    </nav>
  );
}
