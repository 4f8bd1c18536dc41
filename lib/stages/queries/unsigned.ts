import type { Context } from "../../acts/context";
import { courseTitles } from "../../courses/store/taught";
import { programmeDays } from "../../programmes/store/days";
import type { Case } from "../deciding";
import { notStruck } from "../observing";
import { takenFrom, unsignedAmong } from "../rules/signature";

/**
 * The observations of a way that wait for the signature of whoever was observed: of which workshop, by whom, and from which civil day
 * they may be taken without; `own`: it is the viewer's, so that somebody else takes it.
 */
export function unsignedOn(cx: Context, { entries, programmeId, day: today }: Case) {
  const open = unsignedAmong(notStruck(entries));
  const titles = courseTitles(
    cx,
    open.map(({ courseId }) => courseId!),
  );
  const days = programmeDays(cx);
  return open.map(({ id, day, by, courseId, enteredBy, enteredAt }) => {
    const from = takenFrom(days.of(programmeId, enteredAt));
    return {
      ...{ id, day, by, from, late: from <= today, own: enteredBy === cx.viewer.personId },
      course: titles.get(courseId!)!,
    };
  });
}
