"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";

/**
 * The pages of one thing in a row; the page where one is says so, and is in sight where the row is longer than a phone
 * is wide. The first stands for its own address alone.
 */
export function Tabs({ label, tabs }: { label: string; tabs: { href: string; label: string }[] }) {
  const path = usePathname();
  const row = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another path is another tab
  useEffect(() => {
    row.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [path]);
  return (
    <nav ref={row} aria-label={label} className="course-head tabs">
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
