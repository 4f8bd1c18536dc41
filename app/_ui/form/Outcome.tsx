"use client";

import { type ReactNode, useEffect, useState } from "react";
import type { FormState } from "@/app/_actions/action";
import { useFrame } from "./frame";

/** That it went well, until another form of the page is sent: that may make untrue what was said of this one. */
export function Outcome<T>({
  state,
  done,
  result,
}: {
  state: Extract<FormState<T>, { status: "done" }>;
  done: string | undefined;
  result: ((value: T) => ReactNode) | undefined;
}) {
  const { formId } = useFrame();
  const [over, setOver] = useState(0);
  useEffect(() => {
    const onSubmit = (event: Event) => {
      if ((event.target as HTMLFormElement).id !== formId) setOver(state.at);
    };
    document.addEventListener("submit", onSubmit);
    return () => document.removeEventListener("submit", onSubmit);
  }, [formId, state.at]);
  if (over === state.at || !(done || result)) return null;
  return (
    <div className="outcome">
      {done ? <p>{done}</p> : null}
      {result?.(state.value)}
    </div>
  );
}
