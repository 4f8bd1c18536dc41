import type * as z from "zod";
import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { certifyTrainer, mayBeOnPaper } from "../../certificates/commands/certify";
import { type Prolonged, renewDocument } from "../../certificates/commands/renewed";
import { certificationsOf } from "../../certificates/store/ofPerson";
import { toolCatalogue } from "../../curriculum/queries";
import { personNames, personRow } from "../../people/store";
import { dayInProgramme, dayThere } from "../../programmes/store/days";
import { refuse } from "../../result";
import { addMonths } from "../../time/zone";
import { toolFor } from "../deciding";
import { ofWay, type WayToJudge, waysToJudge } from "../judge";
import { countedBy } from "../rules/counted";
import { openRecommendation } from "../rules/decide";
import { doubtsIn } from "../rules/doubts";
import { endsWith } from "../rules/ends";
import { courseOfTot, historyWithout, wayBegan } from "../rules/entered";
import { exceptionOf, groundsOf } from "../rules/grounds";
import { modulesOfTools } from "../rules/ledger";
import { masterOf, ownSteps, type Renewal, renewalOf } from "../rules/renewal";
import { type GateState, isStoppedStage, knownOn, only, stageOf } from "../rules/stage";
import { masterStepSchema, recommendRenewalSchema, renewSchema } from "../schema";
import { insertStageEvent, stageEventRow, stageEventsOf } from "../store/events";
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
  if (stage && isStoppedStage(stage)) refuse("wayStopped");
  return { ...way, today };
}

/** What was entered of a way, in the order in which it was. */
const entriesOf = (cx: Context, of: Of) => ofWay(stageEventsOf(cx, [of.personId]), of);

/** The same way, refused while something on which the certification rests was struck out: what becomes of that is decided first. */
function wayToProlong(cx: Context, input: Of) {
  const way = wayDecidedOn(cx, input);
  if (doubtsIn(entriesOf(cx, way), countedBy(way)).length > 0) refuse("doubtFirst");
  return way;
}

/** What can be decided beside a first certification. */
type Towards = z.output<typeof recommendRenewalSchema>["kind"];

/**
 * How it stands with renewing on a civil day; refused before the window and after the grace, and for whoever was never certified.
 */
function toRenew({ history, gates }: Pick<WayToJudge, "history" | "gates">, today: string): Renewal {
  const renewal = renewalOf(history, gates, today) ?? refuse("neverCertified");
  if (renewal.window === "before") refuse("renewalEarly", { params: { day: { day: renewal.opensOn } } });
  if (renewal.window === "over") refuse("renewalLate", { params: { day: { day: renewal.graceUntil } } });
  return renewal;
}

/** How far somebody is who may become a master trainer; refused for whoever is not certified now or is one already. */
function toMaster({ history, gates }: Pick<WayToJudge, "history" | "gates">, today: string) {
  const master = masterOf(history, gates, today);
  if ((master.certifiedUntil ?? "") < today) refuse("notCertifiedNow");
  if (master.isMaster) refuse("masterAlready");
  return master;
}

/** The conditions of a decision on a way. */
const asked = { renewed: toRenew, master_approved: toMaster } as const;

const missingIn = (gates: readonly GateState[]): number => gates.filter(({ missing }) => missing > 0).length;

/**
 * On what a decision rests beside the viewer's own word, as two persons decide: on conditions that are met without what the viewer
 * entered of them, or, by exception or where the programme asks for nothing, on the recommendation of somebody else.
 * @param gates the conditions of the decision, as they stand.
 * @returns the recommendation that it answers, null where nobody recommended it; and whether it is by exception. One that meanwhile
 * is needed no more is answered too: left open, it would carry another exception years later.
 */
function restsOn(
  cx: Context,
  way: ReturnType<typeof wayDecidedOn>,
  towards: Towards,
  gates: readonly GateState[],
  input: { exception: boolean },
): { ofId: number | null; exception: boolean } {
  const entries = entriesOf(cx, way);
  const open = openRecommendation(entries, towards);
  const missing = missingIn(gates);
  const exception = missing > 0;
  if (exception && !input.exception) refuse("conditionsMissing", { params: { count: missing } });
  if (exception || gates.length === 0) {
    if (!open) return refuse(exception ? "exceptionNotRecommended" : "recommendFirst");
    if (open.enteredBy === cx.viewer.personId) refuse("recommenderDecides");
    return { ofId: open.id, exception };
  }
  const own = ownSteps(entries, cx.viewer.personId);
  const others = { ...way, history: historyWithout(way.history, own) };
  if (own.length > 0 && missingIn(asked[towards](others, way.today).gates) > 0) refuse("ownSteps");
  return { ofId: open?.id ?? null, exception: false };
}

