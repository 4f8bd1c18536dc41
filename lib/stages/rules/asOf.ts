import type { StageEventKind } from "../../../db/values/stages";
import { type CertifiedStage, certifiedStages } from "../../../db/values/stages";
import { addMonths } from "../../time/zone";
import type { Gates } from "./gates";
import { type Evidence, knownOn, only, type Stage, stageOf } from "./stage";

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

/** True where what somebody is, or was last, certified by on a civil day is a certification from before. */
export function restsOnBefore(history: readonly Evidence[], day: string): boolean {
  const known = knownOn(history, day);
  const ended = only(known, "withdrawn").at(-1)?.day ?? "";
  return only(known, "approved").findLast((one) => one.day > ended)?.before === true;
}

/** Until when an approval reaches with the renewals that came before it had ended, or in the grace after that. */
const endOf = (
  approved: { day: string; until: string },
  later: readonly { day: string; until: string }[],
  graceMonths: number,
): string =>
  later.reduce(
    (end, one) =>
      one.day >= approved.day && one.day <= addMonths(end, graceMonths) && one.until > end ? one.until : end,
    approved.until,
  );

/**
 * What somebody was certified for on a civil day, by what is recorded today about that day; null where they were not, or not for
 * all of the modules that are asked for. A module holds by an approval of it that reaches to that day, itself or renewed since.
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
  const known = knownOn(history, day);
  const ended = only(known, "withdrawn").at(-1)?.day ?? "";
  const later = only(known, "renewed", "master_approved").filter((one) => one.day > ended);
  const approved = only(known, "approved").filter(
    (one) => one.day > ended && endOf(one, later, gates.graceMonths) >= day,
  );
  const held = [...new Set(approved.flatMap((one) => [...one.modules]))].sort();
  if (!modules.every((code) => held.includes(code))) return null;
  return {
    stage,
    since: standing.since,
    until: standing.validUntil!,
    modules: held,
    byException: standing.byException,
    before: approved.some((one) => one.before === true),
    decisions: [...approved, ...later].map(({ key }) => key),
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
    : tots.some(({ key }) => countryOf(Number(key.split(" ")[1])) === country);
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
