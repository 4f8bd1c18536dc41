import type { ReactNode } from "react";

/** The pages of one thing (`Tab`), in several rows where one is too narrow: none is out of sight. */
export function Tabs({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav aria-label={label} className="tabs">
      {children}
    </nav>
  );
}
