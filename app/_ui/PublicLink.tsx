"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** One of the pages in the menu of the public pages; where one is in it, it says so. */
export function PublicLink({ href, children }: { href: string; children: ReactNode }) {
  // As the server draws it, the path has the language in front.
  const path = (usePathname() ?? "").replace(/^\/(?:en|fr|ar)(?=\/|$)/, "");
  const here = path === href || path.startsWith(`${href}/`);
  return (
    <a href={href} className="public-link" aria-current={here ? "page" : undefined}>
      {children}
    </a>
  );
}
