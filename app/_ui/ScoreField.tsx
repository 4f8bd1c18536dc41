"use client";

import { ErrorLine } from "./form/Labelled";
import { asText, useField, useNative } from "./form/useField";

/** A score in a table's cell: its label is for those who hear the page. */
export function ScoreField({ name, label }: { name: string; label: string }) {
  const field = useField(name, null, label);
  return (
    <span className="grid gap-1">
      <ErrorLine id={field.id} error={field.error} />
      <input
        {...field.props}
        {...useNative(name)}
        aria-label={label}
        inputMode="numeric"
        dir="ltr"
        maxLength={6}
        defaultValue={asText(field.initial)}
        className="input w-20"
      />
    </span>
  );
}
