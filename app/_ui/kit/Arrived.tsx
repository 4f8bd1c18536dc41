"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { type Tone, tones } from "./Badge";

/** A message about what was just done: comes into view and has the focus, so that it is heard and Undo is one Tab away. */
export function Arrived({
  of,
  tone = "ok",
  children,
}: {
  of: string;
  /** What did not go as it was asked is no green message. */
  tone?: Tone;
  children: ReactNode;
}) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Named here so that each new message is one to arrive at.
    if (!of) return;
    element.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
    element.current?.focus({ preventScroll: true });
  }, [of]);
  return (
    <div
      ref={element}
      id="change"
      role="status"
      tabIndex={-1}
      className={`rounded-card ${tones[tone]} p-3 grid gap-2 scroll-my-20`}
    >
      {children}
    </div>
  );
}
