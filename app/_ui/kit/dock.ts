"use client";

import { type RefObject, useEffect } from "react";

/** How much of the window's foot is taken by something that stays there, as CSS knows it. */
const docks = new Map<Element, number>();

const say = () => {
  const root = document.documentElement;
  const most = Math.max(0, ...docks.values());
  if (most === 0) root.style.removeProperty("--dock-room");
  else root.style.setProperty("--dock-room", `${most}px`);
};

/**
 * For what sticks to the foot of the window: what has the focus is scrolled clear of it, and a message stands above it.
 * @param shown false while it is not there.
 */
export function useDock(element: RefObject<HTMLElement | null>, shown = true): void {
  useEffect(() => {
    const dock = element.current;
    if (!dock || !shown) return;
    const measure = () => {
      const { position, bottom } = getComputedStyle(dock);
      const sticks = ["sticky", "fixed"].includes(position);
      // With what is left free below it.
      docks.set(dock, sticks ? dock.offsetHeight + (Number.parseFloat(bottom) || 0) : 0);
      say();
    };
    const observer = new ResizeObserver(measure);
    observer.observe(dock);
    window.addEventListener("resize", measure);
    measure();
    return () => {
      observer.disconnect();
      window.removeEventListener("resize", measure);
      docks.delete(dock);
      say();
    };
  }, [element, shown]);
}
