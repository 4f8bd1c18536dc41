"use client";

import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useFormState } from "react-hook-form";
import { useCheck, useFrame } from "../form/frame";

/** Which step of a form is open, how far one has come, and the ways from one to another. */
export function useSteps(steps: readonly { key: string; fields: readonly string[] }[], anyOrder: boolean) {
  const check = useCheck();
  const { errors } = useFormState();
  const { reveal, pending } = useFrame();
  const [at, setAt] = useState(0);
  /** So many of the first steps were gone on from, each with nothing wrong in it: a step that an address opens is not. */
  const [passed, setPassed] = useState(0);
  const heads = useRef<(HTMLHeadingElement | null)[]>([]);
  /** True once the reader has gone from one step to another: the new one is then brought into view. */
  const moved = useRef(false);
  const keys = useRef<string[]>([]);
  keys.current = steps.map(({ key }) => key);
  /** The step that is open, for what happens between two drawings. */
  const here = useRef(at);
  here.current = at;
  /** Opens the step of a fault. The address says so too: a link to the step that it named would lead nowhere. */
  const open = useCallback((step: number) => {
    setAt(step);
    if (step !== here.current) window.history.replaceState(null, "", `#${keys.current[step]}`);
  }, []);
  const firstFaulty = steps.findIndex(({ fields }) => fields.some((name) => name in errors));
  const faulty = steps.flatMap(({ fields }) => fields.filter((name) => name in errors)).join(" ");
  const known = useRef("");
  useEffect(() => {
    const read = () => {
      const asked = keys.current.indexOf(window.location.hash.slice(1));
      if ((asked < 0 && window.location.hash) || Math.max(0, asked) === here.current) return;
      moved.current = true;
      setAt(Math.max(0, asked));
    };
    if (window.location.hash) read();
    window.addEventListener("hashchange", read);
    return () => window.removeEventListener("hashchange", read);
  }, []);
  useEffect(() => {
    const before = known.current.split(" ");
    known.current = faulty;
    // What is newly at fault is shown; who mends one thing is not taken away to the next.
    if (faulty.split(" ").some((name) => name && !before.includes(name))) open(firstFaulty);
  }, [faulty, firstFaulty, open]);
  useEffect(() => {
    // A link of the list of faults leads to a field that may stand in another step.
    const show = (field: Element) => {
      const step = keys.current.findIndex((key) => document.getElementById(key)?.contains(field));
      if (step >= 0) flushSync(() => open(step));
    };
    reveal.add(show);
    return () => void reveal.delete(show);
  }, [reveal, open]);
  useEffect(() => {
    const head = heads.current[at];
    if (!moved.current || !head) return;
    moved.current = false;
    head.focus({ preventScroll: true });
    head.scrollIntoView({ block: "start" });
  }, [at]);
  const go = (to: number) => {
    // On its way, a form leads to what comes of it: another entry in the history meanwhile would leave the reader here, in an
    // empty form. The button that sends says shorter that it is busy, so a second tap may meet the one beside it.
    if (pending) return;
    moved.current = true;
    setAt(to);
    // Not by its hash alone: of an entry that the browser makes by itself Next knows no page to come back to.
    window.history.pushState(null, "", `#${steps[to]!.key}`);
  };
  const next = async () => {
    // With those before it, which somebody may have come past by an address, or which a reload has emptied.
    if (!(await check(steps.slice(0, at + 1).flatMap(({ fields }) => fields)))) return;
    setPassed(Math.max(passed, at + 1));
    go(at + 1);
  };
  return {
    at,
    reached: anyOrder ? steps.length - 1 : Math.max(passed, at),
    passed,
    heads,
    go,
    next,
    /** Enter in a field of a step goes on to the next one: only the last one sends. */
    onEnter: (event: KeyboardEvent) => {
      if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
      if (anyOrder || at === steps.length - 1) return;
      event.preventDefault();
      void next();
    },
  };
}
