import { isCertifiedStage, isStoppedStage, type StageAwaits } from "../../../db/values/stages";
import { allTowards, openQuestion, openRecommendation } from "./decide";
import type { Renewal } from "./renewal";
import type { GateState, Standing } from "./stage";

/** Workshops that somebody held and that do not count yet: for want of a confirmation, or of the approval of the workshop itself; and observations for want of their signature. */
export type Waiting = {
  toConfirm: number;
  toSign: number;
  /** Keys of courses. */
  toApprove: readonly number[];
};

/** What is to be done next on a way, and how much of it is missing. */
export type Next = {
  step: Standing["next"]["step"] | "confirmWorkshops" | "approveWorkshops" | "signObservations" | "answer";
  missing: number;
};

/** What somebody recommended and waits for another: an approval, or an answer by whoever recommended it. `towards`: null for a first certification. */
export type Awaited = { step: "approve" | "answer"; towards: StageAwaits | null };

/** What waits on a way for a decision, or for the answer to a question, the first certification first. */
export const awaitedOn = (entries: Parameters<typeof openQuestion>[0]): Awaited[] =>
  allTowards.flatMap((towards): Awaited[] => {
    if (openRecommendation(entries, towards)) return [{ step: "approve", towards }];
    return openQuestion(entries, towards) ? [{ step: "answer", towards }] : [];
  });

/** Who does a step on somebody's way: they, a coordinator, who may observe, a coordinator who did not recommend them, or who did. */
export type DoneBy = "self" | "coordinator" | "observer" | "approver" | "recommender";

/** The same of each step. */
export function doneBy(step: Next["step"]): DoneBy {
  switch (step) {
    case "practicum":
    case "examination":
    case "refresher":
    case "confirmWorkshops":
    case "approveWorkshops":
    case "recommend":
    case "renew":
    case "resume":
      return "coordinator";
    case "coachingVisits":
    case "observations":
    case "observers":
      return "observer";
    case "approve":
      return "approver";
    case "answer":
      return "recommender";
    default:
      return "self";
  }
}

/** Steps that somebody takes by workshops of their own, or plans them: only trainers of the programme schedule those. */
export const takenAsTrainer: readonly Standing["next"]["step"][] = [
  "actionPlan",
  "workshops",
  "leadWorkshops",
  "observations",
  "observers",
];

/** True where a coaching visit is noted on a way: one that goes on, or on which whoever had a certification withdrawn is asked for one again. */
export const takesVisit = ({ stage, gates }: Pick<Standing, "stage" | "gates">): boolean =>
  !isStoppedStage(stage) ||
  (stage === "withdrawn" && gates.some(({ gate, missing }) => gate === "coachingVisits" && missing > 0));

/** The step that each condition of a renewal is. */
const renewing = {
  renewalWorkshopsPerYear: "workshops",
  renewalRefresher: "refresher",
  renewalExamination: "examination",
} as const;

/** The condition of a renewal that a step is for; undefined where it is for none. */
export const conditionOf = (step: Next["step"]) =>
  (Object.keys(renewing) as (keyof typeof renewing)[]).find((gate) => renewing[gate] === step);

/** What a renewal that can be decided lacks, each condition as a step of its own, as different people do them; none where nothing is missing. */
export function lackingToRenew({ window, gates }: Pick<Renewal, "window" | "gates">): Next[] {
  if (window !== "open" && window !== "grace") return [];
  return gates.flatMap(({ gate, missing }) =>
    missing > 0 ? { step: renewing[gate as keyof typeof renewing], missing } : [],
  );
}

/** What is to be done next for a renewal that can be decided: the first of its conditions that is missing; null where none is. */
export const nextToRenew = (renewal: Pick<Renewal, "window" | "gates">): Next | null =>
  lackingToRenew(renewal)[0] ?? null;

/** What is to be done now, each with who does it: the next step, of a renewal with the other conditions that are missing. */
export function stepsNow({
  next,
  renewal,
  asked,
}: {
  next: Next;
  renewal: Pick<Renewal, "window" | "gates"> | null;
  asked: { of: "renewal" | "first" };
}): Next[] {
  const lacking = renewal && asked.of === "renewal" ? lackingToRenew(renewal) : [];
  return lacking.some(({ step }) => step === next.step) ? lacking : [next];
}

/** The step itself, before looking at what was held already and waits. */
function stepOn({ next, stage, gates }: Standing, renewal: Pick<Renewal, "window" | "gates"> | null): Next {
  const mayRenew = isCertifiedStage(stage) || next.step === "renew";
  if (!renewal || !mayRenew) return next;
  if (renewal.window === "open" || renewal.window === "grace")
    return nextToRenew(renewal) ?? { step: "renew", missing: 1 };
  if (next.step !== "renew") return next;
  const first = gates.find(({ missing }) => missing > 0);
  return { step: first?.gate ?? "recommend", missing: first?.missing ?? 1 };
}

/** Which of what waits comes next, before anything that is missing; of a way that is halted none, and a master trainer comes last. */
export const awaitedNext = (
  standing: Pick<Standing, "next">,
  renewal: Parameters<typeof nextOn>[1],
  awaited: readonly Awaited[],
): Awaited | null =>
  standing.next.step === "resume"
    ? null
    : (awaited.find(
        ({ towards }) =>
          towards !== "master_approved" ||
          (standing.next.step === "none" && (renewal === null || renewal.window === "before")),
      ) ?? null);

/**
 * What is to be done next: what was recommended is decided, or its question answered; of observations that are missing first those are signed that were made; of workshops that are missing, or that a renewal is to ask for, first what those wait for that were held;
 * of whoever can be renewed the first condition that is missing, else the renewal itself; of whoever lapsed too long ago what a first
 * certification takes.
 */
export function nextOn(
  standing: Standing,
  renewal: Pick<Renewal, "window" | "gates"> | null,
  { toConfirm, toSign, toApprove }: Waiting,
  awaited: readonly Awaited[] = [],
): Next {
  const decision = awaitedNext(standing, renewal, awaited);
  if (decision) return { step: decision.step, missing: 1 };
  const of = stepOn(standing, renewal);
  if ((of.step === "observations" || of.step === "observers") && toSign > 0)
    return { step: "signObservations", missing: toSign };
  const asksWorkshops =
    of.step === "workshops" ||
    of.step === "leadWorkshops" ||
    (of.step === "none" && isCertifiedStage(standing.stage));
  if (!asksWorkshops) return of;
  if (toConfirm > 0) return { step: "confirmWorkshops", missing: toConfirm };
  if (toApprove.length > 0) return { step: "approveWorkshops", missing: toApprove.length };
  return of;
}

/** What is asked of somebody now: for a renewal where their certification holds, is suspended or can still be renewed, else for the first one. */
export const askedNow = (
  { stage, gates }: Pick<Standing, "stage" | "gates">,
  renewal: Pick<Renewal, "window" | "gates"> | null,
): { of: "renewal" | "first"; gates: readonly GateState[] } =>
  renewal &&
  (isCertifiedStage(stage) || stage === "suspended" || (stage === "lapsed" && renewal.window === "grace"))
    ? { of: "renewal", gates: renewal.gates }
    : { of: "first", gates };
