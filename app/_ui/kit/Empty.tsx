import type { ReactNode } from "react";
import { Sign } from "../Mark";

/** A list that has nothing yet: says so, and what to do next. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="rounded-card border border-dashed border-line-strong px-4 py-8 text-center grid gap-3 justify-items-center">
      <Sign />
      <p className="font-semibold">{title}</p>
      {children ? <div className="quiet grid gap-3 justify-items-center">{children}</div> : null}
    </div>
  );
}
