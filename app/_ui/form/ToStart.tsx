"use client";

import { useEffect, useRef } from "react";

/** In the answer of a form that is empty again: brings its start into view, where the next one is begun. */
export function ToStart() {
  const here = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    // Newer browsers give a promise back, which React would take for what ends the effect.
    here.current?.closest("form")?.scrollIntoView({ block: "start" });
  }, []);
  return <span ref={here} hidden />;
}
