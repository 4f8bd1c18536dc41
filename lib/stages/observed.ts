import type { Granted } from "../access/gate";
import type { Context } from "../acts/context";
import { courseTitles } from "../courses/store/taught";
import type { PersonRow } from "../people/store";
import { meanOf } from "./rules/entered";
import { stageEventsOf } from "./store/events";

/**
 * The observations of somebody's workshops that stand, the newest first: of which course, on which civil day, by whom, the mean
 * in tenths of a point, the lowest criterion in points, and whether whoever was observed has signed.
 */
export function personObservations(cx: Context, { id }: Granted<PersonRow, "people.read">) {
  const events = stageEventsOf(cx, [id]);
  const ended = (kind: "struck" | "signed") =>
    new Set(events.flatMap((one) => (one.kind === kind && one.ofId !== null ? one.ofId : [])));
  const [struck, signed] = [ended("struck"), ended("signed")];
  const all = events.filter(({ id: key, kind }) => kind === "observation" && !struck.has(key));
  const titles = courseTitles(
    cx,
    all.flatMap(({ courseId }) => courseId ?? []),
  );
  return all
    .map(({ id: key, courseId, day, by, rubric }) => ({
      ...{ id: key, courseId: courseId!, day, by },
      course: titles.get(courseId!)!,
      mean: meanOf(rubric!),
      lowest: Math.min(...rubric!.points),
      signed: signed.has(key),
    }))
    .sort((a, b) => b.day.localeCompare(a.day) || b.id - a.id);
}
export type Observation = ReturnType<typeof personObservations>[number];
