import {
  isCertifiedStage,
  isHaltedStage,
  isStoppedStage,
  type Stage,
  stages,
} from "../../../db/values/stages";
import { addDays } from "../../time/civil";
import { observationsCounting, observedIn, practised, workshopsCounting } from "./counting";
import { endsOf, firstEnd, lastEnd, type ModuleEnd, practiceAfter, practiceKinds, renewable } from "./ends";
import type { Gate, Gates } from "./gates";
import { type Evidence, type Kind, knownOn, type Of, only, withdrawnOn } from "./known";
import { periodOf } from "./period";
import { askedModules, completedIn, ofTool, waitingIn } from "./scope";

export { type Evidence, isHaltedStage, isStoppedStage, knownOn, only, type Stage, stages };

/** A condition with how far somebody is: `have` of `need`, and how many are missing. */
export type GateState = {
  gate: "tot" | Gate;
  need: number;
  have: number;
  missing: number;
  /**
   * Of workshops that are missing and have to lie within so many months: until which civil day another one counts with those held,
   * null where none counts; and how many count no more.
   */
  period?: { months: number; until: string | null; lost: number };
};

/** Where somebody is with one tool on a civil day, and what they can do next: the first gate that is missing, or a decision. */
export type Standing = {
  stage: Stage;
  /** Civil day since when. */
  since: string;
  /** Modules in which they are certified then, or would be by what they completed. */
  modules: string[];
  /** Of whoever is or was certified: each of these modules with its end. */
  ends: readonly ModuleEnd[];
  /** The last civil day on which all that is certified holds as it does then: the first end of these modules; of what lapsed the last. */
  validUntil: string | null;
  gates: GateState[];
  /** For which modules these conditions are, and what they are met by; null: for the whole tool. */
  asked: readonly string[] | null;
  /** After which civil day practice counts for these; null where all of it does. */
  practiceAfter: string | null;
  next: { step: "tot" | Gate | "recommend" | "approve" | "renew" | "resume" | "none"; missing: number };
  /** True where an approver certified them though gates were missing: shown for ever. */
  byException: boolean;
};

/** A condition of which somebody has so much of what is needed. */
export const gateState = (gate: GateState["gate"], need: number, have: number): GateState => ({
  ...{ gate, need, have },
  missing: Math.max(0, need - have),
});

/** How far somebody is with the workshops that are asked for, and until when those still missing can be held. */
function workshopsGate(workshops: readonly { day: string }[], gates: Gates, day: string): GateState[] {
  const { workshops: need, workshopMonths: months } = gates;
  if (need === 0) return [];
  const days = workshops.map((one) => one.day);
  const { have, until } = periodOf(days, need, months, day);
  const state = gateState("workshops", need, have);
  if (months === 0 || state.missing === 0) return [state];
  return [{ ...state, period: { months, until, lost: days.length - have } }];
}

/** How far somebody is with each gate before a recommendation for modules (`of`) that is asked for. */
function gatesOf(
  known: readonly Evidence[],
  gates: Gates,
  first: string | null,
  ...[day, of]: [day: string, of: readonly string[] | null]
): GateState[] {
  const tots = only(known, "tot_completed");
  const learnt = new Set(completedIn(known));
  const after = practiceAfter(known, gates.graceMonths, day, of) ?? "";
  const workshops = workshopsCounting(known, gates, day, of).filter((one) => one.day > after);
  const seen = observationsCounting(known, gates, of).filter((one) => one.day > after);
  const count = (kind: Kind) =>
    known.filter((one) => one.kind === kind && (one.day > after || !practiceKinds.includes(kind))).length;
  const flag = (gate: Gate, met: boolean) => (gates[gate] ? [gateState(gate, 1, Number(met))] : []);
  const number = (gate: Gate, have: number) =>
    gates[gate] ? [gateState(gate, Number(gates[gate]), have)] : [];
  const leads = workshops.filter(({ role }) => role === "lead").length;
  return [
    gateState("tot", 1, Number(tots.length > 0)),
    ...flag("practicum", count("practicum") > 0 || tots.some(({ practicum }) => practicum)),
    ...flag("firstModule", first === null || learnt.has(first)),
    ...flag("actionPlan", count("action_plan") > 0),
    ...workshopsGate(workshops, gates, day),
    ...number("leadWorkshops", leads),
    ...number("observations", observedIn(known, seen)),
    ...(gates.observations ? number("observers", new Set(seen.map(({ observer }) => observer)).size) : []),
    ...number("coachingVisits", count("coaching_visit")),
    ...flag("examination", count("examination") > 0),
    ...flag("refresher", count("refresher") > 0),
  ];
}

