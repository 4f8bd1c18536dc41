"use client";

import { useEffect, useState } from "react";
import { unfold } from "@/app/_ui/form/frame";
import { isZ } from "@/app/_ui/kit/letterOf";
import { Toast } from "@/app/_ui/kit/Toast";
import { undoStep } from "./undoStep";

/** How often (ms) it is looked whether what is on its way has come. */
const looksEvery = 100;

/** True while a session that was put down, or a form, is being saved. */
const isSaving = () =>
  document.documentElement.dataset.saving !== undefined ||
  document.querySelector('[type="submit"][aria-disabled="true"]') !== null;

/** Presses the undo of a change; where it is refused, its fold is opened, so that why is seen and heard. */
function undo(change: HTMLElement) {
  const look = () => {
    const refusal = change.querySelector('[role="alert"]');
    if (!refusal) return;
    refused.disconnect();
    unfold(refusal);
  };
  const refused = new MutationObserver(look);
  refused.observe(change, { childList: true, subtree: true });
  look();
  change.querySelector<HTMLElement>('[type="submit"]')?.click();
}

/** Ctrl Z as it was pressed, until it is known what it undoes. */
type Pressed = {
  /** On which page. */
  on: string;
  /** Whether something was on its way, and which change was the newest then. */
  waited: boolean;
  newestThen: string | null;
  /** When something was on its way last, and when that was looked at last. */
  busyAt: number;
  lookedAt: number;
};

/** Held here: the answer that is waited for brings the page anew, and all that is on it with it. */
let pressed: Pressed | null = null;

/** So long (ms) after it was looked at last the key still means what was on its way: whoever comes back later pressed nothing. */
const outlives = 1_000;

/** Ctrl Z undoes one's own last change in a list, also when its message is gone, once what is being saved is there. */
export function UndoKey({ list, nothing }: { list: string; nothing: string }) {
  /** How often there was nothing to undo. */
  const [vain, setVain] = useState(0);
  useEffect(() => {
    let timer = 0;
    const next = () => document.querySelector<HTMLElement>(`#${list} [data-undo-next]`);
    const newestNow = () => next()?.dataset.undoNext ?? null;
    const look = () => {
      if (pressed === null) return;
      const [saving, now] = [isSaving(), Date.now()];
      pressed.lookedAt = now;
      if (saving) pressed.busyAt = now;
      const { waited, newestThen, busyAt } = pressed;
      const step = undoStep({ saving, waited, newestThen, newest: newestNow(), quietFor: now - busyAt });
      if (step === "wait") {
        timer = window.setTimeout(look, looksEvery);
        return;
      }
      pressed = null;
      const change = step === "undo" ? next() : null;
      if (change) undo(change);
      if (step === "nothing") setVain((times) => times + 1);
    };
    const onKey = (event: KeyboardEvent) => {
      if (!isZ(event) || event.shiftKey || event.altKey || !(event.ctrlKey || event.metaKey)) return;
      const { target } = event;
      const types =
        target instanceof HTMLElement && target.closest("textarea, select, input, [contenteditable]");
      // What is in the hand is put back with Escape.
      const inHand = document.documentElement.dataset.carrying !== undefined && !isSaving();
      if (types || event.defaultPrevented || event.isComposing || inHand) return;
      // What was just done has its own, unless something newer is on its way.
      if (!isSaving() && document.querySelector("[data-undo] button")) return;
      event.preventDefault();
      if (pressed !== null || event.repeat) return;
      const now = Date.now();
      pressed = {
        on: window.location.pathname,
        ...{ waited: isSaving(), newestThen: newestNow() },
        ...{ busyAt: now, lookedAt: now },
      };
      look();
    };
    if (pressed && (pressed.on !== window.location.pathname || Date.now() - pressed.lookedAt > outlives))
      pressed = null;
    look();
    // Before the message of an older change hears of it.
    document.addEventListener("keydown", onKey, true);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener("keydown", onKey, true);
    };
  }, [list]);
  return vain > 0 ? <Toast of={`nothing ${vain}`}>{nothing}</Toast> : null;
}
