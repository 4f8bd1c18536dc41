import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { type Prolonged, renewDocument } from "../../certificates/commands/renewed";
import { certificationsOf } from "../../certificates/store/ofPerson";
import { toolCatalogue } from "../../curriculum/queries";
import { personNames } from "../../people/store";
import { dayInProgramme } from "../../programmes/store/days";
import { refuse } from "../../result";
import { addMonths } from "../../time/zone";
import { type WayToJudge, waysToJudge } from "../judge";
import { wayBegan } from "../rules/entered";
import { modulesOfTools } from "../rules/ledger";
import { masterOf, renewalOf } from "../rules/renewal";
import { type GateState, stageOf } from "../rules/stage";
import { masterStepSchema, renewSchema } from "../schema";
import { insertStageEvent } from "../store/events";
import { decidedOn, demandPast } from "./recognise";

type Of = { personId: number; programmeId: number; toolId: number };

/** The way of somebody on whom the viewer may decide, with the day of today; refused where it was ended or interrupted. */
function wayDecidedOn(cx: Context, input: Of): WayToJudge & { today: string } {
  decidedOn(cx, "stage.approve", input);
  const way =
    waysToJudge(cx, [input.personId]).find(
      ({ toolId, programmeId }) => toolId === input.toolId && programmeId === input.programmeId,
    ) ?? refuse("notFound");
  const today = dayInProgramme(cx, input.programmeId);
  const stage = stageOf(way.history, way.gates, today, way.first)?.stage;
  if (stage === "suspended" || stage === "withdrawn" || stage === "not_continued") refuse("wayStopped");
  return { ...way, today };
}

/** True where conditions are missing and the viewer says why it is done after all; refused where they do not. */
function byException(gates: readonly GateState[], exception: boolean): boolean {
  const missing = gates.filter((gate) => gate.missing > 0).length;
  if (missing > 0 && !exception) refuse("conditionsMissing", { params: { count: missing } });
  return missing > 0;
}

/** The key of the certification on paper that somebody holds with a tool of a programme; null where there is none. */
function heldDocument(cx: Context, { personId, programmeId, toolId }: Of): number | null {
  const modules = modulesOfTools(toolCatalogue(cx));
  return (
    certificationsOf(cx, [personId]).findLast(
      (row) =>
        row.programmeId === programmeId &&
        row.revokedAt === null &&
        (row.toolId ?? toolId) === toolId &&
        modules.get(row.moduleId)?.toolId === toolId,
    )?.certificateId ?? null
  );
}

/** The key of the certificate that somebody who holds one gets by what was decided; null where they hold none. */
function onPaper(cx: Context, of: Of, prolonged: Prolonged): number | null {
  const held = heldDocument(cx, of);
  return held === null
    ? null
    : renewDocument(cx, gate.certificate(cx, "certificates.issue", held), prolonged);
}

/**
 * Renews what somebody is certified for, or a master trainer: from half a year before the end until the grace is over, for as
 * long again from the old end. Who holds it on paper gets another one in its place. Refused before and after that, for oneself,
 * where conditions are missing (but by an exception, for which the words say why), and for whoever is suspended or withdrawn.
 */
export const renew = command("stage.approve", renewSchema, (cx, input) => {
  const way = wayDecidedOn(cx, input);
  const renewal = renewalOf(way.history, way.gates, way.today) ?? refuse("neverCertified");
  if (renewal.window === "before") refuse("renewalEarly", { params: { day: { day: renewal.opensOn } } });
  if (renewal.window === "over") refuse("renewalLate", { params: { day: { day: renewal.graceUntil } } });
  const exception = byException(renewal.gates, input.exception);
  const months = renewal.master ? way.gates.masterValidMonths : way.gates.validMonths;
  const until = addMonths(renewal.until, months);
  const { personId, programmeId, toolId, words } = input;
  const { master } = renewal;
  const certificateId = onPaper(cx, input, { until, reason: words, master, approvedBy: null });
  insertStageEvent(cx, {
    ...{ personId, programmeId, toolId, words, until, exception, certificateId },
    kind: renewal.master ? "master_approved" : "renewed",
    day: way.today,
  });
  happened(cx, { kind: "stage.renewed", personId, programmeId, tool: toolId, until, exception });
  return { personId };
});

/** Enters a training of master trainers or an assessment of somebody who was certified; refused for a day to come. */
export const enterMasterStep = command("stage.approve", masterStepSchema, (cx, input) => {
  const way = wayDecidedOn(cx, input);
  demandPast(cx, input.day, wayBegan(way.history));
  if (masterOf(way.history, way.gates, way.today).certifiedUntil === null) refuse("neverCertified");
  const { personId, programmeId, toolId, kind, day, words } = input;
  insertStageEvent(cx, { personId, programmeId, toolId, kind, day, words });
  happened(cx, { kind: "stage.master-step", personId, programmeId, tool: toolId, step: kind });
  return { personId };
});

/**
 * Makes somebody who is certified a master trainer, for as long as the programme sets; who holds the certification on paper gets
 * one as a master trainer. Refused for oneself, for whoever is not
 * certified now or is one already, and where conditions are missing (but by an exception, for which the words say why).
 */
export const approveMaster = command("stage.approve", renewSchema, (cx, input) => {
  const way = wayDecidedOn(cx, input);
  const { certifiedUntil, isMaster, gates } = masterOf(way.history, way.gates, way.today);
  if ((certifiedUntil ?? "") < way.today) refuse("notCertifiedNow");
  if (isMaster) refuse("masterAlready");
  const exception = byException(gates, input.exception);
  const until = addMonths(way.today, way.gates.masterValidMonths);
  const { personId, programmeId, toolId, words } = input;
  const approvedBy = personNames(cx, cx.viewer.personId);
  const certificateId = onPaper(cx, input, { until, reason: words, master: true, approvedBy });
  insertStageEvent(cx, {
    ...{ personId, programmeId, toolId, words, until, exception, certificateId },
    kind: "master_approved",
    day: way.today,
  });
  happened(cx, { kind: "stage.master-approved", personId, programmeId, tool: toolId, until, exception });
  return { personId };
});
