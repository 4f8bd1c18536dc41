/** What the timetable shows when Ctrl Z was pressed, and now. */
type Seen = {
  /** True while something of it is on its way. */
  saving: boolean;
  /** Whether something was on its way when the key was pressed. */
  waited: boolean;
  /** One's newest change that is not undone yet, when the key was pressed and now. */
  newestThen: string | null;
  newest: string | null;
  /** For how long (ms) nothing has been on its way since. */
  quietFor: number;
};

/** So long after an answer the sheet may still be the one of before. */
const sheetComesWithin = 2_000;

/**
 * What Ctrl Z does: what is on its way is waited for and is what is undone then; where it was refused, nothing older is undone in
 * its place.
 */
export function undoStep({ saving, waited, newestThen, newest, quietFor }: Seen) {
  if (saving) return "wait";
  if (!waited) return newest === null ? "nothing" : "undo";
  if (newest !== newestThen) return newest === null ? "nothing" : "undo";
  return quietFor < sheetComesWithin ? "wait" : "leave";
}
