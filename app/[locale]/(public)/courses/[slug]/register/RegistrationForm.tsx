"use client";

import { useMemo } from "react";
import type { Resolver } from "react-hook-form";
import { errorsOf } from "@/app/_ui/form/errorText";
import { Form, type FormProps } from "@/app/_ui/form/Form";
import { useErrorText } from "@/app/_ui/form/useErrorText";
import { register } from "./actions";

/** The registration of a course. */
export function RegistrationForm(props: FormProps) {
  const text = useErrorText();
  const resolver = useMemo<Resolver>(
    () =>
      async (values, _context, { names = [] }) => {
        // What checks a step is loaded with the first one that is gone on from; where it cannot be, the server checks all.
        const faults = await import("./wrongIn").then(
          ({ wrongIn }) => wrongIn(values, names),
          () => ({}),
        );
        return Object.keys(faults).length > 0
          ? { values: {}, errors: errorsOf(faults, text, "wrong") }
          : { values, errors: {} };
      },
    [text],
  );
  return <Form action={register} resolver={resolver} {...props} />;
}
