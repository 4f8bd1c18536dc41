"use client";

import { type ReactNode, useEffect, useRef } from "react";

/**
 * Around a table. Where letters are so large that the table is wider than its room, it scrolls in this box, and the page
 * is no wider than the window. Only then: a box that scrolls would cut off the menus that open over its edge.
 */
export function TableBox({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const around = box.current;
    const table = around?.querySelector("table");
    if (!around || !table) return;
    const look = () => around.toggleAttribute("data-scrolls", table.offsetWidth > around.clientWidth + 1);
    const seen = new ResizeObserver(look);
    seen.observe(around);
    seen.observe(table);
    return () => seen.disconnect();
  }, []);
  return (
    <div ref={box} className="tbl-around">
      {children}
    </div>
  );
}
