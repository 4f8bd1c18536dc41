"use client";

import { type RefObject, useEffect } from "react";

/** How much of the window's edges is taken by something that stays there, as CSS knows it. */
const taken = { head: new Map<Element, number>(), foot: new Map<Element, number>() };
const rooms = { head: "--head-room", foot: "--dock-room" } as const;

type Edge = keyof typeof rooms;

const say = (edge: Edge) => {
  const root = document.documentElement;
  const most = Math.max(0, ...taken[edge].values());
  if (most === 0) root.style.removeProperty(rooms[edge]);
  else root.style.setProperty(rooms[edge], `${most}px`);
};

function useEdge(edge: Edge, element: RefObject<HTMLElement | null>, shown: boolean): void {
  useEffect(() => {
    const dock = element.current;
    if (!dock || !shown) return;
    const measure = () => {
      const { position, top, bottom } = getComputedStyle(dock);
      const sticks = ["sticky", "fixed"].includes(position);
      // With what is left free beyond it.
      const free = Number.parseFloat(edge === "head" ? top : bottom) || 0;
      taken[edge].set(dock, sticks ? dock.offsetHeight + free : 0);
      say(edge);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(dock);
    window.addEventListener("resize", measure);
    measure();
    return () => {
      observer.disconnect();
      window.removeEventListener("resize", measure);
      taken[edge].delete(dock);
      say(edge);
    };
  }, [edge, element, shown]);
}

/**
 * For what sticks to the foot of the window: what has the focus is scrolled clear of it, and a message stands above it.
 * @param shown false while it is not there.
 */
export const useDock = (element: RefObject<HTMLElement | null>, shown = true): void =>
  useEdge("foot", element, shown);

/** For what sticks to the head of the window, likewise: whatever one is led to stops below it. */
export const useHeadRoom = (element: RefObject<HTMLElement | null>, shown = true): void =>
  useEdge("head", element, shown);
