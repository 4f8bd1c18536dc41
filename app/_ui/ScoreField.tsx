"use client";

import { useFormContext } from "react-hook-form";
import { ErrorLine } from "./form/Labelled";
import { asText, useField, useNative } from "./form/useField";

/**
 * A score in a table's cell: its label is for those who hear the page. `upon`: the name of what stood there when the
 * values of the form came, which goes with them.
 */
export function ScoreField({ name, upon, label }: { name: string; upon: string; label: string }) {
  const { register } = useFormContext();
  const field = useField(name, null, label);
  const { initial } = useField(upon);
  return (
    <span className="grid gap-1">
      <ErrorLine id={field.id} error={field.error} />
      <input type="hidden" {...register(upon)} defaultValue={asText(initial)} />
      <input
        {...field.props}
        {...useNative(name)}
        aria-label={label}
        inputMode="numeric"
        dir="ltr"
        maxLength={6}
        defaultValue={asText(field.initial)}
        className="input w-20 max-w-full"
      />
    </span>
  );
}
