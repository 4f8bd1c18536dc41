"use client";

import { useEffect, useState } from "react";

/** Copies a text; where the browser does not let pages do that, the text is there to be selected. */
export function CopyText({ text, label, done }: { text: string; label: string; done: string }) {
  const [works, setWorks] = useState(false);
  const [copied, setCopied] = useState(false);
  useEffect(() => setWorks(Boolean(navigator.clipboard)), []);
  if (!works) return null;
  return (
    <p className="flex flex-wrap gap-2 items-center">
      <button
        type="button"
        className="button"
        onClick={() => {
          void navigator.clipboard.writeText(text).then(
            () => setCopied(true),
            () => setWorks(false),
          );
        }}
      >
        {label}
      </button>
      <span aria-live="polite">{copied ? done : null}</span>
    </p>
  );
}
