import type { ReactNode } from "react";

/** A list that has nothing yet: says so, and what to do next. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="card text-center py-8 grid gap-3 justify-items-center">
      <p className="font-semibold">{title}</p>
      {children ? <div className="quiet grid gap-3 justify-items-center">{children}</div> : null}
    </div>
  );
}
