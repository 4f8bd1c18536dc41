"use client";

import { useMemo } from "react";
import type { Resolver } from "react-hook-form";
import { errorsOf } from "@/app/_ui/form/errorText";
import { Form, type FormProps } from "@/app/_ui/form/Form";
import { useErrorText } from "@/app/_ui/form/useErrorText";
import { type FieldFault, fault, type PlainCode } from "@/lib/faults";
import { birthYears, emailForm, nameFault } from "@/lib/text";
import { register } from "./actions";

/** A number to call has at least so many digits, wherever. Whether there is such a number the server says. */
const fewestDigits = 6;

/**
 * What is wrong with what a step holds, as far as it can be told without a course's questions and the numbers of a country:
 * said before one goes on. A phone loads no schema for it; what is sent the server checks as a whole, so that all is said
 * at once.
 */
function wrongIn(values: Record<string, unknown>, asked: readonly string[]): Record<string, FieldFault> {
  if (asked.includes("consent")) return {};
  const said = (name: string) => String(values[name] ?? "").trim();
  const [name, phone, email, year] = ["name", "phone", "email", "birthYear"].map(said) as [
    string,
    string,
    string,
    string,
  ];
  const known = "who" in values && values.who !== "other";
  const codes: Record<string, PlainCode | null | false> = known
    ? { who: !values.who && "registerWhom" }
    : {
        name: nameFault(name),
        latinName: said("latinName") !== "" && nameFault(said("latinName")),
        phone:
          phone + email === ""
            ? "contactNeeded"
            : phone !== "" && (phone.match(/\p{Nd}/gu) ?? []).length < fewestDigits && "phoneInvalid",
        email: email !== "" && !emailForm.test(email) && "emailInvalid",
      };
  const faults = Object.entries(codes).flatMap(([field, code]) =>
    code ? [[field, fault(code)] as const] : [],
  );
  const [min, max] = birthYears;
  // Of digits in another script the server says.
  return /^\d+$/.test(year) && (Number(year) < min || Number(year) > max)
    ? { ...Object.fromEntries(faults), birthYear: fault("birthYear", { params: { min, max } }) }
    : Object.fromEntries(faults);
}

/** The registration of a course. */
export function RegistrationForm(props: FormProps) {
  const text = useErrorText();
  const resolver = useMemo<Resolver>(
    () =>
      (values, _context, { names = [] }) => {
        const faults = wrongIn(values, names);
        return Object.keys(faults).length > 0
          ? { values: {}, errors: errorsOf(faults, text, "wrong") }
          : { values, errors: {} };
      },
    [text],
  );
  return <Form action={register} resolver={resolver} {...props} />;
}
