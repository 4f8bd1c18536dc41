import type { IconNode } from "lucide";
import { createElement } from "react";

type Props = {
  icon: IconNode;
  size?: number;
  className?: string;
};

/** An icon beside its word, drawn on the server: it costs the reader its lines and no JavaScript. */
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
    >
      {icon.map(([tag, attributes], i) => createElement(tag, { key: `${tag}${i}`, ...attributes }))}
    </svg>
  );
}
