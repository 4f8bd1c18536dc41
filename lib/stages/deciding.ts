import type { GrantedWay } from "../access/stageGate";
import type { Context } from "../acts/context";
import { completedAmong } from "../certificates/store/ofPerson";
import { toolCatalogue } from "../curriculum/queries";
import { fault } from "../faults";
import { inLanguage } from "../i18n/rules";
import { dayInProgramme } from "../programmes/store/days";
import { Refusal, refuse, refuseAt } from "../result";
import { type WayToJudge, waysToJudge } from "./judge";
import { conflictOf, missingOf } from "./rules/decide";
import { ledgerOf, modulesOfTools } from "./rules/ledger";
import { type Standing, stageOf } from "./rules/stage";
import type { Bond } from "./rules/superior";
import { type StageEvent, stageEventsOf } from "./store/events";
import { learntBy, taughtBy } from "./store/evidence";
import { bondWith } from "./unbound";

/** Standings in which somebody may judge others with the tool. */
const qualified: readonly Standing["stage"][] = [
  "certified",
  "renewed",
  "master_candidate",
  "master_trainer",
];

/** All that a decision on somebody's way with one tool looks at, as it is within the open transaction. */
export type Case = WayToJudge & {
  /** What the tool is called in the language of whom it is about. */
  tool: string;
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

/** The same for whoever may read or decide; null where nothing of this way began. */
export function caseOf(
  cx: Context,
  { person, programme }: GrantedWay<"stage.recommend" | "stage.approve">,
  toolId: number,
): Case | null {
  const day = dayInProgramme(cx, programme.id);
  const found = waysToJudge(cx, [person.id]).find(
    (one) => one.toolId === toolId && one.programmeId === programme.id,
  );
  const standing = found && stageOf(found.history, found.gates, day, found.first);
  if (!found || !standing) return null;
  const catalogue = toolCatalogue(cx);
  const ledger = ledgerOf(catalogue, learntBy(cx, [person.id]), []).find((one) => one.toolId === toolId);
  return {
    ...found,
    tool: inLanguage(catalogue.find(({ id }) => id === toolId)!.title, person.language).text,
    standing,
    day,
    entries: stageEventsOf(cx, [person.id]).filter(
      (one) => one.toolId === toolId && one.programmeId === programme.id,
    ),
    completed: (ledger?.modules ?? []).flatMap(({ code, learnt }) => (learnt.length > 0 ? code : [])),
    bond: bondWith(cx, person.id),
  };
}

/** The trainings of trainers of this programme in which they completed modules of the tool, the last last. */
export const totsOf = (cx: Context, { personId, toolId, programmeId }: Case) => {
  const of = modulesOfTools(toolCatalogue(cx));
  return completedAmong(cx, [personId]).filter(
    (one) => one.kind === "tot" && one.programmeId === programmeId && of.get(one.moduleId)?.toolId === toolId,
  );
};

/**
 * True where the viewer may read this way and recommend on it: coordinators, and trainers who are certified with the tool
 * themselves or led the training of trainers.
 */
export function isQualified(cx: Context, coordinates: boolean, of: Case): boolean {
  const { personId } = cx.viewer;
  if (coordinates) return true;
  if (personId === null) return false;
  const { toolId, day } = of;
  const certified = waysToJudge(cx, [personId]).some((one) => {
    const standing = one.toolId === toolId ? stageOf(one.history, one.gates, day, one.first) : null;
    return standing !== null && qualified.includes(standing.stage);
  });
  if (certified) return true;
  const courses = new Set(totsOf(cx, of).map(({ courseId }) => courseId));
  return taughtBy(cx, [personId]).some((one) => courses.has(one.courseId) && one.role === "lead");
}

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
  if (standing.stage === "suspended" || standing.stage === "not_continued") refuse("wayStopped");
}

/** True where somebody is certified today in all of these modules. */
export const isCertifiedIn = (
  { standing, day }: Pick<Case, "standing" | "day">,
  modules: readonly string[],
): boolean =>
  qualified.includes(standing.stage) &&
  (standing.validUntil ?? "") >= day &&
  modules.every((one) => standing.modules.includes(one));

/** Refuses modules in all of which somebody is certified today: what still holds is renewed, not approved twice. */
export function demandNew(of: Case, modules: readonly string[]): void {
  if (isCertifiedIn(of, modules)) refuse("alreadyCertified");
}

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
