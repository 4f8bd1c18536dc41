"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

const isIn = (path: string, href: string) => path === href || path.startsWith(`${href}/`);

/** A place of the menu; it says so where one is in it. */
export function PlaceLink({
  href,
  also = [],
  className,
  label,
  children,
}: {
  href: string;
  /** Other places that it stands for. */
  also?: readonly string[];
  className: string;
  label?: string;
  children: ReactNode;
}) {
  const path = usePathname();
  return (
    <a
      href={href}
      className={className}
      aria-label={label}
      aria-current={[href, ...also].some((place) => isIn(path, place)) ? "page" : undefined}
    >
      {children}
    </a>
  );
}
