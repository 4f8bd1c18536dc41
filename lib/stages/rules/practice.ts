import type { CourseKind } from "../../../db/values/courses";
import { inForceOn, ownGates } from "./gates";

/** A version of a programme's gates, as far as it asks for practice with real users. */
export type PracticeAsked = { number: number; inForceFrom: string; practicum: boolean };

/** True of a training of trainers where the gates in force on a day, its last one, ask for practice with real users. */
export const asksPracticeOn = (kind: CourseKind, versions: readonly PracticeAsked[], day: string): boolean =>
  kind === "tot" && (inForceOn(versions, day)?.practicum ?? ownGates.practicum);
