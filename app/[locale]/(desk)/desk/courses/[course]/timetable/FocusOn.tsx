"use client";

import { useEffect } from "react";

/** Takes the focus to what was just put into the timetable, once for each change. */
export function FocusOn({ id, of }: { id: string; of: string }) {
  useEffect(() => {
    // Named here so that each change is one to go to.
    if (!of) return;
    const element = document.getElementById(id);
    element?.scrollIntoView({ block: "nearest" });
    element?.focus({ preventScroll: true });
  }, [id, of]);
  return null;
}
