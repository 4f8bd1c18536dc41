"use client";

import { useCallback, useMemo, useRef, useState } from "react";
import { type FieldValues, type Resolver, useForm } from "react-hook-form";
import type { Values } from "@/app/_actions/readPost";
import type { FieldFault } from "@/lib/faults";
import { errorsOf, tooLongIn } from "./errorText";
import { useErrorText } from "./useErrorText";

/** Nothing is checked here: the server says what is amiss. */
const unchecked: Resolver = (values) => ({ values, errors: {} });

/** The values of a form from the first on, with what is wrong with them as the browser or the server says it. */
export function useValues(
  first: Values,
  faults: Record<string, FieldFault> | undefined,
  resolver: Resolver = unchecked,
) {
  const text = useErrorText();
  /** What the button that was pressed says: part of what is checked and sent. */
  const pressed = useRef<Values>({});
  const form = useForm({
    defaultValues: first as FieldValues,
    resolver: (values, context, options) => {
      const long = tooLongIn(values as Values);
      return long
        ? { values: {}, errors: errorsOf(long, text, "tooLong") }
        : resolver({ ...values, ...pressed.current }, context, options);
    },
    errors: useMemo(() => (faults ? errorsOf(faults, text) : undefined), [faults, text]),
    shouldUnregister: true,
    shouldFocusError: false,
  });
  /** Counts refusals in the browser, each of which takes the reader to the list of faults. */
  const [refused, setRefused] = useState(0);
  const refuse = useCallback(() => setRefused((times) => times + 1), []);
  const check = useCallback(
    async (names: string[]) => {
      const good = await form.trigger(names);
      if (!good) refuse();
      return good;
    },
    [form, refuse],
  );
  return { form, pressed, refused, refuse, check };
}
