"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** Parts of a course that one works on: they have the whole width. */
const surfaces =
  /^\/desk\/courses\/\d+\/(timetable|registrations|participants|roll|tests|certificates)(\/|$)/;

/** The grid of the desk: bar and page; the bar is a rail of signs where the page needs the width. */
export function Shell({ children }: { children: ReactNode }) {
  return <div className={surfaces.test(usePathname()) ? "desk desk-rail" : "desk"}>{children}</div>;
}
