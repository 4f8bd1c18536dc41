import type { ReactNode } from "react";

/** Title of a page with its main action at the end side. */
export function PageHead({
  title,
  under,
  action,
}: {
  title: ReactNode;
  under?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 mb-6">
      <div className="grid gap-1 min-w-0">
        <h1>{title}</h1>
        {under ? <div className="quiet">{under}</div> : null}
      </div>
      {action}
    </div>
  );
}
