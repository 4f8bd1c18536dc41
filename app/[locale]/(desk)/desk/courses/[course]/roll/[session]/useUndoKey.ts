"use client";

import { useEffect, useEffectEvent } from "react";
import { isZ } from "@/app/_ui/kit/letterOf";

/** Ctrl Z takes back the last change; in a field of text the key undoes what was typed there. */
export function useUndoKey(can: boolean, takeBack: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!isZ(event) || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
    const field = document.activeElement;
    if (!can || (field instanceof HTMLInputElement && field.type !== "radio")) return;
    event.preventDefault();
    takeBack();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, []);
}
