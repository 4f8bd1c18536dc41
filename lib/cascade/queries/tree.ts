import type { GrantedCourse } from "../../access/gate";
import * as gate from "../../access/gate";
import type { Context } from "../../acts/context";
import { cascadeLines } from "../../courses/store/cascade";
import { withSharers } from "../../sharing/store";
import { cascadeFrom } from "../gather";
import { trainingsFrom } from "../rules/forest";
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

/** A training within a reach with all trainings below it, each of its generation, and the row of each: with the numbers of its own trainers. */
function rowsOf(
  cx: Context,
  course: GrantedCourse<"cascade.read">,
  asked: { toolId: number | null; period: Period },
) {
  const { programmes } = gate.reach(cx, "cascade.read");
  const found = cascadeFrom(cx, programmes, [course.id], asked);
  const { forest, facts, generationOf } = found;
  const trainings = trainingsFrom(forest, course.id, facts.kinds);
  const numbers = (ids: readonly number[]) => numbersOf(forest, facts, ids, trainings);
  const rows = (ids: readonly number[]) => {
    const lines = cascadeLines(cx, ids);
    return ids.map((id) => ({
      ...lines.get(id)!,
      generation: generationOf.get(id)!,
      numbers: numbers([id]),
    }));
  };
  return { ...found, trainings, numbers, rows };
}

/**
 * All that came of one training of trainers within the viewer's reach: its trainers a page at a time with their workshops and the
 * generations below them, and every training below it with its numbers. Names are for whoever may read the person.
 * @param asked `toolId`: the only tool that is asked about; null: any of the training. `period`: when the workshops that are counted
 * began; trainers are those of all times. @param skip so many trainers come before the page.
 */
export function cascadeOf(
  cx: Context,
  course: GrantedCourse<"cascade.read">,
  asked: { toolId: number | null; period: Period },
  skip: number,
) {
  const { gathered, forest, facts, generationOf, trainings, numbers, rows } = rowsOf(cx, course, asked);
  const branches = branchesOf(cx, forest, facts, course.id, skip);
  const drawn = new Map(drawnOf(course.id, branches.trainers));
  const shown = withSharers(
    cx,
    rows(trainings.slice(0, mostTrainings)).map((row) => ({
      ...row,
      /** Those of its trainers that are drawn; null where none of them is. */
      trainers: drawn.get(row.id) ?? null,
    })),
  );
  return {
    /** The training itself, with the numbers of its own trainers alone. */
    course: shown[0]!,
    sum: numbers(trainings),
    generations: Array.from({ length: Math.max(...generationOf.values()) }, (_, at) => ({
      generation: at + 1,
      numbers: numbers(trainings.filter((id) => generationOf.get(id) === at + 1)),
    })),
    ...branches,
    before: skip,
    trainings: shown,
    leftOut: leftOutLines(cx, gathered, forest, asked),
    moreTrainings: trainings.length - shown.length,
  };
}
export type Cascade = ReturnType<typeof cascadeOf>;

/** A training of trainers and all below it, each with its generation and the numbers of its own trainers. */
export function trainingsOf(
  cx: Context,
  course: GrantedCourse<"cascade.read">,
  asked: { toolId: number | null; period: Period },
) {
  const { trainings, rows } = rowsOf(cx, course, asked);
  return rows(trainings);
}
