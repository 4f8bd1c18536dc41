import type { Granted } from "../access/gate";
import type { Context } from "../acts/context";
import { coursesAsEvidence, courseTitles } from "../courses/store/taught";
import type { PersonRow } from "../people/store";
import { notStruck } from "./observing";
import { isCorrected } from "./rules/doubts";
import { meanOf } from "./rules/entered";
import { signatureOf } from "./rules/signature";
import { undoneAtOnce } from "./rules/undo";
import { type StageEvent, stageEventsOf } from "./store/events";

/**
 * The observations of somebody's workshops, the newest first: of which course, on which civil day, by whom, the mean
 * in tenths of a point, the lowest criterion in points, whether whoever was observed has signed, whether the workshop was
 * cancelled, and on which day it was struck out (null: it stands), so that it does not count.
 */
export function personObservations(cx: Context, { id }: Granted<PersonRow, "people.read">) {
  const events = stageEventsOf(cx, [id]);
  const standing = notStruck(events);
  const strikes = new Map(events.flatMap((one) => (one.kind === "struck" ? [[one.ofId, one] as const] : [])));
  // What was corrected stands anew, and what was undone at once was never read.
  const isGone = (one: StageEvent, strike: StageEvent) =>
    isCorrected(events, one, strike) || strike.words === undoneAtOnce;
  const all = events.filter((one) => {
    const strike = strikes.get(one.id);
    return one.kind === "observation" && !(strike && isGone(one, strike));
  });
  const seenIn = [...new Set(all.flatMap(({ courseId }) => courseId ?? []))];
  const titles = courseTitles(cx, seenIn);
  const courses = coursesAsEvidence(cx, seenIn);
  return all
    .map(({ id: key, courseId, day, by, rubric }) => ({
      ...{ id: key, courseId: courseId!, day, by },
      course: titles.get(courseId!)!,
      mean: meanOf(rubric!),
      lowest: Math.min(...rubric!.points),
      signed: signatureOf(standing, key)?.enteredBy === id,
      struckOn: strikes.get(key)?.day ?? null,
      cancelled: courses.get(courseId!)?.state === "cancelled",
    }))
    .sort((a, b) => b.day.localeCompare(a.day) || b.id - a.id);
}
export type Observation = ReturnType<typeof personObservations>[number];
