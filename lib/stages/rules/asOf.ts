import { type CertifiedStage, certifiedStages } from "../../../db/values/stages";
import type { Gates } from "./gates";
import { type Evidence, type Stage, type Standing, stageOf } from "./stage";

export { type CertifiedStage, certifiedStages };

/** The stages of whoever is or was certified, or whose way was ended: whoever is in none of them was certified on no day. */
export const everCertifiedStages = [
  ...certifiedStages,
  "lapsed",
  "not_continued",
  "suspended",
  "withdrawn",
] as const satisfies readonly Stage[];

/** What somebody was certified for on a civil day. */
export type CertifiedOn = {
  stage: CertifiedStage;
  /** Civil day since when, and the last day on which it held as it was then. */
  since: string;
  until: string;
  /** Codes of the tool's modules whose certification held that day. */
  modules: string[];
  byException: boolean;
  /** True where it rests on a certification from before. */
  before: boolean;
  /** The keys of the decisions on which it rests. */
  decisions: string[];
};

/** True where something of what somebody is, or was last, certified for rests on a certification from before. */
export const restsOnBefore = ({ ends }: Pick<Standing, "ends">): boolean => ends.some(({ before }) => before);

/**
 * What somebody was certified for on a civil day, by what is recorded today about that day; null where they were not, or not for
 * all of the modules that are asked for. It is what their stage says of that day.
 */
export function certifiedOn(
  history: readonly Evidence[],
  gates: Gates,
  day: string,
  modules: readonly string[] = [],
): CertifiedOn | null {
  const standing = stageOf(history, gates, day);
  const stage = certifiedStages.find((one) => one === standing?.stage);
  if (!standing || !stage) return null;
  const { ends, since, validUntil, byException } = standing;
  if (!modules.every((code) => standing.modules.includes(code))) return null;
  return {
    ...{ stage, since, byException, modules: standing.modules, until: validUntil! },
    before: restsOnBefore(standing),
    decisions: [...new Set(ends.flatMap(({ decisions }) => decisions))],
  };
}
