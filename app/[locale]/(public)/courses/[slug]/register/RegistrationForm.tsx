"use client";

import { useMemo } from "react";
import type { Resolver } from "react-hook-form";
import { errorsOf } from "@/app/_ui/form/errorText";
import { Form, type FormProps } from "@/app/_ui/form/Form";
import { useErrorText } from "@/app/_ui/form/useErrorText";
import { type FieldFault, fault } from "@/lib/faults";
import { register } from "./actions";

/** A number to call has at least so many digits, wherever. Whether there is such a number the server says. */
const fewestDigits = 6;

/**
 * What cannot be missing of the first step or right as it is, said before one goes on. All else the server checks with the course's
 * questions, so that a phone loads no schema; what is sent it checks as a whole, so that all is said at once.
 */
function missing(values: Record<string, unknown>, asked: readonly string[]): Record<string, FieldFault> {
  if (asked.includes("consent") || !asked.includes("phone")) return {};
  const said = (name: string) => String(values[name] ?? "").trim();
  const digits = said("phone").match(/\p{Nd}/gu) ?? [];
  if ("who" in values && values.who !== "other") return values.who ? {} : { who: fault("registerWhom") };
  return {
    ...(said("name") === ""
      ? { name: fault("nameRequired") }
      : /\p{L}/u.test(said("name"))
        ? {}
        : { name: fault("nameWithoutLetters") }),
    ...(said("phone") === "" && said("email") === ""
      ? { phone: fault("contactNeeded") }
      : said("phone") !== "" && digits.length < fewestDigits
        ? { phone: fault("phoneInvalid") }
        : {}),
  };
}

/** The registration of a course. */
export function RegistrationForm(props: FormProps) {
  const text = useErrorText();
  const resolver = useMemo<Resolver>(
    () =>
      (values, _context, { names = [] }) => {
        const faults = missing(values, names);
        return Object.keys(faults).length > 0
          ? { values: {}, errors: errorsOf(faults, text, "missing") }
          : { values, errors: {} };
      },
    [text],
  );
  return <Form action={register} resolver={resolver} {...props} />;
}
