/** Ways to see the sheet, the chosen one marked. */
export function Choices({
  label,
  choices,
}: {
  label: string;
  /** `language`: in which the label is, where that is not the page's. */
  choices: { href: string; label: string; chosen: boolean; language?: string }[];
}) {
  return (
    <nav aria-label={label} className="flex flex-wrap gap-x-4 items-center">
      <span className="font-semibold">{label}</span>
      {choices.map(({ href, label: text, chosen, language }) => (
        <a
          key={href}
          href={href}
          lang={language}
          aria-current={chosen ? "true" : undefined}
          className={`min-h-11 inline-flex items-center ${chosen ? "font-semibold no-underline text-text" : ""}`}
        >
          {text}
        </a>
      ))}
    </nav>
  );
}
