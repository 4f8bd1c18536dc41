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
  /** The observer trains in one of these programmes. */
  trains: boolean;
  /** Where the observer is with the same tool, in whichever programmes. */
  stages: readonly Stage[];
  /** The observer led a training of trainers that the trainer completed with this tool. */
  ledTot: boolean;
};

/**
 * Why somebody may not observe a trainer on the way; null where they may: who is certified or a master in the tool, led the
 * training of trainers, or coordinates; never the trainer, nor whoever is above or below them.
 */
export function whyNotObserver(
  between: Between,
): "ownObservation" | "observerSuperior" | "observerNotQualified" | null {
  if (between.same) return "ownObservation";
  if (between.superior) return "observerSuperior";
  if (between.coordinates) return null;
  const qualified = between.ledTot || between.stages.some(isCertifiedStage);
  return between.trains && qualified ? null : "observerNotQualified";
}

/** How often each of a trainer's observers observed them, by the key of the observer. */
export const timesBy = (observers: readonly (number | null)[]): ReadonlyMap<number, number> => {
  const times = new Map<number, number>();
  for (const one of observers) if (one !== null) times.set(one, (times.get(one) ?? 0) + 1);
  return times;
};