/** How far somebody is with each condition on a civil day, also where no way of theirs has begun. */
export const conditionsOf = (
  history: readonly Evidence[],
  ...[gates, day, first]: [gates: Gates, day: string, first: string | null]
): GateState[] => gatesOf(knownOn(history, day), gates, first, day, null);

/**
 * What ends or interrupts the way and was not resumed by then; a withdrawal is for good until somebody approves anew, and ends what
 * interrupted the way before it.
 */
function stopped(known: readonly Evidence[]): Of<"not_continued" | "suspended" | "withdrawn"> | undefined {
  const resumed = new Set(only(known, "resumed").map(({ of }) => of));
  const approvedOn = only(known, "approved", "master_approved").map(({ day }) => day);
  const ended = withdrawnOn(known);
  return only(known, "withdrawn", "suspended", "not_continued")
    .filter((one) => !resumed.has(one.key))
    .filter((one) => one.kind === "withdrawn" || one.day > ended)
    .filter((one) => one.kind !== "withdrawn" || !approvedOn.some((on) => on > one.day))
    .at(-1);
}

type Reached = Pick<Standing, "stage" | "since" | "validUntil" | "modules" | "ends" | "byException">;

/** The certification that holds or held last: after the last withdrawal. Of what lapsed the modules are those that a renewal renews. */
function certification(known: readonly Evidence[], gates: Gates, day: string): Reached | null {
  const ends = endsOf(known, gates.graceMonths);
  const holding = ends.filter(({ until }) => until >= day);
  const valid = holding.length > 0;
  const of = valid ? holding : renewable(ends, day, gates.graceMonths);
  const last = lastEnd(of);
  if (!last) return null;
  const all = only(known, "approved", "renewed", "master_approved").filter(
    (one) => one.day > withdrawnOn(known),
  );
  const masters = only(all, "master_approved");
  const master = masters.some((one) => one.until >= day);
  const training = only(known, "master_training").at(-1);
  const stage: Stage = !valid
    ? "lapsed"
    : master
      ? "master_trainer"
      : training
        ? "master_candidate"
        : last.by.kind === "renewed"
          ? "renewed"
          : "certified";
  const since = {
    lapsed: addDays(last.until, 1),
    master_trainer: masters.at(-1)?.day ?? last.by.day,
    master_candidate: [training?.day ?? "", only(all, "approved")[0]?.day ?? ""].sort().at(-1)!,
  };
  return {
    stage,
    since: since[stage as keyof typeof since] ?? last.by.day,
    validUntil: valid ? firstEnd(of)!.until : last.until,
    modules: of.map(({ code }) => code),
    ends: of,
    byException: all.some(({ exception }) => exception),
  };
}

/**
 * True where a certification was left as it is though it does not meet its own conditions without what was struck out: from then on
 * it stands by exception.
 */
function leftUnmet(
  history: readonly Evidence[],
  known: readonly Evidence[],
  ...[gates, first]: [gates: Gates, first: string | null]
): boolean {
  const ended = withdrawnOn(known);
  if (!only(known, "left").some(({ day }) => day > ended)) return false;
  return only(known, "approved").some(
    (one) => one.day > ended && !one.before && gatesDecidedBy(history, gates, first, one).some(isMissing),
  );
}

/**
 * How far the conditions of a first certification are met on its day without its own word. Where workshops on its modules did not meet
 * them then, though nothing was struck out yet, it was decided before these were asked for: it stands by those of the tool.
 */
