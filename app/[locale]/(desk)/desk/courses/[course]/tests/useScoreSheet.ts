"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useFormContext } from "react-hook-form";
import { useFrame } from "@/app/_ui/form/frame";
import { scoreColumns } from "./scoreDefaults";

const said = (value: unknown) => (value === null || value === undefined ? "" : String(value).trim());

/** Whose scores a phone shows, and the sending of what was typed whenever one goes on to somebody else. */
export function useScoreSheet(count: number) {
  const { formId, pending, check, reveal } = useFrame();
  const { getValues } = useFormContext();
  const [at, setAt] = useState(0);
  /** True where something was typed while the last sending was on its way. */
  const more = useRef(false);
  /** True once somebody was gone to, who is then to have the focus. */
  const moved = useRef(false);
  /** True once something was to be sent, and there was no network. */
  const held = useRef(false);
  const send = useCallback(() => {
    held.current = !navigator.onLine;
    (document.getElementById(formId) as HTMLFormElement | null)?.requestSubmit();
  }, [formId]);
  useEffect(() => {
    const online = () => {
      if (held.current) send();
    };
    window.addEventListener("online", online);
    return () => window.removeEventListener("online", online);
  }, [send]);
  useEffect(() => {
    if (pending || !more.current) return;
    more.current = false;
    send();
  }, [pending, send]);
  useEffect(() => {
    // A link of the list of faults leads to a field of somebody who is out of view.
    const show = (field: Element) => {
      const row = /^score-(\d+)$/.exec(field.closest("tr")?.id ?? "")?.[1];
      if (row !== undefined) flushSync(() => setAt(Number(row)));
    };
    reveal.add(show);
    return () => void reveal.delete(show);
  }, [reveal]);
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    document.querySelector<HTMLElement>(`#score-${at} input:not([type=hidden])`)?.focus();
  }, [at]);
  const isUnsent = (of: number) =>
    scoreColumns.some(
      ([kind]) =>
        said(getValues(`scores.${of}.score.${kind}`)) !== said(getValues(`scores.${of}.was.${kind}`)),
    );
  /**
   * Sends what was typed for the one who is shown, and for whoever was shown before and it did not get through; false where
   * something is wrong with what is shown.
   */
  const keep = async (): Promise<boolean> => {
    const changed = isUnsent(at);
    if (changed && !(await check(scoreColumns.map(([kind]) => `scores.${at}.score.${kind}`)))) return false;
    // What is on its way is not sent a second time.
    if (pending) more.current ||= changed;
    else if (Array.from({ length: count }, (_, of) => of).some(isUnsent)) send();
    return true;
  };
  const goTo = async (to: number) => {
    if (!(await keep()) || to < 0 || to >= count) return;
    moved.current = true;
    setAt(to);
  };
  return { at, pending, goTo, keep };
}
