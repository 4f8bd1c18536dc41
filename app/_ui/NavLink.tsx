"use client";

import { usePathname } from "next/navigation";
import { type ReactNode, useEffect } from "react";

/** A link of the menu that knows whether it leads to where one is. */
export function NavLink({
  href,
  className,
  children,
  exact = false,
}: {
  href: string;
  className: string;
  children: ReactNode;
  exact?: boolean;
}) {
  const path = usePathname();
  const here = path === href || (!exact && path.startsWith(`${href}/`));
  return (
    <a href={href} className={className} aria-current={here ? "page" : undefined}>
      {children}
    </a>
  );
}

/** Ctrl K goes to the search. */
export function SearchKey() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      const field = document.getElementById("search-everything");
      if (!field) return;
      event.preventDefault();
      field.focus();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  return null;
}
