"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";

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
