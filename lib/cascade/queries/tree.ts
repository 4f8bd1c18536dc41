import type { GrantedCourse } from "../../access/gate";
import * as gate from "../../access/gate";
import type { Context } from "../../acts/context";
import { cascadeLines } from "../../courses/store/cascade";
import { withSharers } from "../../sharing/store";
import { factsOf, gather } from "../gather";
import { forestOf, trainingsFrom } from "../rules/forest";
import { numbersOf } from "../rules/numbers";
import type { Period } from "../rules/period";
import { branchesOf, type CascadeTrainer } from "./branches";
import { leftOutLines } from "./leftOut";

/** So many trainings are shown at once. */
const mostTrainings = 100;

/** The trainers of each training that is drawn, by its key. */
function drawnOf(totId: number, trainers: readonly CascadeTrainer[]): [number, readonly CascadeTrainer[]][] {
  const later = trainers.flatMap(({ tots }) =>
    tots.flatMap((tot) => (tot.trainers ? drawnOf(tot.id, tot.trainers) : [])),
  );
  return [[totId, trainers], ...later];
}

/**
 * All that came of one training of trainers within the viewer's reach: its trainers a page at a time with their workshops and the
 * generations below them, and every training below it with its numbers. Names are for whoever may read the person.
 * @param toolId the only tool that is asked about; null: any of the training.
 * @param period when the workshops that are counted began; trainers are those of all times.
 * @param skip so many trainers come before the page.
 */
export function cascadeOf(
  cx: Context,
  course: GrantedCourse<"cascade.read">,
  { toolId, period }: { toolId: number | null; period: Period },
  skip: number,
) {
  const { programmes } = gate.reach(cx, "cascade.read");
  const gathered = gather(cx, programmes, [course.id]);
  const forest = forestOf(gathered.known, [course.id], toolId);
  const facts = factsOf(cx, gathered, forest, toolId, period);
  const trainings = trainingsFrom(forest, course.id, facts.kinds);
  const generationOf = new Map(forest.places.map(({ courseId, generation }) => [courseId, generation]));
  const branches = branchesOf(cx, forest, facts, course.id, skip);
  const drawn = new Map(drawnOf(course.id, branches.trainers));
  const shown = trainings.slice(0, mostTrainings);
  const lines = cascadeLines(cx, shown);
  const last = Math.max(...generationOf.values());
  const rows = withSharers(
    cx,
    shown.map((id) => ({
      ...lines.get(id)!,
      generation: generationOf.get(id)!,
      numbers: numbersOf(forest, facts, [id]),
      /** Those of its trainers that are drawn; null where none of them is. */
      trainers: drawn.get(id) ?? null,
    })),
  );
  return {
    /** The training itself, with the numbers of its own trainers alone. */
    course: rows[0]!,
    sum: numbersOf(forest, facts, trainings),
    generations: Array.from({ length: last }, (_, at) => ({
      generation: at + 1,
      numbers: numbersOf(
        forest,
        facts,
        trainings.filter((id) => generationOf.get(id) === at + 1),
      ),
    })),
    ...branches,
    before: skip,
    trainings: rows,
    leftOut: leftOutLines(cx, gathered, forest, { toolId, period }),
    moreTrainings: trainings.length - shown.length,
  };
}
/** A training of trainers and all below it, each with its generation and the numbers of its own trainers. */
export function trainingsOf(
  cx: Context,
  course: GrantedCourse<"cascade.read">,
  { toolId, period }: { toolId: number | null; period: Period },
) {
  const gathered = gather(cx, gate.reach(cx, "cascade.read").programmes, [course.id]);
  const forest = forestOf(gathered.known, [course.id], toolId);
  const facts = factsOf(cx, gathered, forest, toolId, period);
  const all = trainingsFrom(forest, course.id, facts.kinds);
  const generationOf = new Map(forest.places.map(({ courseId, generation }) => [courseId, generation]));
  const lines = cascadeLines(cx, all);
  return all.map((id) => ({
    ...lines.get(id)!,
    generation: generationOf.get(id)!,
    numbers: numbersOf(forest, facts, [id]),
  }));
}
export type Cascade = ReturnType<typeof cascadeOf>;
