"use client";

import { useErrorText } from "@/app/_ui/form/useErrorText";
import type { FieldFault } from "@/lib/faults";

/** Who or what is in the way of a move, each in a sentence. */
export function Clashes({ clashes }: { clashes: FieldFault[] }) {
  const text = useErrorText();
  return (
    <ul className="list-disc ps-5 grid gap-1">
      {clashes.map(text).map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
