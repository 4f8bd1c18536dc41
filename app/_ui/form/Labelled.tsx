"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFrame } from "./frame";
import type { FieldError } from "./useField";
import "./fields.css";

export type FieldProps = { name: string; label: ReactNode; hint?: ReactNode; optional?: string };

/** The label of a field, what is wrong with it and a hint, around the field itself. */
export function Labelled({
  id,
  label,
  hint,
  optional,
  error,
  children,
}: Omit<FieldProps, "name"> & { id: string; error: FieldError | null; children: ReactNode }) {
  return (
    <div className="form-field scroll-mt-4 grid gap-1 content-start">
      <label htmlFor={id} className="form-label font-semibold">
        {label}
        {optional ? <span className="quiet font-normal"> {optional}</span> : null}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="form-hint quiet">
          {hint}
        </p>
      ) : null}
      {children}
      <ErrorLine id={id} error={error} />
    </div>
  );
}

/** What is wrong with a field, with the way to what it speaks of where there is one. */
export function ErrorLine({ id, error }: { id: string; error: FieldError | null }) {
  const t = useTranslations("form");
  const { wayOn } = useFrame();
  if (!error) return null;
  const way = error.fault && wayOn?.(error.fault);
  return (
    <p id={`${id}-error`} className="form-error text-stop text-sm font-semibold">
      {error.text}
      {way ? (
        <>
          {" "}
          <a href={way.href} className="text-stop">
            {t(way.word)}
          </a>
        </>
      ) : null}
    </p>
  );
}