/** The certification on paper that somebody holds with a tool of a programme, with the codes of its course; null where there is none. */
function heldDocument(cx: Context, { personId, programmeId, toolId }: Of) {
  const modules = modulesOfTools(toolCatalogue(cx));
  const rows = certificationsOf(cx, [personId]).filter(
    (row) =>
      row.programmeId === programmeId &&
      row.revokedAt === null &&
      (row.toolId ?? toolId) === toolId &&
      modules.get(row.moduleId)?.toolId === toolId,
  );
  const key = rows.at(-1)?.certificateId;
  if (key === undefined) return null;
  return {
    key,
    codes: rows.flatMap((row) => (row.certificateId === key ? modules.get(row.moduleId)!.code : [])),
  };
}

/** Codes of the modules that a paper of this person can name: those of trainings recorded here, of the paper they hold, or recognised. */
const namedOnPaper = (
  { history, today }: { history: WayToJudge["history"]; today: string },
  held: ReturnType<typeof heldDocument>,
): ReadonlySet<string> =>
  new Set([
    ...(held?.codes ?? []),
    ...only(knownOn(history, today), "tot_completed", "recognised").flatMap(({ modules }) => modules),
  ]);

/**
 * The key of the certificate that somebody gets by what was decided today: in the place of the one that they hold; who holds none, as
 * whoever was certified before, gets their first by the training of trainers that they completed. Null where no training of theirs
 * is recorded, as a paper is of one, and of a renewal of modules that none of theirs taught: no paper names what its course did not.
 */
function onPaper(
  cx: Context,
  of: WayToJudge & { today: string },
  decision: { kind: Towards; gates: readonly GateState[]; modules?: readonly string[] },
  decided: Omit<Prolonged, "evidence" | "ends">,
): number | null {
  const held = heldDocument(cx, of);
  const named = namedOnPaper(of, held);
  const ends = endsWith(
    of.history,
    {
      key: "decided now",
      kind: decision.kind,
      day: of.today,
      until: decided.until,
      modules: decision.modules,
    },
    of.gates.graceMonths,
  ).filter(({ code }) => named.has(code));
  if (ends.length === 0 || decision.modules?.every((code) => !named.has(code))) return null;
  const evidence = {
    ...groundsOf(decision.kind, of.history, of.gates, of.today),
    ...exceptionOf(decision.gates),
  };
  if (held !== null)
    return renewDocument(cx, gate.certificate(cx, "certificates.issue", held.key), {
      ...decided,
      ends,
      evidence,
    });
  const tot = only(knownOn(of.history, of.today), "tot_completed").at(-1);
  if (!tot) return null;
  const course = gate.course(cx, "certificates.issue", courseOfTot(tot.key));
  if (!mayBeOnPaper(cx, course, of.personId)) return null;
  const masterUntil = decided.master ? decided.until : null;
  return certifyTrainer(cx, course, { ...of, ...decided, ends, evidence, masterUntil });
}

/** Who decides, and whose recommendation they answer, as their paper names them; nobody recommended what was met by itself. */
const decidersOf = (cx: Context, ofId: number | null) => ({
  approvedBy: personNames(cx, cx.viewer.personId),
  recommendedBy: ofId === null ? null : personNames(cx, stageEventRow(cx, ofId)!.enteredBy),
});

/** What somebody is told of a decision of which no document came, which would tell them. */
const saidOf = (cx: Context, { personId, toolId }: Of, decision: "renewed" | "master", until: string) => ({
  ...{ decision, until },
  tool: toolFor(cx, toolCatalogue(cx).find(({ id }) => id === toolId)!, personId),
});

/**
 * Recommends somebody of whom conditions of a renewal or of a master trainer are missing, by exception, or of whom the programme
 * asks for nothing: somebody else decides. Refused where all that is asked for is met, and while such a recommendation waits.
 */
