"use client";

import { type ReactNode, useRef } from "react";
import { useDock } from "./dock";
import "./panel.css";

/** The button that saves the form of a panel: in reach while its fields are, whatever stands below the form. */
export function PanelSave({ children }: { children: ReactNode }) {
  const foot = useRef<HTMLDivElement>(null);
  useDock(foot);
  return (
    <div ref={foot} className="panel-save">
      {children}
    </div>
  );
}
