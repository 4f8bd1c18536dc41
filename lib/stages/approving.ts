import * as gate from "../access/gate";
import * as stages from "../access/stageGate";
import type { Context } from "../acts/context";
import { happened } from "../acts/happened";
import { certifyTrainer } from "../certificates/commands/certify";
import { fault } from "../faults";
import { personNames } from "../people/store";
import { Refusal, refuse } from "../result";
import { addMonths } from "../time/zone";
import {
  type Case,
  certifiable,
  demandCase,
  demandGoingOn,
  demandNoConflict,
  gatesMissing,
  newAmong,
  standingFor,
  totsOf,
} from "./deciding";
import { isDecided, seenWord } from "./rules/decide";
import { endsWith } from "./rules/ends";
import { historyWithout } from "./rules/entered";
import { exceptionOf, groundsOf } from "./rules/grounds";
import { stageOf } from "./rules/stage";
import { insertStageEvent, type StageEventRow, stageEventRow } from "./store/events";

/** A recommendation that the viewer may answer, with what is known of whom it is about. */
export type ToAnswer = { recommendation: StageEventRow; of: Case };

/**
 * The recommendation of this key, whatever it is for, to answer it. Refused where it was answered meanwhile, for the candidate,
 * whoever recommended them and whoever is bound to them.
 */
export function toAnswer(cx: Context, recommendationId: number): ToAnswer {
  const recommendation = stageEventRow(cx, recommendationId);
  if (recommendation?.kind !== "recommended") return refuse("notFound");
  const of = demandCase(cx, stages.way(cx, "stage.approve", recommendation), recommendation.toolId);
  if (isDecided(of.entries, recommendation.id)) refuse("answeredAlready");
  demandNoConflict(cx, of, recommendation.enteredBy);
  return { recommendation, of };
}

/** The same of a first certification, to approve it; a renewal and a master trainer are decided by commands of their own. */
export function toApprove(cx: Context, recommendationId: number): ToAnswer {
  const found = toAnswer(cx, recommendationId);
  return found.recommendation.awaits === null ? found : refuse("notFound");
}

/** Refuses a way on which nobody is certified today: it is stopped, or was withdrawn today, by which a day counts once. */
function demandOpen(of: Case): void {
  demandGoingOn(of);
  if (of.standing.stage === "withdrawn" && of.standing.since === of.day) refuse("withdrawnToday");
}

/** Until when (a civil day) a certification of today holds. */
export const validUntil = ({ day, gates }: Pick<Case, "day" | "gates">): string =>
  addMonths(day, gates.validMonths);

/** The modules that somebody recommended, of an older recommendation all that was completed. */
export const recommendedIn = (
  { modules }: Pick<StageEventRow, "modules">,
  { completed }: Pick<Case, "completed">,
): readonly string[] => modules ?? completed;

/** Those of them that an approval of today gives; all where it gives none, as what stands in its way says. */
export function givenBy(of: Case, recommendation: Pick<StageEventRow, "modules">): readonly string[] {
  const asked = recommendedIn(recommendation, of);
  const given = certifiable(of, asked);
  return given.length > 0 ? given : asked;
}

/** A word for all that an approval as recommended looks at; another module that can be certified makes it another too. */
export const seenNow = ({ recommendation, of }: ToAnswer): string => {
  const modules = givenBy(of, recommendation);
  return seenWord(of.entries, standingFor(of, modules), modules);
};

/** What stands in the way of approving as recommended, by what a command would refuse; null where nothing does. */
export function inTheWay({ recommendation, of }: ToAnswer): Refusal | null {
  try {
    demandOpen(of);
    const asked = recommendedIn(recommendation, of);
    if (asked.some((one) => !of.completed.includes(one))) return new Refusal(fault("modulesNotCompleted"));
    return gatesMissing(standingFor(of, newAmong(of, asked)));
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/**
 * Refuses whoever entered, after the recommendation that they answer, what its conditions are met by: whoever recommended went
 * by what stood before, so that nobody else has seen it.
 */
function demandSeen(cx: Context, of: Case, answers: StageEventRow, modules: readonly string[]): void {
  const own = of.entries.filter(({ id, enteredBy }) => id > answers.id && enteredBy === cx.viewer.personId);
  if (own.length === 0 || gatesMissing(standingFor(of, modules))) return;
  const without = stageOf(historyWithout(of.history, own), of.gates, of.day, of.first, modules);
  if (without === null || gatesMissing(without)) refuse("ownSteps");
}

/**
 * Certifies: the entry and the document that comes of it. Within the open transaction.
 * @param asked modules, of which those that hold already keep their own end.
 * @param answers the recommendation of somebody else that it answers.
 * @param why what is kept of an exception; null where all conditions are met.
 */
export function certify(
  cx: Context,
  of: Case,
  asked: readonly string[],
  answers: StageEventRow,
  why: string | null,
): { certificateId: number } {
  demandOpen(of);
  const modules = newAmong(of, asked);
  demandSeen(cx, of, answers, modules);
  const { personId, toolId, programmeId, day } = of;
  const tot = totsOf(cx, of).at(-1) ?? refuse("participationFirst");
  const until = validUntil(of);
  const kept = exceptionOf(standingFor(of, modules).gates);
  const { exception } = kept;
  const certificateId = certifyTrainer(cx, gate.course(cx, "certificates.issue", tot.courseId), {
    ...{ personId, toolId },
    ends: endsWith(
      of.history,
      { key: "decided now", kind: "approved", day, of: null, modules, until, exception },
      of.gates.graceMonths,
    ),
    evidence: { ...groundsOf("approved", of.history, of.gates, day, modules), ...kept },
    recommendedBy: personNames(cx, answers.enteredBy),
    approvedBy: personNames(cx, cx.viewer.personId),
  });
  const entryId = insertStageEvent(cx, {
    ...{ personId, toolId, programmeId, day, modules, until, certificateId },
    kind: "approved",
    ofId: answers.id,
    exception,
    words: why,
  });
  // Their document tells them.
  happened(cx, { kind: "stage.approved", personId, entryId, way: { toolId, programmeId }, said: null });
  return { certificateId };
}
