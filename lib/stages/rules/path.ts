import { isCertifiedStage, isStoppedStage } from "../../../db/values/stages";
import { practised } from "./counting";
import type { Gates } from "./gates";
import { type Evidence, knownOn, only, type Stage, type Standing } from "./stage";

/** The stages that a way is drawn by, the earliest first. A renewal, a lapse and what is decided besides stand in their place. */
export const drawnStages = [
  "tot_completed",
  "candidate",
  "practising",
  "recommended",
  "certified",
  "master_candidate",
  "master_trainer",
] as const satisfies readonly Stage[];
export type DrawnStage = (typeof drawnStages)[number];

/** A stage of somebody's way: since which civil day it was reached (null: never), and how it stands to where they are. */
export type PathStep = {
  stage: DrawnStage;
  day: string | null;
  state: "done" | "here" | "stopped" | "skipped" | "toCome";
  /** What became of the stage and on which civil day: it stopped, lapsed or was renewed there, or was answered without an approval. */
  said: { what: StepSaid; day: string } | null;
};

/** What may have become of a stage that was reached. */
export type StepSaid =
  | Extract<Stage, "withdrawn" | "suspended" | "not_continued" | "lapsed" | "renewed">
  | "returned"
  | "refused";

/** Stages that are drawn as what they stand in the place of, and said there. */
const besides: readonly Stage[] = ["withdrawn", "suspended", "not_continued", "lapsed", "renewed"];

type Kind = Evidence["kind"];

/**
 * On which civil day somebody was certified for the first time; where somebody recommended them since and that was approved, by that: a
 * certification from before would stand before the stages that led to their own.
 */
function approvedOn(known: readonly Evidence[], recommended: string | null): string | null {
  const all = only(known, "approved", "master_approved");
  const own = all.find((one) => one.kind === "approved" && !one.before && one.day >= (recommended ?? "9999"));
  return (own ?? all[0])?.day ?? null;
}

/** On which civil day each stage was reached for the first time, as far as anything says so. */
function reachedOn(known: readonly Evidence[], gates: Gates): Record<DrawnStage, string | null> {
  const first = (...kinds: Kind[]) => known.find(({ kind }) => kinds.includes(kind))?.day ?? null;
  const tot = first("tot_completed");
  const afterTot = (day: string | null) => (tot === null || day === null ? null : day > tot ? day : tot);
  const workshop = known.find(
    (one) => one.kind === "workshop" && tot !== null && one.day >= tot && practised(one, gates),
  );
  const [practising, recommended] = [workshop?.day ?? null, first("recommended")];
  const planned = gates.actionPlan ? afterTot(first("action_plan")) : tot;
  return {
    tot_completed: tot,
    // Whoever wrote the plan down after a workshop was a candidate by then: no stage is said to be later than the next one.
    candidate: planned !== null && practising !== null && practising < planned ? practising : planned,
    practising,
    recommended,
    certified: approvedOn(known, recommended),
    master_candidate: first("master_training"),
    master_trainer: first("master_approved"),
  };
}

/** Where a stage is drawn; null for what is decided besides: then it is the furthest that was reached. */
const drawnAs = (stage: Stage): DrawnStage | null =>
  stage === "renewed" || stage === "lapsed"
    ? "certified"
    : (drawnStages as readonly Stage[]).includes(stage)
      ? (stage as DrawnStage)
      : null;

/**
 * Somebody's way with one tool as of a civil day: what was reached and when, what was passed over, where they are by their
 * standing then, and what is to come.
 */
export function pathOf(
  history: readonly Evidence[],
  gates: Gates,
  day: string,
  { stage: now, since }: Pick<Standing, "stage" | "since">,
): PathStep[] {
  const known = knownOn(history, day);
  const reached = reachedOn(known, gates);
  const furthest = drawnStages.findLastIndex((stage) => reached[stage] !== null);
  const drawn = drawnAs(now);
  const here = drawn === null ? furthest : drawnStages.indexOf(drawn);
  const answer = answered(known);
  return drawnStages.map((stage, at) => {
    const on = reached[stage];
    const open = answer !== null && stage === "recommended" && at !== here;
    const said = at === here ? besideOf(now, since) : open ? answer : null;
    const state =
      at === here
        ? said && said.what !== "renewed"
          ? "stopped"
          : "here"
        : on !== null && !open
          ? "done"
          : at < here
            ? "skipped"
            : "toCome";
    return { stage, day: on, state, said };
  });
}

/** What is said where somebody is: nothing where the stage itself says it. */
const besideOf = (stage: Stage, day: string): PathStep["said"] =>
  besides.includes(stage) ? { what: stage as StepSaid, day } : null;

/** What came back on the last recommendation, where nothing was approved or recommended since. */
function answered(known: readonly Evidence[]): PathStep["said"] {
  const last = only(known, "recommended", "approved").at(-1);
  const back = only(known, "returned", "refused").findLast(({ of }) => of === last?.key);
  return back ? { what: back.kind, day: back.day } : null;
}

/** The last civil day that is said of a certification; none of what is halted or was withdrawn, which no day makes valid. */
export const endSaid = ({ stage, validUntil }: Pick<Standing, "stage" | "validUntil">): string | null =>
  isStoppedStage(stage) ? null : validUntil;

/** True where a certification holds, so that its last day says something. */
export const holds = isCertifiedStage;
