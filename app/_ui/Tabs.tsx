"use client";

import { usePathname } from "next/navigation";

const intoSight = (tab: HTMLElement | null) => {
  tab?.scrollIntoView({ block: "nearest", inline: "nearest" });
};

/**
 * The pages of one thing in a row; the page where one is says so, and is in sight where the row is longer than a phone
 * is wide. The first stands for its own address alone; where there is no other, there is nothing to choose.
 */
export function Tabs({ label, tabs }: { label: string; tabs: { href: string; label: string }[] }) {
  const path = usePathname();
  if (tabs.length < 2) return null;
  return (
    <nav aria-label={label} className="course-head tabs">
      {tabs.map((tab, i) => {
        const here = path === tab.href || (i > 0 && path.startsWith(`${tab.href}/`));
        return (
          <a
            key={tab.href}
            ref={here ? intoSight : undefined}
            href={tab.href}
            className="tab"
            aria-current={here ? "page" : undefined}
          >
            {tab.label}
          </a>
        );
      })}
    </nav>
  );
}
