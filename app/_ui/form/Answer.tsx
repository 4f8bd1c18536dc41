"use client";

import { type ReactNode, type Ref, useEffect, useState } from "react";
import type { FormState } from "@/app/_actions/action";
import { fault } from "@/lib/faults";
import { useErrorText } from "./errorText";
import { useFrame } from "./frame";
import { RestoredNotice } from "./useDraft";

type Result<T> = {
  done: string | undefined;
  result: ((value: T) => ReactNode) | undefined;
};

/** What is said above the fields: that there is no connection, that it went well, or that a draft was put back. */
export function Answer<T>({
  notice,
  state,
  offline,
  beginAnew,
  ...said
}: Result<T> & {
  notice: Ref<HTMLDivElement>;
  state: FormState<T>;
  offline: boolean;
  /** Empties the form of what was put back into it; null where nothing was. */
  beginAnew: (() => void) | null;
}) {
  const text = useErrorText();
  return (
    <div
      ref={notice}
      tabIndex={-1}
      aria-live="polite"
      className="empty:hidden sticky top-2 z-5 col-span-full w-full"
    >
      {offline ? (
        <p role="alert" className="rounded-card bg-stop-tint text-stop p-3">
          {text(fault("noConnection"))}
        </p>
      ) : state.status === "done" ? (
        <Outcome state={state} {...said} />
      ) : beginAnew && state.status === "new" ? (
        <RestoredNotice anew={beginAnew} />
      ) : null}
    </div>
  );
}

/** That it went well, until another form of the page is sent: that may make untrue what was said of this one. */
function Outcome<T>({
  state,
  done,
  result,
}: Result<T> & { state: Extract<FormState<T>, { status: "done" }> }) {
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
    <div className="rounded-card bg-ok-tint text-ok p-3">
      {done ? <p>{done}</p> : null}
      {result?.(state.value)}
    </div>
  );
}
