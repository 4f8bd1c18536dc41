import { change } from "../../acts/command";
import type { SystemContext } from "../../acts/context";
import { deleteChangesBefore } from "../store/changes";
import { deleteRemovedBefore } from "../store/kept";

/**
 * Forgets changes of timetables from before an instant (ms), which nobody undoes any more. Of a trainer's workshop that
 * is not over, the ones that stand stay: they tell that its timetable was changed by hand.
 */
export function forgetTimetableChanges(cx: SystemContext, before: number): void {
  change(cx, () => deleteChangesBefore(cx, before));
}

/** Forgets sessions that were taken out before an instant (ms): calendars have heard by then that they are cancelled. */
export function forgetRemovedSessions(cx: SystemContext, before: number): void {
  change(cx, () => deleteRemovedBefore(cx, before));
}
