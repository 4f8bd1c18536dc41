"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";

/** A message about what was just done: comes into view and has the focus, so that it is heard and Undo is one Tab away. */
export function Arrived({ of, children }: { of: string; children: ReactNode }) {
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
      className="rounded-card bg-ok-tint text-ok p-3 grid gap-2 scroll-my-20"
    >
      {children}
    </div>
  );
}

/**
 * Around the form of a session. Opened from its card, its heading has the focus; Escape leaves it for the card again.
 * @param sessionId null where the form adds one.
 */
export function EditPanel({
  sessionId,
  back,
  children,
}: {
  sessionId: number | null;
  back: string;
  children: ReactNode;
}) {
  const panel = useRef<HTMLElement>(null);
  const router = useRouter();
  useEffect(() => {
    const element = panel.current;
    if (!element || sessionId === null) return;
    const heading = element.querySelector<HTMLElement>("h2");
    heading?.scrollIntoView({ block: "start" });
    heading?.focus({ preventScroll: true });
    const leave = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      document.querySelector<HTMLElement>(`#session-${sessionId} a`)?.focus();
      router.push(back, { scroll: false });
    };
    element.addEventListener("keydown", leave);
    return () => element.removeEventListener("keydown", leave);
  }, [sessionId, back, router]);
  return (
    <section ref={panel} className="card grid gap-4">
      {children}
    </section>
  );
}
