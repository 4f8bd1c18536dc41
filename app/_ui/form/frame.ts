"use client";

import { createContext, type ReactNode, useContext, useSyncExternalStore } from "react";
import type { Said } from "@/app/_actions/readPost";
import type { FieldFault } from "@/lib/faults";
import type { wayOn } from "./wayOn";

/** What the fields of one form share beside what react-hook-form holds of them. */
export type Frame = {
  /** Begins the ids of the fields, so that a list of faults can link to them. */
  formId: string;
  /** Labels by field name, in the order of the fields, for the list of faults. */
  labels: Map<string, ReactNode>;
  /** Fields that no draft keeps: keys and versions, passwords. */
  unkept: Set<string>;
  /** What fields held before somebody typed into them ahead of the scripts. */
  before: Map<string, unknown>;
  /** What the server said of the fields last, with what goes with the sentence (keys, `people`). */
  faults: Record<string, FieldFault>;
  /** Called with a field before the reader is taken to it: parts that are out of view show it. */
  reveal: Set<(field: Element) => void>;
  /** How what a field holds is said, where it isn't what is typed: a choice by its label, a tick by a word. */
  spoken: Map<string, (said: Said) => string>;
  /** When what was typed was kept last in this browser, and who wants to hear of it; null where nothing is kept. */
  kept: Kept;
  /** Where a fault leads to, on the desk. */
  wayOn: typeof wayOn | undefined;
  pending: boolean;
  /** Looks at some fields before the form is sent; false where something is wrong with them, which is then said. */
  check: (names: string[]) => Promise<boolean>;
};

export type Kept = { at: number | null; listeners: Set<() => void> };

/** Says that what was typed has been kept, or that nothing is kept any more. */
export function noteKept(kept: Kept, at: number | null): void {
  kept.at = at;
  for (const hear of kept.listeners) hear();
}

export const FrameContext = createContext<Frame | null>(null);

/** What the row around a field is called (“Module 2”), so that a list of faults can say which is meant. */
export const RowNameContext = createContext<string | null>(null);

/** What the form around a field shares with it. */
export function useFrame(): Frame {
  const frame = useContext(FrameContext);
  if (!frame) throw new Error("a field stands in a form");
  return frame;
}

/** When what was typed was kept last in this browser (ms); null where nothing is kept. */
export function useKeptAt(): number | null {
  const { kept } = useFrame();
  return useSyncExternalStore(
    (hear) => {
      kept.listeners.add(hear);
      return () => kept.listeners.delete(hear);
    },
    () => kept.at,
    () => null,
  );
}

/** For a form in steps: looks at the fields of one of them. */
export const useCheck = () => useFrame().check;

/** Opens the folded parts in which a field stands. */
export function unfold(field: Element): void {
  for (let fold = field.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null)
    fold.open = true;
}
