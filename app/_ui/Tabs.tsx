"use client";

import { usePathname } from "next/navigation";

/** The pages of one thing in a row; the page where one is says so. The first stands for its own address alone. */
export function Tabs({ label, tabs }: { label: string; tabs: { href: string; label: string }[] }) {
  const path = usePathname();
  return (
    <nav aria-label={label} className="course-head tabs">
      {tabs.map((tab, i) => (
        <a
          key={tab.href}
          href={tab.href}
          className="tab"
          aria-current={path === tab.href || (i > 0 && path.startsWith(`${tab.href}/`)) ? "page" : undefined}
        >
          {tab.label}
        </a>
      ))}
    </nav>
  );
}
