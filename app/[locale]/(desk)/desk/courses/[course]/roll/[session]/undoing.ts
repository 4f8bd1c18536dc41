import { type KeptMarks, type MarkState, wasOf, withoutHeld } from "@/lib/attendance/rules/onDevice";
import type { Line } from "./RollLine";
import { type Mark, type Marks, type Stands, stoodIn } from "./rollLines";

/** What undo puts back. `closed`: the person has left the row, so that another mark in it is another change. */
export type Undo = { before: Marks; text: string; closed: boolean };

/** What somebody wants of people: a state, and minutes where they say so. */
export type Changes = ReadonlyMap<number, { state: MarkState; lateMinutes?: number }>;

/** The roll as it is drawn. */
export type DrawnRoll = {
  rows: readonly Stands[];
  lines: ReadonlyMap<number, Pick<Line, "state" | "lateMinutes">>;
  /** What was sent from this page and is not in the rows yet. */
  landed: KeptMarks;
};

/** The marks that changes make where they change anything, and what puts them back. */
export function marksFor(changes: Changes, { rows, lines, landed }: DrawnRoll) {
  const made = new Map<number, Mark>();
  const before = new Map<number, Mark>();
  for (const [id, { state, lateMinutes }] of changes) {
    const now = lines.get(id)!;
    if (now.state === state && (lateMinutes === undefined || lateMinutes === now.lateMinutes)) continue;
    const mine = landed.get(id);
    const was = mine ? wasOf(mine.state, mine.lateMinutes) : stoodIn(rows.find((row) => row.id === id));
    const mark = { state, lateMinutes: lateMinutes ?? now.lateMinutes, was };
    made.set(id, mark);
    before.set(id, { state: now.state, lateMinutes: now.lateMinutes, was: wasOf(state, mark.lateMinutes) });
  }
  return { made, before };
}

/** Whose row undo would change, where it is one. */
export function oneOf(undo: Undo | null): number | null {
  if (undo?.before.size !== 1) return null;
  const [id] = undo.before.keys();
  return id ?? null;
}

/**
 * After another change: in a row that somebody is still in, undo goes back to before they touched it, from what stands
 * there now.
 */
export function undoAfter(undo: Undo | null, before: Marks, text: string): Undo {
  const next = { before, text, closed: false };
  const id = oneOf(next);
  const first = id !== null && undo && !undo.closed && id === oneOf(undo) ? undo.before.get(id) : undefined;
  if (id === null || !first) return next;
  return { ...next, before: new Map([[id, { ...first, was: before.get(id)!.was }]]) };
}

/** Without what the server held back: that changed nothing, so there is nothing to undo. */
export function undoWithoutHeld(
  undo: Undo | null,
  kept: KeptMarks,
  say: (count: number) => string,
): Undo | null {
  const before = undo && withoutHeld(undo.before, kept);
  if (!before || before.size === undo.before.size) return undo;
  return before.size === 0 ? null : { ...undo, before, text: say(before.size) };
}
