"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { useInBrowser } from "../form/useInBrowser";
import { isZ } from "./letterOf";
import { isUnhurried } from "./unhurried";
import "./toast.css";

/** How long it stays where nobody asked for no time limits, and its reader is elsewhere. */
const staysMs = 20_000;
const another = "toast";

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches("textarea, select, input:not([type=checkbox], [type=radio])"));

/**
 * What was just done, with its Undo: one at a time, at the foot of the window. It is spoken, and does not take the focus
 * unless nothing else has it. Ctrl Z undoes too. Without JavaScript it stands there until the next page.
 */
export function Toast({
  id,
  of,
  children,
  undo,
  onUndo,
  onGone,
}: {
  /** Where an address leads to it. */
  id?: string;
  /** Another one for each thing that was done: a new one is shown and spoken anew. */
  of: string;
  children: ReactNode;
  /** A form with one button that undoes it. */
  undo?: ReactNode;
  /** Undoes what was done in the browser alone. */
  onUndo?: () => void;
  /** Called once it is gone. */
  onGone?: () => void;
}) {
  const t = useTranslations("parts");
  const inBrowser = useInBrowser();
  const box = useRef<HTMLDivElement>(null);
  /** The one that its reader has sent away, or that its time has. */
  const [gone, setGone] = useState<string | null>(null);
  const left = useRef(onGone);
  left.current = onGone;
  const shown = gone !== of;
  const go = useCallback(() => {
    setGone(of);
    left.current?.();
  }, [of]);
  useEffect(() => {
    const here = box.current;
    if (!shown || !here) return;
    let timer = 0;
    const wait = () => {
      window.clearTimeout(timer);
      if (!isUnhurried()) timer = window.setTimeout(go, staysMs);
    };
    const hold = () => window.clearTimeout(timer);
    // Not what it is hovered by: a finger that has pressed it leaves it hovered for good.
    const letGo = () => {
      if (!here.contains(document.activeElement)) wait();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if (event.key === "Escape" && here.contains(document.activeElement)) go();
      if (!isZ(event) || event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
      if (isTyping(event.target)) return;
      const button = here.querySelector<HTMLButtonElement>("[data-undo] button");
      if (!button) return;
      event.preventDefault();
      button.click();
    };
    const onAnother = (event: Event) => {
      if ((event as CustomEvent).detail !== here) go();
    };
    // Browsers scroll what is under something fixed into sight only in part of the cases.
    const clear = () => {
      const focused = document.activeElement;
      if (!focused || focused === document.body || here.contains(focused)) return;
      const [its, ours] = [focused.getBoundingClientRect(), here.getBoundingClientRect()];
      const over = its.bottom - ours.top + 8;
      if (over > 0 && ours.bottom > its.top) window.scrollBy({ top: over, behavior: "instant" });
    };
    window.dispatchEvent(new CustomEvent(another, { detail: here }));
    document.documentElement.dataset.toast = "";
    // Where the button that was pressed is gone, the reader goes on from here.
    if (document.activeElement === document.body) here.focus({ preventScroll: true });
    clear();
    wait();
    const onLeave = () => window.setTimeout(letGo);
    const heard: [EventTarget, string, (event: never) => void][] = [
      [document, "focusin", clear],
      [here, "focusin", hold],
      [here, "pointerenter", hold],
      [here, "pointerleave", letGo],
      [here, "focusout", onLeave],
      [document, "keydown", onKey],
      [window, another, onAnother],
    ];
    for (const [on, what, then] of heard) on.addEventListener(what, then as EventListener);
    return () => {
      window.clearTimeout(timer);
      for (const [on, what, then] of heard) on.removeEventListener(what, then as EventListener);
      delete document.documentElement.dataset.toast;
    };
  }, [go, shown]);
  if (!shown) return null;
  return (
    <div ref={box} id={id} className="toast" tabIndex={-1} data-kit="toast">
      <div className="toast-text">
        {/* Said once it is there: what comes with a region that is new is not spoken everywhere. */}
        <Spoken key={of}>{children}</Spoken>
      </div>
      {undo ? (
        <div data-undo className="toast-undo">
          {undo}
        </div>
      ) : onUndo ? (
        <div data-undo className="toast-undo">
          <button
            type="button"
            className="toast-button"
            aria-keyshortcuts="Control+Z Meta+Z"
            onClick={onUndo}
          >
            {t("undo")}
          </button>
        </div>
      ) : null}
      {inBrowser ? (
        <button
          type="button"
          className="toast-button toast-close"
          aria-label={t("closeMessage")}
          onClick={go}
        >
          <span aria-hidden>×</span>
        </button>
      ) : null}
    </div>
  );
}

/** A region that is there first and says its text a moment later, which is seen at once. */
function Spoken({ children }: { children: ReactNode }) {
  const inBrowser = useInBrowser();
  const [said, setSaid] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setSaid(true), 60);
    return () => window.clearTimeout(timer);
  }, []);
  const later = inBrowser && !said;
  return (
    <>
      {later ? <div aria-hidden>{children}</div> : null}
      <div role="status">{later ? null : children}</div>
    </>
  );
}
