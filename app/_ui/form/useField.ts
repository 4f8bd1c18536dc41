"use client";

import type { ReactNode } from "react";
import { useContext, useRef } from "react";
import { get, useFormContext, useFormState } from "react-hook-form";
import type { Said } from "@/app/_actions/readPost";
import type { FieldFault } from "@/lib/faults";
import { fromServer } from "./errorText";
import { RowNameContext, useFrame } from "./frame";

/** What is said beside a field; with the fault itself where the server said it. */
export type FieldError = { text: string; fault: FieldFault | null };

/** As a field shows it. */
export const asText = (said: Said): string =>
  typeof said === "string" || typeof said === "number" ? String(said) : "";

/**
 * What every field of a form shows: what it held at first, its error, and what ties them together. With its label, by
 * which the list of faults names it and links to it.
 */
export function useField(name: string, hint?: ReactNode, label?: ReactNode) {
  const { formId, labels, faults } = useFrame();
  const row = useContext(RowNameContext);
  if (label !== undefined) labels.set(name, row && typeof label === "string" ? `${row}${label}` : label);
  const { errors, defaultValues } = useFormState({ name });
  const id = `${formId}-${name}`;
  const said = get(errors, name) as
    | { type?: string; message?: string; root?: { message?: string } }
    | undefined;
  const message = said?.message ?? said?.root?.message;
  const error: FieldError | null =
    typeof message === "string"
      ? { text: message, fault: said?.type === fromServer ? (faults[name] ?? null) : null }
      : null;
  const described =
    [error ? `${id}-error` : null, hint ? `${id}-hint` : null].filter(Boolean).join(" ") || undefined;
  return {
    id,
    error,
    initial: get(defaultValues, name) as Said,
    props: { id, "aria-invalid": error ? (true as const) : undefined, "aria-describedby": described },
  };
}

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** What a field came with and holds now, where somebody changed it before the scripts came; else null. */
function changedEarly(field: Field): { came: Said; now: Said } | null {
  if (field instanceof HTMLSelectElement) {
    const came = ([...field.options].find((o) => o.defaultSelected) ?? field.options[0])?.value ?? "";
    return field.value === came ? null : { came, now: field.value };
  }
  const { type, checked, defaultChecked } = field as HTMLInputElement;
  if (type === "checkbox") return checked === defaultChecked ? null : { came: defaultChecked, now: checked };
  if (type === "radio") return checked && !defaultChecked ? { came: "", now: field.value } : null;
  return field.value === field.defaultValue ? null : { came: field.defaultValue, now: field.value };
}

/** Registers a native field with the form. What was typed before the scripts came is taken over, not overwritten. */
export function useNative(name: string) {
  const { register, setValue } = useFormContext();
  const { before } = useFrame();
  const known = useRef(new Set<Field>());
  const { ref, ...registered } = register(name);
  return {
    ...registered,
    ref: (field: Field | null) => {
      const early = field && !known.current.has(field) ? changedEarly(field) : null;
      if (field) known.current.add(field);
      ref(field);
      if (!early) return;
      before.set(name, early.came);
      setValue(name, early.now);
    },
  };
}
