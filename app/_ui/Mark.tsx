/** The product's sign: one trainer, two, four. As text, because it stands on every page and never changes. */
const circles = [
  [4, 12, 3],
  [13, 6, 2.5],
  [13, 18, 2.5],
  [21, 3.5, 2],
  [21, 9, 2],
  [21, 15, 2],
  [21, 20.5, 2],
]
  .map(([x, y, r]) => `<circle cx="${x}" cy="${y}" r="${r}"/>`)
  .join("");

/** The product's sign and name, leading to the first page. */
export const Mark = ({ name }: { name: string }) => (
  <a href="/" className="mark">
    <svg
      aria-hidden
      viewBox="0 0 24 24"
      className="size-6 text-accent mirrored"
      fill="currentColor"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the circles above, nothing that anybody entered
      dangerouslySetInnerHTML={{ __html: circles }}
    />
    {name}
  </a>
);
