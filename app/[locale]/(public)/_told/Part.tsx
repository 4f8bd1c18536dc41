import type { ReactNode } from "react";

/** One matter of a page that explains: its heading, what is to be said, and where to go from there. */
export function Part({
  title,
  children,
  link,
}: {
  title: string;
  children: ReactNode;
  link?: { href: string; label: string };
}) {
  return (
    <section className="grid gap-2">
      <h2>{title}</h2>
      {children}
      {link ? (
        <p>
          <a href={link.href} className="inline-flex min-h-11 items-center">
            {link.label}
          </a>
        </p>
      ) : null}
    </section>
  );
}

/** Several short statements, one under the other. */
export const Points = ({ of }: { of: readonly string[] }) => (
  <ul className="list-disc ps-5 grid gap-1">
    {of.map((text) => (
      <li key={text} className="max-w-[70ch]">
        {text}
      </li>
    ))}
  </ul>
);
