import type { GrantedCourse } from "../../access/gate";
import type { Context } from "../../acts/context";
import { type HaltedTrainer, haltedTrainersOf } from "../halted";

/** Who trains in a workshop that awaits approval though their way with one of its tools is halted: for whoever approves it. */
export const haltedTrainersIn = (
  cx: Context,
  course: GrantedCourse<"workshop.approve">,
): readonly HaltedTrainer[] => haltedTrainersOf(cx, [course]).get(course.id) ?? [];

export type { HaltedTrainer };
