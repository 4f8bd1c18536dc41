import type { Context } from "../../acts/context";
import { cascadeLines, latestFirst } from "../../courses/store/cascade";
import type { gather } from "../gather";
import { type Forest, leftOutOf } from "../rules/forest";

/** So many courses that are left out are named. */
const mostNamed = 50;

/**
 * The courses that trainers of a forest taught and that are not in it, the latest first, each with why.
 * @param workshops keys of all workshops that somebody may look for in it: those that have to do with none of its trainers too.
 */
export function leftOutLines(
  cx: Context,
  { known, empty }: ReturnType<typeof gather>,
  forest: Forest,
  toolId: number | null,
  workshops: readonly number[] = [],
) {
  const taught = leftOutOf(known, empty, forest, toolId);
  const said = new Set([...taught, ...forest.places].map(({ courseId }) => courseId));
  const others = workshops.filter((id) => !said.has(id));
  const all = [...taught, ...others.map((courseId) => ({ courseId, why: "noTot" as const }))];
  const why = new Map(all.map((one) => [one.courseId, one.why]));
  const named = latestFirst(cx, [...why.keys()], mostNamed);
  const lines = cascadeLines(cx, named);
  return { courses: named.map((id) => ({ ...lines.get(id)!, why: why.get(id)! })), count: all.length };
}
export type LeftOutLines = ReturnType<typeof leftOutLines>;
