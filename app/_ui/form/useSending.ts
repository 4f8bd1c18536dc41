"use client";

import { type FormEvent, type RefObject, useEffect, useRef, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import type { FormState } from "@/app/_actions/action";
import type { Values } from "@/app/_actions/readPost";

/** Sends a form once: a second tap waits for the answer, and without a connection nothing leaves. */
export function useSending(
  form: UseFormReturn,
  /** What came of it last, and whether something is on its way. */
  { state, pending }: { state: FormState; pending: boolean },
  how: {
    /** What the button that was pressed says, once one was. */
    pressed: RefObject<Values>;
    send: (values: Values) => void;
    refuse: () => void;
    /** Where it is said what came of it. */
    notice: RefObject<HTMLElement | null>;
  },
) {
  /** True from a submit until its answer: a second tap can come before `pending` is drawn. */
  const busy = useRef(false);
  const [offline, setOffline] = useState(false);
  const answeredAt = state.status === "new" ? 0 : state.at;
  const { notice } = how;
  useEffect(() => {
    if (!pending) busy.current = false;
  }, [pending]);
  useEffect(() => {
    if (answeredAt === 0) return;
    // An answer ends the wait also where `pending` was never drawn.
    busy.current = false;
    if (state.status === "done") notice.current?.focus({ preventScroll: true });
  }, [answeredAt, state.status, notice]);
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
    how.pressed.current =
      submitter instanceof HTMLButtonElement && submitter.name ? { [submitter.name]: submitter.value } : {};
    void form.handleSubmit(
      (values) => how.send(values),
      () => {
        busy.current = false;
        how.refuse();
      },
    )(event);
  };
  return { submit, offline, answeredAt };
}
