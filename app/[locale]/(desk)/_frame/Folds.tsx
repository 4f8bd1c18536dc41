"use client";

import { useEffect } from "react";

const folds = "details.desk-fold[open]";

/** Menus of the frame, which open without it: with Escape or a tap elsewhere they close, and the focus is where it was. */
export function Folds() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      for (const fold of document.querySelectorAll<HTMLDetailsElement>(folds)) {
        const had = fold.contains(document.activeElement);
        fold.open = false;
        if (had) fold.querySelector("summary")?.focus();
      }
    };
    const onPress = (event: Event) => {
      for (const fold of document.querySelectorAll<HTMLDetailsElement>(folds))
        if (!fold.contains(event.target as Node)) fold.open = false;
    };
    document.addEventListener("keydown", onKey);
    document.addEventListener("click", onPress);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("click", onPress);
    };
  }, []);
  return null;
}
