"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import type { FormState } from "@/app/_actions/action";
import type { Values } from "@/app/_actions/readPost";
import type { useValues } from "./useValues";

/** Sends a form once: a second tap waits for the answer, and without a connection nothing leaves. */
export function useSending(
  { form, pressed, refuse }: ReturnType<typeof useValues>,
  {
    state,
    pending,
    goesOn,
  }: {
    /** What came of it last. */
    state: FormState;
    /** True while it is on its way. */
    pending: boolean;
    /** True where the reader works on meanwhile. */
    goesOn: boolean;
  },
  send: (values: Values) => void,
) {
  /** True from a submit until its answer: a second tap can come before `pending` is drawn. */
  const busy = useRef(false);
  const [offline, setOffline] = useState(false);
  /** Where it is said what came of it. */
  const notice = useRef<HTMLDivElement>(null);
  const answeredAt = state.status === "new" ? 0 : state.at;
  useEffect(() => {
    if (!pending) busy.current = false;
  }, [pending]);
  useEffect(() => {
    if (answeredAt === 0) return;
    // An answer ends the wait also where `pending` was never drawn.
    busy.current = false;
    const elsewhere = goesOn && document.activeElement !== document.body;
    if (state.status === "done" && !elsewhere) notice.current?.focus({ preventScroll: true });
  }, [answeredAt, state.status, goesOn]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy.current) return;
    setOffline(!navigator.onLine);
    if (!navigator.onLine) {
      notice.current?.focus();
      return;
    }
    busy.current = true;
    const { submitter } = event.nativeEvent as SubmitEvent;
    pressed.current =
      submitter instanceof HTMLButtonElement && submitter.name ? { [submitter.name]: submitter.value } : {};
    void form.handleSubmit(send, () => {
      busy.current = false;
      refuse();
    })(event);
  };
  return { submit, offline, notice, answeredAt };
}
