import type { ReactNode } from "react";

/** The pages of one thing in a row (`Tab`). */
export function Tabs({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav aria-label={label} className="tabs">
      {children}
    </nav>
  );
}