export function gatesDecidedBy(
  history: readonly Evidence[],
  gates: Gates,
  first: string | null,
  { key, day, modules, exception }: Of<"approved">,
): GateState[] {
  const by = (all: readonly Evidence[]) =>
    gatesOf(
      knownOn(all, day).filter((one) => one.key !== key),
      gates,
      first,
      day,
      modules,
    );
  const then = history.filter((one) => one.kind !== "struck" || one.day < day);
  return by(exception || !by(then).some(isMissing) ? history : ofTool(history));
}

const isMissing = ({ missing }: GateState): boolean => missing > 0;

/** Where somebody is who is not certified, by what they did. */
function onTheWay(known: readonly Evidence[], gates: Gates): Reached | null {
  const tot = only(known, "tot_completed");
  const rest = {
    validUntil: null,
    byException: false,
    ends: [],
    modules: completedIn(known),
  };
  const recommended = waitingIn(known);
  if (recommended) return { ...rest, stage: "recommended", since: recommended.day };
  if (tot.length === 0) return null;
  const workshop = only(known, "workshop").find((one) => one.day >= tot[0]!.day && practised(one, gates));
  if (workshop) return { ...rest, stage: "practising", since: workshop.day };
  const plan = only(known, "action_plan")[0];
  if (plan) return { ...rest, stage: "candidate", since: [plan.day, tot[0]!.day].sort()[1]! };
  return { ...rest, stage: gates.actionPlan ? "tot_completed" : "candidate", since: tot[0]!.day };
}

/** What comes next, in the order in which it is asked for. */
export function nextOf(stage: Stage, gates: readonly GateState[]): Standing["next"] {
  if (isHaltedStage(stage)) return { step: "resume", missing: 1 };
  if (stage === "lapsed") return { step: "renew", missing: 1 };
  if (isCertifiedStage(stage)) return { step: "none", missing: 0 };
  if (stage === "recommended") return { step: "approve", missing: 1 };
  const gate = gates.find(({ missing }) => missing > 0);
  return gate ? { step: gate.gate, missing: gate.missing } : { step: "recommend", missing: 1 };
}

/**
 * Where somebody is with one tool on a civil day, by all that is recorded today about that day and those before it; null
 * where nothing began. Depends on what is recorded and not on the order in which it was entered.
 * @param first code of the tool's first module, which may be obligatory.
 * @param of modules for which the conditions are asked; null: for the way as a whole, of whoever is certified for nothing those that can be.
 */
export function stageOf(
  history: readonly Evidence[],
  gates: Gates,
  day: string,
  first: string | null = null,
  of: readonly string[] | null = null,
): Standing | null {
  const known = knownOn(history, day);
  const reached = certification(known, gates, day) ?? onTheWay(known, gates);
  const end = stopped(known);
  if (!reached && !end) return null;
  const asked = of ?? askedModules(known, gates.graceMonths, day);
  const states = gatesOf(known, gates, first, day, asked);
  const stage = end ? end.kind : reached!.stage;
  return {
    modules: reached?.modules ?? [],
    ends: reached?.ends ?? [],
    validUntil: reached?.validUntil ?? null,
    byException: (reached?.byException ?? false) || leftUnmet(history, known, gates, first),
    stage,
    since: end ? end.day : reached!.since,
    gates: states,
    asked,
    practiceAfter: practiceAfter(known, gates.graceMonths, day, asked),
    next: nextOf(stage, states),
  };
}

/** What striking out one piece of a history makes of a stage: from which to which, null where nothing began; null where it changes none. */
export function changeBy(
  history: readonly Evidence[],
  key: string,
  ...[gates, day, first = null]: [gates: Gates, day: string, first?: string | null]
): { from: Stage | null; to: Stage | null } | null {
  const stage = (known: readonly Evidence[]) => stageOf(known, gates, day, first)?.stage ?? null;
  const [from, to] = [stage(history), stage(history.filter((one) => one.key !== key))];
  return from === to ? null : { from, to };
}
