"use client";

import { useEffect, useState } from "react";
import { allMarks } from "@/lib/attendance/rules/deviceKeys";

/** How many marks of rolls this device keeps, whosever they are; where it keeps none, nothing more is loaded. */
async function countedHere(): Promise<number> {
  const kept = Object.keys(localStorage).filter((key) => key.startsWith(allMarks));
  if (kept.length === 0) return 0;
  const { readKept } = await import("@/lib/attendance/rules/onDevice");
  return kept.reduce((sum, key) => sum + (readKept(localStorage.getItem(key))?.marks.size ?? 0), 0);
}

/** That marks wait on this device until whoever made them signs in. */
export function MarksHere({ label, next }: { label: string; next: string }) {
  const [count, setCount] = useState(0);
  useEffect(() => {
    // Where storage is switched off, nothing waits.
    countedHere().then(setCount, () => {});
  }, []);
  return count === 0 ? null : (
    <p role="status" className="rounded-card bg-attention-tint text-attention p-3">
      {label} <strong>{count}</strong>. {next}
    </p>
  );
}
