"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

const intoSight = (tab: HTMLElement | null) => {
  tab?.scrollIntoView({ block: "nearest", inline: "nearest" });
};

/** One of the pages in `Tabs`; where one is in it, it says so and is in sight, also where the row is longer than a phone is wide. */
export function Tab({
  href,
  alone = false,
  children,
}: {
  href: string;
  /** True where it stands for its own address, and not for those below it. */
  alone?: boolean;
  children: ReactNode;
}) {
  const path = usePathname();
  const here = path === href || (!alone && path.startsWith(`${href}/`));
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
