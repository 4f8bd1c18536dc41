"use client";

import { useEffect, useRef, useState } from "react";
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
  const send = () => (document.getElementById(formId) as HTMLFormElement | null)?.requestSubmit();
  useEffect(() => {
    if (pending || !more.current) return;
    more.current = false;
    (document.getElementById(formId) as HTMLFormElement | null)?.requestSubmit();
  }, [pending, formId]);
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
  /** Sends what was typed for the one who is shown; false where something is wrong with it. */
  const keep = async (): Promise<boolean> => {
    const names = scoreColumns.map(([kind]) => `scores.${at}.score.${kind}`);
    const changed = scoreColumns.some(
      ([kind]) =>
        said(getValues(`scores.${at}.score.${kind}`)) !== said(getValues(`scores.${at}.was.${kind}`)),
    );
    if (!changed) return true;
    if (!(await check(names))) return false;
    if (pending) more.current = true;
    else send();
    return true;
  };
  const goTo = async (to: number) => {
    if (!(await keep()) || to < 0 || to >= count) return;
    moved.current = true;
    setAt(to);
  };
  return { at, pending, goTo, keep };
}
