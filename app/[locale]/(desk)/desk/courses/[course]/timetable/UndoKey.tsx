"use client";

import { useEffect } from "react";

/**
 * Ctrl Z where nothing was done just now: the list of earlier changes unfolds, each with its own Undo, for the key alone does not
 * say which is meant.
 */
export function UndoKey({ list }: { list: string }) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "z" || event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
      const { target } = event;
      const types =
        target instanceof HTMLElement && target.closest("textarea, select, input, [contenteditable]");
      // What was just done has its own.
      if (types || event.defaultPrevented || document.querySelector("[data-undo] button")) return;
      const details = document.getElementById(list);
      if (!(details instanceof HTMLDetailsElement)) return;
      event.preventDefault();
      details.open = true;
      details.querySelector("summary")?.focus();
      details.scrollIntoView({ block: "start" });
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [list]);
  return null;
}
