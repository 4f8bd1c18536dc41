"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** Scrolls the row, and not by `scrollIntoView`: after that the first Tab would begin here, past the way to the content. */
const intoSight = (tab: HTMLElement | null) => {
  const row = tab?.parentElement;
  if (!tab || !row) return;
  const [own, room] = [tab.getBoundingClientRect(), row.getBoundingClientRect()];
  row.scrollLeft += Math.min(own.left - room.left, 0) + Math.max(own.right - room.right, 0);
};

/** One of the pages in `Tabs`; where one is in it, it says so and is in sight, also where the row is longer than a phone is wide. */
export function Tab({
  href,
  alone = false,
  also = [],
  children,
}: {
  href: string;
  /** True where it stands for its own address, and not for those below it. */
  alone?: boolean;
  /** Pages that belong to it and lie elsewhere. */
  also?: readonly string[];
  children: ReactNode;
}) {
  const path = usePathname();
  const here = path === href || also.includes(path) || (!alone && path.startsWith(`${href}/`));
  return (
    <a
      ref={here ? intoSight : undefined}
      href={href}
      className="tab"
      aria-current={here ? "page" : undefined}
    >
      {children}
    </a>
  );
}
