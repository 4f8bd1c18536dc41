import { isCertifiedStage } from "../../../db/values/stages";
import { byPractice, endsOf, inGrace } from "./ends";
import type { Gates } from "./gates";
import { learntIn, newIn, waitingIn } from "./scope";
import { type Evidence, knownOn, nextOf, type Standing, stageOf } from "./stage";

/** Modules that can be certified beside those that are, with how far their conditions are met and what comes next for them. */
export type Beside = { modules: readonly string[]; standing: Standing; recommended: boolean };

/**
 * Of whoever is certified for some modules on a civil day: what else can be, by what was completed, those together whose conditions
 * are one answer; first what is recommended and waits. So too in the grace of what ended, while the way asks for its renewal. None of
 * whoever else is certified for nothing, of whom all of the way says it.
 */
export function besideOf(
  history: readonly Evidence[],
  gates: Gates,
  day: string,
  first: string | null,
): Beside[] {
  const stage = stageOf(history, gates, day, first)?.stage;
  const known = knownOn(history, day);
  const isRenewed =
    stage === "lapsed" && inGrace(endsOf(known, gates.graceMonths), day, gates.graceMonths).length > 0;
  if (!stage || !(isCertifiedStage(stage) || isRenewed)) return [];
  const fresh = (codes: readonly string[]) => newIn(known, codes, gates.graceMonths, day);
  const waiting = fresh(waitingIn(known)?.modules ?? []);
  const rest = fresh(learntIn(known)).filter((code) => !waiting.includes(code));
  const groups = byPractice(known, gates.graceMonths, day, rest);
  return [...(waiting.length > 0 ? [waiting] : []), ...groups].map((modules) => {
    const recommended = modules === waiting;
    const at = recommended ? "recommended" : "practising";
    const standing = stageOf(history, gates, day, first, modules)!;
    return { modules, recommended, standing: { ...standing, stage: at, next: nextOf(at, standing.gates) } };
  });
}

/**
 * What comes next on a way as lists keep it: where nothing or a renewal does, that what is ready beside can be recommended, unless some
 * of it was and waits.
 */
export function nextKept(
  history: readonly Evidence[],
  gates: Gates,
  day: string,
  ...[first, { stage, next }]: [first: string | null, standing: Pick<Standing, "stage" | "next">]
): Standing["next"] {
  if (!isCertifiedStage(stage) && stage !== "lapsed") return next;
  const beside = besideOf(history, gates, day, first);
  const isReady = ({ standing }: Beside) => standing.next.step === "recommend";
  return !beside.some(({ recommended }) => recommended) && beside.some(isReady)
    ? { step: "recommend", missing: 1 }
    : next;
}
