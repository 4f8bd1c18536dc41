import { mayInProgramme } from "../access/gate";
import type { GrantedWay } from "../access/stageGate";
import type { Context } from "../acts/context";
import { completedAmong } from "../certificates/store/ofPerson";
import { toolCatalogue } from "../curriculum/queries";
import { fault } from "../faults";
import { inLanguage, type Translated } from "../i18n/rules";
import { personRow } from "../people/store";
import { programmeDays } from "../programmes/store/days";
import { Refusal, refuse, refuseAt } from "../result";
import { taughtInRoles } from "../timetable/store/taughtAs";
import { type WayToJudge, wayKey, waysToJudge } from "./judge";
import { neverTaught } from "./rules/counting";
import { conflictOf, missingOf } from "./rules/decide";
import { endsOf, inGrace } from "./rules/ends";
import { ledgerOf, modulesOfTools } from "./rules/ledger";
import { isHaltedStage, knownOn, type Standing, stageOf } from "./rules/stage";
import { type Bond, bondOf } from "./rules/superior";
import { type StageEvent, stageEventsOf } from "./store/events";
import { learntBy } from "./store/evidence";
import { aboveOf } from "./store/superiors";

/** Standings in which somebody may judge others with the tool. */
const qualified: readonly Standing["stage"][] = [
  "certified",
  "renewed",
  "master_candidate",
  "master_trainer",
];

/** All that a decision on somebody's way with one tool looks at, as it is within the open transaction. */
export type Case = WayToJudge & {
  /** What the tool is called. */
  title: Translated;
  standing: Standing;
  /** Civil day of today in the programme. */
  day: string;
  /** What was entered of this way, in the order in which it was. */
  entries: StageEvent[];
  /** Codes of the tool's modules that they completed, wherever. */
  completed: string[];
  /** What binds the viewer to them. */
  bond: Bond | null;
};

/** Every way of these people that began, by `wayKey`, with all that a decision on it looks at: read at once, however many they are. */
export function casesAmong(cx: Context, personIds: readonly number[]): ReadonlyMap<string, Case> {
  const all = [...new Set(personIds)];
  const viewer = cx.viewer.personId;
  const days = programmeDays(cx);
  const above = aboveOf(cx, viewer === null ? all : [...all, viewer]);
  const entries = stageEventsOf(cx, all);
  const learnt = learntBy(cx, all);
  const catalogue = toolCatalogue(cx);
  const tools = new Map(catalogue.map((tool) => [tool.id, tool]));
  return new Map(
    waysToJudge(cx, all).flatMap((way): [string, Case][] => {
      const { personId, toolId, programmeId } = way;
      const day = days.of(programmeId);
      const standing = stageOf(way.history, way.gates, day, way.first);
      const tool = tools.get(toolId);
      if (!standing || !tool) return [];
      const own = learnt.filter((one) => one.personId === personId);
      const [ledger] = ledgerOf([tool], own, []);
      const one: Case = {
        ...way,
        ...{ title: tool.title, standing, day },
        entries: entries.filter((entry) => wayKey(entry) === wayKey(way)),
        completed: (ledger?.modules ?? []).flatMap((module) => (module.learnt.length > 0 ? module.code : [])),
        bond: bondOf(above, viewer, personId),
      };
      return [[wayKey(way), one]];
    }),
  );
}

/** The same of one way, for whoever may read or decide; null where nothing of it began. */
export const caseOf = (
  cx: Context,
  { person, programme }: GrantedWay<"stage.recommend" | "stage.approve">,
  toolId: number,
): Case | null =>
  casesAmong(cx, [person.id]).get(wayKey({ personId: person.id, programmeId: programme.id, toolId })) ?? null;

/** What the tool of a way is called in somebody's language. */
export const toolFor = (cx: Context, { title }: Pick<Case, "title">, personId: number): string =>
  inLanguage(title, personRow(cx, personId)!.language).text;

type OfWay = { personId: number; toolId: number; programmeId: number };

/** The trainings of trainers of their programme in which these people completed modules of the tools, the last last. */
function totsAmong(cx: Context, personIds: readonly number[]) {
  const of = modulesOfTools(toolCatalogue(cx));
  const all = completedAmong(cx, personIds).filter(({ kind }) => kind === "tot");
  return ({ personId, toolId, programmeId }: OfWay) =>
    all.filter(
      (one) =>
        one.personId === personId &&
        one.programmeId === programmeId &&
        of.get(one.moduleId)?.toolId === toolId,
    );
}

/** The same of one of them. */
export const totsOf = (cx: Context, of: Case) => totsAmong(cx, [of.personId])(of);

/**
 * Those of these ways that the viewer may read and recommend on: coordinators all of their programmes, and trainers those with
 * whose tool they are certified themselves or whose training of trainers they led.
 */
