import type { IconNode } from "lucide";

type Props = {
  icon: IconNode;
  size?: number;
  className?: string;
};

/** The lines of an icon as text: they never change, and a page has dozens of icons with several lines each. */
const drawn = new WeakMap<IconNode, { __html: string }>();

function lines(icon: IconNode): { __html: string } {
  let html = drawn.get(icon);
  if (!html) {
    const each = icon.map(([tag, attributes]) => {
      const pairs = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
      return `<${tag}${pairs.join("")}/>`;
    });
    html = { __html: each.join("") };
    drawn.set(icon, html);
  }
  return html;
}

/** An icon of the library beside its word, drawn on the server: it costs the reader its lines and no JavaScript. */
export function Icon({ icon, size = 20, className }: Props) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      className={className}
      aria-hidden="true"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: lines of the icon library, nothing that anybody entered
      dangerouslySetInnerHTML={lines(icon)}
    />
  );
}
