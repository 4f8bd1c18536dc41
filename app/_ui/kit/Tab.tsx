"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** One of the pages in `Tabs`; where one is in it, it says so. */
export function Tab({
  href,
  alone = false,
  also = [],
  onlyHere = false,
  children,
}: {
  href: string;
  /** True where it stands for its own address, and not for those below it. */
  alone?: boolean;
  /** Pages that belong to it and lie elsewhere. */
  also?: readonly string[];
  /** True for one that is there only while one is in it. */
  onlyHere?: boolean;
  children: ReactNode;
}) {
  const path = usePathname();
  const here = path === href || also.includes(path) || (!alone && path.startsWith(`${href}/`));
  return onlyHere && !here ? null : (
    <a href={href} className="tab" aria-current={here ? "page" : undefined}>
      {children}
    </a>
  );
}