export function qualifiedAmong<Way extends OfWay>(cx: Context, ways: readonly Way[]): Way[] {
  const coordinated = (one: OfWay) => mayInProgramme(cx, "stage.approve", one.programmeId);
  const others = ways.filter((one) => !coordinated(one));
  const { personId } = cx.viewer;
  if (others.length === 0 || personId === null) return ways.filter(coordinated);
  const days = programmeDays(cx);
  const own = waysToJudge(cx, [personId]);
  const certified = (toolId: number, programmeId: number) =>
    own.some((one) => {
      const standing =
        one.toolId === toolId ? stageOf(one.history, one.gates, days.of(programmeId), one.first) : null;
      return standing !== null && qualified.includes(standing.stage);
    });
  const led = new Set(
    taughtInRoles(cx, [personId]).flatMap(({ role, courseId }) => (role === "lead" ? courseId : [])),
  );
  const tots = totsAmong(
    cx,
    others.map((one) => one.personId),
  );
  return ways.filter(
    (one) =>
      coordinated(one) ||
      certified(one.toolId, one.programmeId) ||
      tots(one).some(({ courseId }) => led.has(courseId)),
  );
}

/** True where the viewer may read this way and recommend on it. */
export const isQualified = (cx: Context, of: Case): boolean => qualifiedAmong(cx, [of]).length > 0;

/** The same or a refusal, as if there were nothing. */
export function demandCase(
  cx: Context,
  way: GrantedWay<"stage.recommend" | "stage.approve">,
  toolId: number,
): Case {
  return caseOf(cx, way, toolId) ?? refuse("notFound");
}

/** Refuses whoever has to do with the candidate, or recommended them where that is answered. */
export function demandNoConflict(cx: Context, { bond }: Case, recommender: number | null = null) {
  const conflict = conflictOf(bond, cx.viewer.personId, recommender);
  if (conflict) refuse(conflict);
}

/** Refuses a way that is suspended or was not continued: that is resumed first. */
export function demandGoingOn({ standing }: Case): void {
  if (isHaltedStage(standing.stage)) refuse("wayStopped");
}

/** True where somebody is certified today in all of these modules. */
export const isCertifiedIn = (
  { standing, day }: Pick<Case, "standing" | "day">,
  modules: readonly string[],
): boolean =>
  qualified.includes(standing.stage) &&
  (standing.validUntil ?? "") >= day &&
  modules.every((one) => standing.modules.includes(one));

/** Codes of the modules that lapsed and can still be renewed today, so that they are not approved anew. */
export const renewedInstead = ({ history, gates, day }: Case): string[] =>
  inGrace(endsOf(knownOn(history, day), gates.graceMonths), day, gates.graceMonths);

/** Those of these modules that can be certified today: what holds, or lapsed and is within its grace, is renewed and not approved. */
export function certifiable(of: Case, modules: readonly string[]): string[] {
  const renewed = renewedInstead(of);
  return modules.filter((one) => !isCertifiedIn(of, [one]) && !renewed.includes(one));
}

/** The same, or a refusal where there is none, so that another module prolongs none. */
export function newAmong(of: Case, modules: readonly string[]): string[] {
  const fresh = certifiable(of, modules);
  if (fresh.length > 0) return fresh;
  return refuse(modules.every((one) => isCertifiedIn(of, [one])) ? "alreadyCertified" : "renewedInstead");
}

/**
 * Where somebody is, with the conditions as they stand for these modules: practice from before a module lapsed counts for it no more,
 * whatever else holds.
 */
export const standingFor = ({ history, gates, day, first, standing }: Case, modules: readonly string[]) =>
  stageOf(history, gates, day, first, modules) ?? standing;

/** Those of these modules that somebody never taught and is not certified in today: said to whoever recommends or approves them. */
export const neverTaughtIn = (of: Case, modules: readonly string[]): string[] =>
  neverTaught(knownOn(of.history, of.day), of.gates, modules).filter((one) => !isCertifiedIn(of, [one]));

/** Refuses modules beyond these, beside the field `modules`; gives them in the order of the tool. */
export function scopeWithin(
  modules: readonly string[],
  within: readonly string[],
  code: "modulesNotCompleted" | "modulesNotRecommended",
): string[] {
  if (modules.some((one) => !within.includes(one))) refuseAt({ modules: fault(code) });
  return within.filter((one) => modules.includes(one));
}

/** The refusal where gates are missing, which names the first by how much, and how many others are. */
export function gatesMissing(standing: Standing): Refusal | null {
  const [first, ...others] = missingOf(standing);
  if (!first) return null;
  const { gate, missing } = first;
  return new Refusal(fault("gatesMissing", { params: { gate, missing, others: others.length } }));
}
