import type { CourseState } from "../../courses/rules";
import type { Unmet } from "../rules";

/** Somebody of a course as its overview counts them; `canPass`: if they come to all that is left and pass its tests. */
type Somebody = { state: string; unmet: readonly Unmet[]; canPass: boolean };

/**
 * Who completed a course: known once it is over, null before. While it runs, who still can and who no longer can;
 * before it begins nobody is either, and no more is somebody of whom no session is planned yet.
 */
export type OnTheWay = { completed: number | null; onTheWay: number; outOfReach: number; toCome: number };

/** Of those who came whoever does not meet the rule as it stands; whoever never came is counted among the no-shows. */
export const cameInVain = <P extends { unmet: readonly Unmet[]; minutes: number }>(
  everyone: readonly P[],
): P[] => everyone.filter(({ unmet, minutes }) => unmet.length > 0 && minutes > 0);

/** Counts who completed a course, is on the way there, or can no longer. */
export function onTheWayIn(everyone: readonly Somebody[], state: CourseState): OnTheWay {
  if (state === "closed") {
    const completed = everyone.filter((p) => p.state !== "no_show" && p.unmet.length === 0).length;
    return { completed, onTheWay: 0, outOfReach: 0, toCome: 0 };
  }
  const begun = state === "running" ? everyone : [];
  const onTheWay = begun.filter((p) => p.canPass).length;
  const outOfReach = begun.filter(
    (p) => !p.canPass && p.unmet.every(({ kind }) => kind !== "no_sessions"),
  ).length;
  return { completed: null, onTheWay, outOfReach, toCome: everyone.length - onTheWay - outOfReach };
}
