"use client";

import { useState } from "react";
import type { Sheet } from "@/lib/attendance/rules/deviceSheet";
import type { FieldFault } from "@/lib/faults";

/** What a reason is owed for: a roll before its day, or a correction on which a certificate rests. */
export type Owed = "early" | "mended" | null;

/** Which reason a refusal asks for. */
const owedBy = (fault: FieldFault | undefined): Owed =>
  fault?.code === "rollEarly" ? "early" : fault?.code === "rollMended" ? "mended" : null;

/**
 * What a reason is owed for: as the page says, or as an answer does where that became true after the page was opened (the
 * session moved, the course ended). What an answer asked for is asked until something was saved.
 */
export function useOwed(byPage: Owed, fault: FieldFault | undefined, savedAt: Sheet["savedAt"]): Owed {
  const [asked, setAsked] = useState<{ owed: Owed; savedAt: Sheet["savedAt"] } | null>(null);
  const owed = owedBy(fault);
  if (owed !== null && (owed !== asked?.owed || savedAt !== asked.savedAt)) setAsked({ owed, savedAt });
  return byPage ?? owed ?? (asked?.savedAt === savedAt ? (asked?.owed ?? null) : null);
}
