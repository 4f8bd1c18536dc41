import * as gate from "../../access/gate";
import type { GrantedWay } from "../../access/stageGate";
import * as stages from "../../access/stageGate";
import type { Context } from "../../acts/context";
import { certificateRow } from "../../certificates/store";
import { standingCertifications } from "../../certificates/store/ofPerson";
import { toolCatalogue } from "../../curriculum/queries";
import { programmeCalled } from "../../programmes/rules";
import { givenBy, recommendedIn, validUntil } from "../approving";
import {
  type Case,
  caseOf,
  certifiable,
  isCertifiedIn,
  isQualified,
  neverTaughtIn,
  renewedInstead,
  standingFor,
} from "../deciding";
import { ofWay } from "../judge";
import { countedBy } from "../rules/counted";
import { conflictOf, missingOf, openQuestion, openRecommendation, openStop } from "../rules/decide";
import { doubtsIn, recommendedOneOf } from "../rules/doubts";
import { byPractice } from "../rules/ends";
import { keyOfEvent } from "../rules/entered";
import { leftLacking } from "../rules/grounds";
import { isTaken } from "../rules/signature";
import { knownOn } from "../rules/stage";
import { shownWays } from "../shownWays";
import { stageEventsOf } from "../store/events";
import { bondWith } from "../unbound";
import { conditionsOf, evidenceIn } from "./evidence";
import { unsignedOn } from "./unsigned";
import { historyOf } from "./wayHistory";

/** The way of these keys; null where there is none that the viewer may read. */
export function wayAt(
  cx: Context,
  { personId, programmeId, toolId }: { personId: number; programmeId: number; toolId: number },
) {
  const tool = toolCatalogue(cx).find(({ id }) => id === toolId);
  if (!tool) return null;
  const way = stages.way(cx, "stage.recommend", { personId, programmeId });
  const of = caseOf(cx, way, tool.id);
  const coordinates = gate.mayInProgramme(cx, "stage.approve", programmeId);
  if (!of || !isQualified(cx, of)) return null;
  return pageOf(cx, way, tool, of, coordinates);
}

/**
 * What was entered of a way on which nothing counts: all was struck out, or a certification from before waits to be confirmed. For
 * whoever decides there; null where nothing was ever entered.
 */
export function wayWithoutStanding(
  cx: Context,
  { personId, programmeId, toolId }: { personId: number; programmeId: number; toolId: number },
) {
  const { person, programme } = stages.way(cx, "stage.approve", { personId, programmeId });
  const entries = ofWay(stageEventsOf(cx, [person.id]), { personId, toolId, programmeId });
  const tool = toolCatalogue(cx).find(({ id }) => id === toolId);
  if (!tool || entries.length === 0) return null;
  return {
    person: { id: person.id, name: person.name, latinName: person.latinName },
    keys: { personId: person.id, programmeId: programme.id, toolId },
    ...{ tool, programme: programmeCalled(programme.title) },
    history: historyOf(cx, programme.id, entries, bondWith(cx, person.id) === null),
  };
}

/** The serial of the newest certification that somebody holds on paper with the tool; null where they hold none. */
function heldSerial(cx: Context, { personId, programmeId, toolId }: Case): string | null {
  const held = standingCertifications(cx, personId, programmeId).findLast(
    (one) => (one.toolId ?? toolId) === toolId,
  );
  return held ? (certificateRow(cx, held.id)?.serial ?? null) : null;
}

/** What was struck out of that on which a certification rests, as the viewer sees it. */
const doubtsSeen = (of: Case, viewer: number | null) =>
  doubtsIn(of.entries, countedBy(of)).map(({ strike, struck, decisions }) => ({
    ...{ id: strike.id, day: strike.day, by: strike.by, words: strike.words },
    ...{ kind: struck.kind, taken: isTaken(of.entries, struck), of: struck.day },
    /** The decisions that went by it, the first first. */
    decided: decisions.map(({ decision, of: modules }) => ({
      on: decision.day,
      modules: modules === "all" ? null : modules,
      /** Which of its own conditions a first certification does not meet without it; null of other decisions. */
      lacking:
        decision.kind === "approved"
          ? leftLacking(of.history, of.gates, of.first, keyOfEvent(decision.id))
          : null,
    })),
    /** True where the viewer recommended one of them, so that somebody else leaves it as it is. */
    recommended: viewer !== null && recommendedOneOf(of.entries, decisions, viewer),
  }));

/**
 * How the conditions stand for modules that may be certified: for which all are met and for which some are missing, and for which they
 * are said (`said`): where these differ those of which something is missing. `after`: the civil day after which practice counts for these.
 */
