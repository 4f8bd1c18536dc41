"use client";

import { type ReactNode, useEffect, useRef } from "react";

/**
 * The first button of a form whose buttons do different things: Enter in a field presses that one, and it does nothing. A row
 * that is ticked is not decided by a slip of the keyboard. Without JavaScript it closes a dialog that is none; one that
 * cannot be pressed would be passed over by Enter on a box.
 */
export const NothingByEnter = () => (
  <button type="submit" formMethod="dialog" hidden onClick={(event) => event.preventDefault()} />
);

/** A field with the buttons that it is for: Enter in it presses the first of them. */
export function EnterPresses({ className, children }: { className?: string; children: ReactNode }) {
  const part = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const around = part.current;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Enter" || event.isComposing || !(event.target instanceof HTMLInputElement)) return;
      event.preventDefault();
      around?.querySelector<HTMLButtonElement>("button[type=submit]")?.click();
    };
    around?.addEventListener("keydown", onKey);
    return () => around?.removeEventListener("keydown", onKey);
  }, []);
  return (
    <div ref={part} className={className}>
      {children}
    </div>
  );
}
