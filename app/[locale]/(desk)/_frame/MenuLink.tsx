"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** A place of the menu; it says so where one is in it. */
export function MenuLink({
  href,
  onPhone,
  children,
}: {
  href: string;
  /** False where a phone has no room for it. */
  onPhone: boolean;
  children: ReactNode;
}) {
  const path = usePathname();
  return (
    <a
      href={href}
      className={onPhone ? "menu-link" : "menu-link max-md:hidden"}
      aria-current={path === href || path.startsWith(`${href}/`) ? "page" : undefined}
    >
      {children}
    </a>
  );
}
