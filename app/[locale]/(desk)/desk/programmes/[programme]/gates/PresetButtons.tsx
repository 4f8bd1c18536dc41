"use client";

import { Check } from "lucide-react";
import { useRouter } from "next/navigation";
import { useFormContext } from "react-hook-form";

/** Asks for the page again with all that stands in the form, and more, at a place of it. */
function useAskAgain(path: string) {
  const router = useRouter();
  const { getValues } = useFormContext();
  return (more: [string, string], at: string) => {
    const said = Object.entries(getValues()).map(([field, value]) => [field, String(value ?? "")]);
    router.push(`${path}?${new URLSearchParams([...said, more])}#${at}`);
  };
}

/** Asks whom a version from the day that stands in the form would touch. Without JavaScript the form itself asks. */
export function TouchesButton({ path, label }: { path: string; label: string }) {
  const ask = useAskAgain(path);
  return (
    <button
      type="submit"
      name="show"
      value="touches"
      formMethod="get"
      formAction={`${path}#touches`}
      formNoValidate
      className="button"
      onClick={(event) => {
        event.preventDefault();
        ask(["show", "touches"], "touches");
      }}
    >
      {label}
    </button>
  );
}

/**
 * Buttons that fill the fields with what a scheme says: they ask for the page again with all that stands in the form, so that what
 * was changed stays. Without JavaScript the form itself asks.
 */
export function PresetButtons({
  path,
  presets,
  chosen,
}: {
  path: string;
  presets: readonly { name: string; label: string }[];
  chosen: string;
}) {
  const ask = useAskAgain(path);
  return (
    <ul className="flex flex-wrap gap-2">
      {presets.map(({ name, label }) => (
        <li key={name}>
          <button
            type="submit"
            name="scheme"
            value={name}
            formMethod="get"
            formAction={path}
            formNoValidate
            className={name === chosen ? "button border-accent bg-accent-tint text-accent" : "button"}
            aria-pressed={name === chosen}
            onClick={(event) => {
              event.preventDefault();
              ask(["scheme", name], "new-version");
            }}
          >
            {name === chosen ? <Check size={16} aria-hidden /> : null}
            {label}
          </button>
        </li>
      ))}
    </ul>
  );
}
