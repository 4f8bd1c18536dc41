"use client";

import { useEffect, useRef } from "react";

/** What was just set up or taken away, in view and spoken: whoever did it is taken to it, for the button that did it is gone. */
export function MeansDone({ children }: { children: string }) {
  const said = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    said.current?.focus({ preventScroll: true });
    said.current?.scrollIntoView({ block: "center" });
  }, []);
  return (
    <p ref={said} role="status" tabIndex={-1} className="rounded-card bg-ok-tint text-ok p-3">
      {children}
    </p>
  );
}
