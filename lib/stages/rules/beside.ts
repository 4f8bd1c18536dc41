import { isCertifiedStage } from "../../../db/values/stages";
import { byPractice } from "./ends";
import type { Gates } from "./gates";
import { learntIn, newIn, waitingIn } from "./scope";
import { type Evidence, knownOn, nextOf, type Standing, stageOf } from "./stage";

/** Modules that can be certified beside those that are, with how far their conditions are met and what comes next for them. */
export type Beside = { modules: readonly string[]; standing: Standing; recommended: boolean };

/**
 * Of whoever is certified for some modules on a civil day: what else can be, by what was completed, those together whose conditions
 * are one answer; first what is recommended and waits. None of whoever is certified for nothing, of whom all of the way says it.
 */
export function besideOf(
  history: readonly Evidence[],
  gates: Gates,
  day: string,
  first: string | null,
): Beside[] {
  const stage = stageOf(history, gates, day, first)?.stage;
  if (!stage || !isCertifiedStage(stage)) return [];
  const known = knownOn(history, day);
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