function asked(of: Case, modules: readonly string[]) {
  const { history, gates, day } = of;
  const groups = byPractice(knownOn(history, day), gates.graceMonths, day, modules);
  const lacks = (group: readonly string[]) => missingOf(standingFor(of, group)).length > 0;
  const lacking = groups.filter(lacks).flat();
  const ready = groups.flat().filter((one) => !lacking.includes(one));
  const said = groups.length > 1 && lacking.length > 0 ? lacking : modules;
  const { practiceAfter: after } = standingFor(of, said);
  const own = new Set(of.standing.asked ?? []);
  return {
    ready,
    lacking,
    said: [...said],
    after,
    // The card of a way says its conditions for the modules that are asked for there.
    apart:
      groups.length > 1 ||
      said.length !== own.size ||
      said.length !== certifiable(of, of.completed).length ||
      said.some((code) => !own.has(code)),
    /** Those of them for which, certified without the others, something would be missing. */
    alone: modules.length > 1 ? modules.filter((code) => lacks([code])) : [],
  };
}

/** What of a way the viewer may stop, end and begin again. */
function mayEnd({ standing, entries, bond }: Case, coordinates: boolean) {
  const stop = openStop(entries);
  const decides = coordinates && !bond;
  const stays = decides && standing.stage !== "withdrawn";
  return {
    stop: stays && !stop,
    notContinue: standing.validUntil === null,
    /** Whoever is certified, also while that is suspended. */
    withdraw: stays && standing.validUntil !== null,
    leave: decides,
    resume: decides && stop ? stop.id : null,
  };
}

function pageOf(
  cx: Context,
  { person, programme }: GrantedWay<"stage.recommend">,
  tool: ReturnType<typeof toolCatalogue>[number],
  of: Case,
  coordinates: boolean,
) {
  const { entries, completed, bond } = of;
  const viewer = cx.viewer.personId;
  const own = person.id === viewer;
  const open = openRecommendation(entries);
  const stop = openStop(entries);
  const toCertify = certifiable(of, completed);
  const modules = asked(of, open ? givenBy(of, open) : toCertify);
  const toAnswer = conflictOf(bond, viewer, open?.enteredBy ?? null);
  const certified = isCertifiedIn(of, completed);
  const free = !bond && !open && !stop && toCertify.length > 0;
  return {
    person: { id: person.id, name: person.name, latinName: person.latinName },
    keys: { personId: person.id, programmeId: programme.id, toolId: tool.id },
    shown: shownWays(cx, person.id, [of])[0]!,
    /** What was completed and can be certified today: what still holds, or is within its grace, is renewed. */
    toCertify,
    renewedInstead: renewedInstead(of),
    /** The same by whether all conditions are met for it, as practice from before a module lapsed counts for that one no more. */
    ...{ ready: modules.ready, lacking: modules.lacking },
    /** For which modules the conditions are said, where they stand otherwise for others; null where they are one for all. */
    conditionsFor: modules.apart ? { modules: modules.said, after: modules.after } : null,
    /** Those of the modules that are ready, or recommended, for which something would be missing without the others. */
    missingAlone: modules.alone.filter((code) => modules.ready.includes(code)),
    /** Of what can be certified what they never taught: a warning, as the conditions ask for none. */
    neverTaught: neverTaughtIn(of, open ? recommendedIn(open, of) : completed),
    /** The serial of the certification on paper that stands, for whoever may read it; null where there is none. */
    document: coordinates || own ? heldSerial(cx, of) : null,
    until: validUntil(of),
    /** Observations that wait for a signature; whoever decides may take one without, once it is late. */
    unsigned: unsignedOn(cx, of),
    evidence: evidenceIn(cx, of, modules.said),
    /** Each condition before a recommendation, with the keys of the evidence that meets it. */
    conditions: conditionsOf(of, modules.said),
    history: historyOf(cx, programme.id, entries, coordinates && !bond, of),
    /** What was struck out of that on which the certification rests, and nobody decided on since; whoever decides may leave it. */
    doubts: doubtsSeen(of, viewer),
    open: open ? { ...open, modules: [...givenBy(of, open)] } : null,
    /** Why the viewer may not decide on what waits; null where they may, or nothing waits. */
    conflict: open && coordinates ? toAnswer : bond,
    /** The question with which the last recommendation went back and that nobody answered yet. */
    question: certified ? null : (openQuestion(entries) ?? null),
    missing: modules.lacking.length > 0,
    /** True where they are certified today in all that they completed, so that nothing is to be recommended. */
    certified,
    may: {
      ...mayEnd(of, coordinates),
      recommend: free && modules.ready.length > 0,
      answer: coordinates && open !== undefined && !stop && !toAnswer,
      except: free && modules.lacking.length > 0,
    },
  };
}
export type WayPage = NonNullable<ReturnType<typeof wayAt>>;
