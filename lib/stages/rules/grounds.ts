import type { CertificateEvidence, GroundKind, LackingGate } from "../../../db/values/certificates";
import { deliveredInFull, observationsCounting, observedIn, workshopsCounting } from "./counting";
import { practiceAfter } from "./ends";
import type { Gates } from "./gates";
import { periodOf } from "./period";
import { renewalOf } from "./renewal";
import { type Evidence, type GateState, gatesDecidedBy, knownOn, only } from "./stage";

/** What a decision may be, by what its paper says it rests on. */
export type Decision = "approved" | "renewed" | "master_approved";

/** What each decision rests on, whether the programme asks for it or not. */
const asked: Record<Decision, readonly GroundKind[]> = {
  approved: [
    "learnt",
    "practicum",
    "workshops",
    "observations",
    "coachingVisits",
    "refresher",
    "examination",
  ],
  renewed: ["workshops", "observations", "refresher", "examination"],
  master_approved: ["workshops", "masterTraining", "tots", "masterExamination"],
};

/**
 * On what a decision of a civil day rests, counted as its conditions are: of a renewal what came since the last decision, else
 * all of the way (`of`: of an approval the modules, as what certified one once certifies it not again). Examinations and the like are one however often they were sat.
 */
export function groundsOf(
  decision: Decision,
  history: readonly Evidence[],
  gates: Gates,
  day: string,
  of: readonly string[] | null = null,
): Omit<CertificateEvidence, "exception" | "lacking"> {
  const known = knownOn(history, day);
  const renewal = decision === "renewed" ? renewalOf(history, gates, day) : null;
  const since = renewal?.since ?? null;
  // A master trainer is one of the whole tool.
  const modules = decision === "approved" ? of : (renewal?.modules ?? null);
  const from = decision === "approved" ? practiceAfter(known, gates.graceMonths, day, of) : since;
  const later = <One extends { day: string }>(all: readonly One[]) =>
    all.filter((one) => from === null || one.day > from);
  const has = (kind: Evidence["kind"]) => Number(later(known).some((one) => one.kind === kind));
  const count: Record<GroundKind, () => number> = {
    learnt: () => new Set(only(known, "recognised").flatMap(({ modules }) => modules)).size,
    practicum: () =>
      Number(
        only(known, "practicum").length > 0 ||
          only(known, "tot_completed").some(({ practicum }) => practicum),
      ),
    workshops: () => {
      const days = later(workshopsCounting(known, gates, day, modules)).map((one) => one.day);
      // Only its condition asks that they fall together.
      const together = decision === "approved" && gates.workshops > 0;
      return together ? periodOf(days, gates.workshops, gates.workshopMonths, day).have : days.length;
    },
    observations: () => observedIn(known, later(observationsCounting(known, gates, modules))),
    coachingVisits: () => later(only(known, "coaching_visit")).length,
    refresher: () => has("refresher"),
    examination: () => has("examination"),
    masterTraining: () => has("master_training"),
    tots: () => known.filter(deliveredInFull).length,
    masterExamination: () => has("master_examination"),
  };
  const counted = asked[decision].map((kind) => [kind, count[kind]()] as const);
  return { since, counts: Object.fromEntries(counted.filter(([, many]) => many > 0)) };
}

/** What a paper keeps of these conditions of a decision: whether it was by exception, and what was not met then. */
export function exceptionOf(gates: readonly GateState[]): Pick<CertificateEvidence, "exception" | "lacking"> {
  const lacking = gates.flatMap(({ gate, need, have, missing }): LackingGate[] =>
    missing > 0 ? [{ gate, need, have }] : [],
  );
  return lacking.length > 0 ? { exception: true, lacking } : { exception: false };
}

/**
 * Which of its own conditions a first certification does not meet without what was struck out, though it was left as it is since: it
 * stands by exception then. None where nothing is missing, and of any other decision.
 * @param decided the key of the decision.
 */
export function leftLacking(
  history: readonly Evidence[],
  gates: Gates,
  first: string | null,
  decided: string,
): readonly LackingGate[] {
  const approved = only(history, "approved").find(({ key, before }) => key === decided && !before);
  if (!approved) return [];
  return exceptionOf(gatesDecidedBy(history, gates, first, approved)).lacking ?? [];
}
