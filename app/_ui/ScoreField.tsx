"use client";

import { useField } from "./Form";

/** A score in a table's cell: its label is for those who hear the page. */
export function ScoreField({ name, label }: { name: string; label: string }) {
  const field = useField(name, null, label);
  return (
    <span className="grid gap-1">
      {field.error ? (
        <span id={`${field.id}-error`} className="text-stop text-sm font-semibold">
          {field.error.text}
        </span>
      ) : null}
      <input
        {...field.props}
        aria-label={label}
        inputMode="numeric"
        dir="ltr"
        maxLength={3}
        defaultValue={field.text}
        className="input w-20"
      />
    </span>
  );
}
