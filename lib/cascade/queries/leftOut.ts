import type { Context } from "../../acts/context";
import { cascadeLines, latestFirst } from "../../courses/store/cascade";
import type { gather } from "../gather";
import { type Forest, leftOutOf } from "../rules/forest";
import { beganIn, type Period } from "../rules/period";

/** So many courses that are left out are named. */
const mostNamed = 50;

/**
 * The courses that trainers of a forest taught and that are not counted in it, the latest first, each with why; what began
 * outside the period is none that anybody asks about.
 * @param workshops keys of all workshops that somebody may look for in it: those that have to do with none of its trainers too.
 */
export function leftOutLines(
  cx: Context,
  { known, empty }: ReturnType<typeof gather>,
  forest: Forest,
  { toolId, period }: { toolId: number | null; period: Period },
  workshops: readonly number[] = [],
) {
  const began = new Map([...known.courses, ...empty].map((one) => [one.id, beganIn(one, period)]));
  const taught = leftOutOf(known, empty, forest, toolId).filter(
    ({ courseId }) => began.get(courseId) !== "out",
  );
  const workshopsKnown = known.courses.filter(({ kind }) => kind === "user").map(({ id }) => id);
  const inForest = new Set(forest.places.map(({ courseId }) => courseId));
  const partly = workshopsKnown.filter((id) => inForest.has(id) && began.get(id) === "unknown");
  const said = new Set([...taught.map(({ courseId }) => courseId), ...inForest]);
  const others = workshops.filter((id) => !said.has(id));
  const all = [
    ...taught,
    ...partly.map((courseId) => ({ courseId, why: "partly" as const })),
    ...others.map((courseId) => ({ courseId, why: "noTot" as const })),
  ];
  const why = new Map(all.map((one) => [one.courseId, one.why]));
  const named = latestFirst(cx, [...why.keys()], mostNamed);
  const lines = cascadeLines(cx, named);
  return { courses: named.map((id) => ({ ...lines.get(id)!, why: why.get(id)! })), count: all.length };
}
export type LeftOutLines = ReturnType<typeof leftOutLines>;
