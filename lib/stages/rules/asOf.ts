import { type CertifiedStage, certifiedStages, type StageEventKind } from "../../../db/values/stages";
import { type EndSaid, endsSaid } from "./ends";
import { courseOfTot } from "./entered";
import type { Gates } from "./gates";
import { type Evidence, knownOn, only, type Stage, type Standing, stageOf } from "./stage";

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
  /** The same by end, each with since when and whether it is from before. */
  ends: EndSaid[];
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
    ends: endsSaid(ends),
    before: restsOnBefore(standing),
    decisions: [...new Set(ends.flatMap(({ decisions }) => decisions))],
  };
}

/**
 * Whether a way was in a country on a civil day: where a training of trainers that was completed by then took place; of whoever
 * completed none, as whoever was certified before, wherever the programme works.
 * @param countryOf the country of a course, by its key.
 */
export function wasIn(
  country: string,
  history: readonly Evidence[],
  day: string,
  ...[countryOf, worksIn]: [countryOf: (courseId: number) => string | undefined, worksIn: readonly string[]]
): boolean {
  const tots = only(knownOn(history, day), "tot_completed");
  return tots.length === 0
    ? worksIn.includes(country)
    : tots.some(({ key }) => countryOf(courseOfTot(key)) === country);
}

/** Something that was entered of a way, with the civil day on which it was. */
type Noted = { id: number; kind: StageEventKind; day: string; ofId: number | null; enteredOn: string };

const said: readonly StageEventKind[] = ["suspended", "withdrawn", "not_continued", "resumed"];

/**
 * What was entered after a civil day and says something of the certification that held then: that it was suspended, withdrawn or
 * resumed while it would still have held, and that something of that day or before was struck out since; in the order of entry.
 */
export function saidSince<One extends Noted>(entries: readonly One[], day: string, until: string): One[] {
  const of = new Map(entries.map((one) => [one.id, one]));
  const struck = new Set(entries.flatMap(({ kind, ofId }) => (kind === "struck" ? ofId : [])));
  return entries.filter((one) => {
    if (one.enteredOn <= day || struck.has(one.id)) return false;
    // What was entered only later and struck out again was never known of that day.
    if (one.kind === "struck") return (of.get(one.ofId ?? 0)?.enteredOn ?? "9999") <= day;
    return said.includes(one.kind) && one.day <= until;
  });
}
