"use client";

import { useSelectedLayoutSegments } from "next/navigation";
import type { ReactNode } from "react";

/**
 * The frame of a course's head. On a phone it is small on every part but the first, whose content is what one came for,
 * and a roll being taken has the whole screen: there it is heard, not seen.
 */
export function HeadFrame({ children }: { children: ReactNode }) {
  const [part, within] = useSelectedLayoutSegments();
  const size = !part ? "" : part === "roll" && within ? " course-head-heard" : " course-head-small";
  const paper = part === "sheet" ? " course-head-sheet" : "";
  return <header className={`course-head${size}${paper}`}>{children}</header>;
}

/** What is for the first page of a course alone. */
export function OnOverview({ children }: { children: ReactNode }) {
  return useSelectedLayoutSegments().length === 0 ? children : null;
}

/** Which part of a course the page is, for its heading: seen where no tab shows it. */
export function PartName({ parts }: { parts: Readonly<Record<string, { said: string; hasTab: boolean }>> }) {
  const part = parts[useSelectedLayoutSegments()[0] ?? ""];
  return part ? <span className={part.hasTab ? "sr-only" : undefined}>{part.said} </span> : null;
}
