import type { ReactNode } from "react";

/** A pair of name and value in a list of facts. */
export function Fact({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div className="grid gap-0.5 content-start">
      <dt className="quiet">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
