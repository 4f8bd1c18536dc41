"use client";

import { useEffect } from "react";

/** Takes the focus to what was just made or opened, or to the field in it where one goes on; once for each `of`. */
export function FocusOn({ id, of, field = false }: { id: string; of: string; field?: boolean }) {
  useEffect(() => {
    // Named here so that each change is one to go to.
    if (!of) return;
    const there = document.getElementById(id);
    const element = field
      ? there?.querySelector<HTMLElement>("textarea, select, input:not([type=hidden])")
      : there;
    element?.scrollIntoView({ block: "nearest" });
    element?.focus({ preventScroll: true });
  }, [id, of, field]);
  return null;
}

/** Has a session of the sheet in sight beside its panel, where that stands beside the sheet and not below it. */
export function InSight({ id, of }: { id: string; of: string }) {
  useEffect(() => {
    if (!of || !window.matchMedia("(min-width: 75rem)").matches) return;
    document.getElementById(id)?.scrollIntoView({ block: "nearest" });
  }, [id, of]);
  return null;
}
