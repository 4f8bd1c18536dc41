import type { StageEventKind } from "../../../db/values/stages";
import { enteredJustNow } from "../../time/justNow";
import { approvals } from "./decide";

/** What whoever entered it may undo: nobody signs or answers it. */
const undoable: readonly StageEventKind[] = ["coaching_visit", "practicum", "examination", "refresher"];

/** By these somebody went by what was entered before them, whoever decided. */
const decisions: readonly StageEventKind[] = ["recommended", ...approvals];

type Entry = { id: number; kind: StageEventKind; enteredBy: number | null; enteredAt: number };

/**
 * True where whoever looks may undo what was entered: it is theirs, of the last hour, and nobody else entered anything on the
 * way since, nor was anything decided on it, who may have gone by it.
 * @param entries what stands on the way.
 */
export const mayUndo = (
  entries: readonly Entry[],
  entry: Entry,
  personId: number | null,
  now: number,
): boolean =>
  undoable.includes(entry.kind) &&
  enteredJustNow(entry, personId, now) &&
  entries.some(({ id }) => id === entry.id) &&
  !entries.some(
    ({ id, kind, enteredBy }) => id > entry.id && (enteredBy !== personId || decisions.includes(kind)),
  );

/** Why something was struck out that whoever entered it undid at once, which asks for no reason: a sign of no language. */
export const undoneAtOnce = "\u21b6";
