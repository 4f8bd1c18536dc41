"use client";

import { type ReactNode, useEffect, useRef } from "react";

/**
 * What is true of a registration, on top of its page. When it changes, by a form at the page's end, it comes into view
 * and has the focus; without JavaScript the address leads to it (#state).
 */
export function StateCard({ state, children }: { state: string; children: ReactNode }) {
  const card = useRef<HTMLDivElement>(null);
  const shown = useRef(state);
  useEffect(() => {
    if (shown.current === state) return;
    shown.current = state;
    // After the router has put the page where it wants it.
    const later = requestAnimationFrame(() => {
      card.current?.focus({ preventScroll: true });
      card.current?.scrollIntoView({ block: "start" });
    });
    return () => cancelAnimationFrame(later);
  }, [state]);
  return (
    <div ref={card} id="state" tabIndex={-1} className="card grid gap-3 scroll-mt-4">
      {children}
    </div>
  );
}
