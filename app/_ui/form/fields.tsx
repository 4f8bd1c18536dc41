"use client";

import { type ReactNode, useLayoutEffect } from "react";
import { useFormContext } from "react-hook-form";
import { useFrame } from "./frame";
import { type FieldProps, Labelled } from "./Labelled";
import { asText, useField, useNative } from "./useField";

type Input = FieldProps & {
  type?: "text" | "email" | "tel" | "password" | "date" | "time" | "number" | "search";
  autoComplete?: string;
  inputMode?: "numeric" | "tel" | "email";
  list?: string;
  dir?: "auto" | "ltr";
};

/** One line of text. */
export function TextField({ name, label, hint, optional, type = "text", dir = "auto", ...more }: Input) {
  const field = useField(name, hint, label);
  const { unkept } = useFrame();
  if (type === "password") unkept.add(name);
  return (
    <Labelled id={field.id} label={label} hint={hint} optional={optional} error={field.error}>
      <input
        {...field.props}
        {...useNative(name)}
        {...more}
        type={type}
        dir={type === "password" ? "ltr" : dir}
        defaultValue={asText(field.initial)}
        className="input"
      />
    </Labelled>
  );
}

/** Several lines of text. */
export function TextArea({ name, label, hint, optional, rows = 3 }: FieldProps & { rows?: number }) {
  const field = useField(name, hint, label);
  return (
    <Labelled id={field.id} label={label} hint={hint} optional={optional} error={field.error}>
      <textarea
        {...field.props}
        {...useNative(name)}
        rows={rows}
        dir="auto"
        defaultValue={asText(field.initial)}
        className="input"
      />
    </Labelled>
  );
}

/** What isn't typed: keys and the like. */
export function Hidden({ name, value }: { name: string; value: string | number }) {
  const { register, setValue } = useFormContext();
  const { unkept } = useFrame();
  unkept.add(name);
  const said = String(value);
  // A page that comes anew may bring another one.
  useLayoutEffect(() => setValue(name, said), [setValue, name, said]);
  return <input type="hidden" {...register(name)} value={said} readOnly />;
}

/** Several keys of one name. */
export function HiddenList({ name, values }: { name: string; values: readonly (string | number)[] }) {
  const { register, setValue } = useFormContext();
  const { unkept } = useFrame();
  unkept.add(name);
  register(name);
  useLayoutEffect(() => setValue(name, values.map(String)), [setValue, name, values]);
  return values.map((value) => <input key={value} type="hidden" name={`${name}[]`} value={value} readOnly />);
}

/** The button that sends. Says what happens, and that it is happening. */
export function Submit({
  children,
  busy,
  tone = "main",
  name,
  value,
}: {
  children: ReactNode;
  busy: string;
  tone?: "main" | "quiet" | "stop";
  name?: string;
  value?: string;
}) {
  const { pending } = useFrame();
  const look = { main: "button-main", quiet: "button", stop: "button-stop" }[tone];
  return (
    <button type="submit" name={name} value={value} aria-disabled={pending} className={look}>
      {pending ? busy : children}
    </button>
  );
}
