import { createElement, type SVGProps } from "react";

type Drawing = { node: [string, Record<string, string>][]; size: number };

/**
 * An icon of lucide as a plain drawing. It stands in for lucide's own (`next.config.js`), which belongs to the browser: each
 * page with an icon would load it, and name the shape of each in what it sends beside its HTML. Heard only where it is
 * given a name.
 */
export default function IconOf({
  icon,
  size = icon.size,
  ...more
}: SVGProps<SVGSVGElement> & { icon: Drawing; size?: number }) {
  return createElement(
    "svg",
    {
      // As large as the text beside it, whatever size of text the reader has.
      width: `${size / 16}rem`,
      height: `${size / 16}rem`,
      viewBox: `0 0 ${icon.size} ${icon.size}`,
      fill: "none",
      stroke: "currentColor",
      strokeWidth: 2,
      strokeLinecap: "round",
      strokeLinejoin: "round",
      "aria-hidden": more["aria-label"] ? undefined : true,
      ...more,
    },
    ...icon.node.map(([shape, { key, ...given }]) => createElement(shape, { key, ...given })),
  );
}
