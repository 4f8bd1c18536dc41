import type { Granted } from "../access/gate";
import type { Context } from "../acts/context";
import { coursesAsEvidence, courseTitles } from "../courses/store/taught";
import type { PersonRow } from "../people/store";
import { meanOf } from "./rules/entered";
import { stageEventsOf } from "./store/events";

/**
 * The observations of somebody's workshops that stand, the newest first: of which course, on which civil day, by whom, the mean
 * in tenths of a point, the lowest criterion in points, whether whoever was observed has signed, and whether the workshop was
 * cancelled, so that it does not count.
 */
export function personObservations(cx: Context, { id }: Granted<PersonRow, "people.read">) {
  const events = stageEventsOf(cx, [id]);
  const ended = (kind: "struck" | "signed") =>
    new Set(events.flatMap((one) => (one.kind === kind && one.ofId !== null ? one.ofId : [])));
  const [struck, signed] = [ended("struck"), ended("signed")];
  const all = events.filter(({ id: key, kind }) => kind === "observation" && !struck.has(key));
  const seenIn = [...new Set(all.flatMap(({ courseId }) => courseId ?? []))];
  const titles = courseTitles(cx, seenIn);
  const courses = coursesAsEvidence(cx, seenIn);
  return all
    .map(({ id: key, courseId, day, by, rubric }) => ({
      ...{ id: key, courseId: courseId!, day, by },
      course: titles.get(courseId!)!,
      mean: meanOf(rubric!),
      lowest: Math.min(...rubric!.points),
      signed: signed.has(key),
      cancelled: courses.get(courseId!)?.state === "cancelled",
    }))
    .sort((a, b) => b.day.localeCompare(a.day) || b.id - a.id);
}
export type Observation = ReturnType<typeof personObservations>[number];
