import { isCertifiedStage } from "../../../db/values/stages";
import type { Stage } from "./stage";

/** What there is between somebody who would observe and the trainer on the way. */
export type Between = {
  /** They are one person. */
  same: boolean;
  /** One is above the other, directly or over several steps. */
  superior: boolean;
  /** The observer coordinates the programme of the workshop or of the way. */
  coordinates: boolean;
  /** The observer teaches the workshop as well. */
  teachesHere: boolean;
  /** Nobody else in the programme of the way is certified with the tool yet. */
  nobodyCertified: boolean;
  /** The observer trains in one of these programmes. */
  trains: boolean;
  /** Where the observer is with the same tool, in whichever programmes. */
  stages: readonly Stage[];
  /** The observer led a training of trainers that the trainer completed with this tool. */
  ledTot: boolean;
};

/** True for whoever is certified or a master in the tool, or led the training of trainers. */
const isQualified = ({ trains, ledTot, stages }: Between): boolean =>
  trains && (ledTot || stages.some(isCertifiedStage));

/** True for whoever observes only as a coordinator, for want of anybody who is qualified: they say on what ground. */
export const needsGround = (between: Between): boolean =>
  !isQualified(between) && between.coordinates && between.nobodyCertified;

/**
 * Why somebody may not observe or visit a trainer on the way; null where they may: who is qualified, and as long as nobody in the
 * programme is certified with the tool, who coordinates; never the trainer, nor whoever is above or below them or teaches beside them.
 */
export function whyNotObserver(
  between: Between,
): "ownObservation" | "observerSuperior" | "observerTeachesHere" | "observerNotQualified" | null {
  if (between.same) return "ownObservation";
  if (between.superior) return "observerSuperior";
  if (between.teachesHere) return "observerTeachesHere";
  return isQualified(between) || needsGround(between) ? null : "observerNotQualified";
}

/** How often each of a trainer's observers observed them, by the key of the observer. */
export const timesBy = (observers: readonly (number | null)[]): ReadonlyMap<number, number> => {
  const times = new Map<number, number>();
  for (const one of observers) if (one !== null) times.set(one, (times.get(one) ?? 0) + 1);
  return times;
};