export const recommendRenewal = command("stage.approve", recommendRenewalSchema, (cx, input) => {
  const way = wayToProlong(cx, input);
  const { kind: towards, words, personId, programmeId, toolId } = input;
  const { gates } = asked[towards](way, way.today);
  const exception = missingIn(gates) > 0;
  if (!exception && gates.length > 0) refuse("nothingRecommended");
  if (openRecommendation(entriesOf(cx, way), towards)) refuse("recommendedAlready");
  const entryId = insertStageEvent(cx, {
    ...{ personId, programmeId, toolId, words, awaits: towards, exception },
    ...{ kind: "recommended", day: way.today },
  });
  happened(cx, { kind: "stage.recommended", personId, entryId, way: { toolId, programmeId } });
  return { personId };
});

/**
 * Renews what somebody is certified for, or a master trainer: from half a year before the end until the grace is over, for as
 * long again from the old end; of modules with different ends those of the first, while the others keep theirs. Who holds it on paper gets another one in its place, who was certified before their first. Refused before and after that, for oneself,
 * to whoever entered what it rests on, where conditions are missing (but by an exception that somebody else recommended, for which
 * the words say why), for whoever is suspended or withdrawn, and while something on which it rests is struck out and not decided on.
 */
export const renew = command("stage.approve", renewSchema, (cx, input) => {
  const way = wayToProlong(cx, input);
  const renewal = toRenew(way, way.today);
  const { ofId, exception } = restsOn(cx, way, "renewed", renewal.gates, input);
  const months = renewal.master ? way.gates.masterValidMonths : way.gates.validMonths;
  const until = addMonths(renewal.until, months);
  const { personId, programmeId, toolId, words } = input;
  const { master } = renewal;
  const decision = { kind: "renewed", gates: renewal.gates, modules: renewal.modules } as const;
  const certificateId = onPaper(cx, way, decision, {
    ...{ until, reason: words, master, renews: true },
    ...decidersOf(cx, ofId),
  });
  insertStageEvent(cx, {
    ...{ personId, programmeId, toolId, words, until, exception, certificateId, ofId },
    modules: renewal.modules,
    kind: renewal.master ? "master_approved" : "renewed",
    day: way.today,
  });
  const said = certificateId === null ? saidOf(cx, input, master ? "master" : "renewed", until) : null;
  happened(cx, { kind: "stage.renewed", personId, programmeId, tool: toolId, until, exception, said });
  return { personId };
});

/** Enters a training of master trainers or an assessment of somebody who was certified; refused for a day to come. */
export const enterMasterStep = command("stage.approve", masterStepSchema, (cx, input) => {
  const way = wayDecidedOn(cx, input);
  const today = dayThere(cx, input.programmeId, personRow(cx, input.personId)?.country);
  demandPast(input.day, today, wayBegan(way.history));
  if (masterOf(way.history, way.gates, way.today).certifiedUntil === null) refuse("neverCertified");
  const { personId, programmeId, toolId, kind, day, words } = input;
  insertStageEvent(cx, { personId, programmeId, toolId, kind, day, words });
  happened(cx, { kind: "stage.master-step", personId, programmeId, tool: toolId, step: kind });
  return { personId };
});

/**
 * Makes somebody who is certified a master trainer, for as long as the programme sets; who holds the certification on paper gets
 * one as a master trainer. Refused for oneself, to whoever entered what it rests on, for whoever is not certified now or is one
 * already, and where conditions are missing (but by an exception that somebody else recommended, for which the words say why).
 */
export const approveMaster = command("stage.approve", renewSchema, (cx, input) => {
  const way = wayToProlong(cx, input);
  const { gates } = toMaster(way, way.today);
  const { ofId, exception } = restsOn(cx, way, "master_approved", gates, input);
  const until = addMonths(way.today, way.gates.masterValidMonths);
  const { personId, programmeId, toolId, words } = input;
  const decision = { kind: "master_approved", gates } as const;
  const certificateId = onPaper(cx, way, decision, {
    ...{ until, reason: words, master: true, renews: false },
    ...decidersOf(cx, ofId),
  });
  insertStageEvent(cx, {
    ...{ personId, programmeId, toolId, words, until, exception, certificateId, ofId },
    kind: "master_approved",
    day: way.today,
  });
  const said = certificateId === null ? saidOf(cx, input, "master", until) : null;
  happened(cx, {
    kind: "stage.master-approved",
    personId,
    programmeId,
    tool: toolId,
    until,
    exception,
    said,
  });
  return { personId };
});
