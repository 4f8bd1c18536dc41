import type { ReactNode } from "react";
import "./panel.css";

/** A list, with the panel of one of its rows beside it; below it where the window is narrow, in its place on a phone. */
export function BesidePanel({ panel, children }: { panel: ReactNode; children: ReactNode }) {
  return (
    <div className={panel ? "beside-panel beside-panel-open" : "beside-panel"}>
      <div className="beside-panel-list">{children}</div>
      {panel}
    </div>
  );
}
