"use client";

import { useInBrowser } from "@/app/_ui/form/Form";

/** Opens the browser's print window; without scripts it says which keys do. */
export function PrintButton({ label, keys }: { label: string; keys: string }) {
  return useInBrowser() ? (
    <button type="button" className="button-main" onClick={() => window.print()}>
      {label}
    </button>
  ) : (
    <p className="font-semibold">{keys}</p>
  );
}
