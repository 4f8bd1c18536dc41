"use client";

import { useErrorText } from "@/app/_ui/Form";

/** Who or what is in the way of a move, each in a sentence. */
export function Clashes({ codes }: { codes: string[] }) {
  const text = useErrorText();
  return (
    <ul className="list-disc ps-5 grid gap-1">
      {codes.map((code) => (
        <li key={code}>{text(code)}</li>
      ))}
    </ul>
  );
}
