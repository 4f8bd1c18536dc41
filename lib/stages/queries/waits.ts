import * as gate from "../../access/gate";
import * as stages from "../../access/stageGate";
import type { Context } from "../../acts/context";
import { courseTitles } from "../../courses/store/taught";
import { toolCatalogue } from "../../curriculum/queries";
import { personNames, personRow } from "../../people/store";
import { caseOf, isQualified } from "../deciding";
import { notStruck } from "../observing";
import { bondOf } from "../rules/superior";
import { stageEventsOf } from "../store/events";
import { aboveOf } from "../store/superiors";
import { returnedTo, toRecommendIn, waitingFor } from "../store/waiting";

/** Into so many of what waits is looked. */
const mostLooked = 200;
/** So many people who may be recommended are named. */
const mostNamed = 20;

type Of = { personId: number; programmeId: number; toolId: number };

/** Where somebody's way is read and decided on. */
const wayHref = ({ personId, programmeId, toolId }: Of) =>
  `/desk/people/${personId}/ways/${programmeId}/${toolId}`;

const named = (cx: Context, personId: number) => {
  const { id, name, latinName } = personRow(cx, personId)!;
  return { id, name, latinName };
};

/** The observations of one's own workshops that one has not yet said to have read, the longest ago first. */
function toSign(cx: Context, viewer: number) {
  const entered = notStruck(stageEventsOf(cx, [viewer]));
  const signed = new Set(entered.flatMap(({ kind, ofId }) => (kind === "signed" ? ofId : [])));
  const open = entered.filter(({ id, kind }) => kind === "observation" && !signed.has(id));
  const titles = courseTitles(
    cx,
    open.map(({ courseId }) => courseId!),
  );
  return open.map(({ id, courseId, day }) => ({
    id,
    day,
    course: titles.get(courseId!)!,
    href: `/my/way#observation-${id}`,
  }));
}

/** Recommendations of the viewer that went back with a question, with who asks; none where they recommend no longer. */
const returned = (cx: Context, viewer: number) =>
  returnedTo(cx, viewer)
    .filter(({ programmeId }) => gate.mayInProgramme(cx, "stage.recommend", programmeId))
    .map(({ id, day, words, enteredBy, ...of }) => ({
      ...{ id, day, words, by: personNames(cx, enteredBy) },
      person: named(cx, of.personId),
      href: wayHref(of),
    }));

/**
 * Whom the viewer may recommend now that all conditions are met: coordinators anybody who is not bound to them, trainers those with
 * whose tool they are certified, or whose training of trainers they led.
 */
function toRecommend(cx: Context, viewer: number) {
  if (!gate.maySomewhere(cx, "stage.recommend")) return [];
  const { programmes, trains } = gate.reach(cx, "stage.recommend");
  const reached = programmes === "all" ? "all" : [...programmes, ...trains];
  const rows = toRecommendIn(cx, reached, viewer, mostNamed);
  const above = aboveOf(cx, [viewer, ...rows.map(({ personId }) => personId)]);
  const tools = new Map(toolCatalogue(cx).map((tool) => [tool.id, tool]));
  return rows.flatMap(({ since, ...of }) => {
    if (bondOf(above, viewer, of.personId)) return [];
    if (!gate.mayInProgramme(cx, "stage.approve", of.programmeId)) {
      const found = caseOf(cx, stages.way(cx, "stage.recommend", of), of.toolId);
      if (!found || !isQualified(cx, false, found)) return [];
    }
    return [{ person: named(cx, of.personId), tool: tools.get(of.toolId)!, since, href: wayHref(of) }];
  });
}

/**
 * How much waits for a decision of the viewer, what they recommended or entered themselves apart, and whatever is about somebody
 * bound to them: recommendations, and certifications from before to confirm.
 */
export function waitingCounts(cx: Context): { recommended: number; before: number } {
  const viewer = cx.viewer.personId;
  if (viewer === null || !gate.maySomewhere(cx, "stage.approve")) return { recommended: 0, before: 0 };
  const rows = waitingFor(cx, gate.reach(cx, "stage.approve").programmes, viewer, mostLooked);
  const above = aboveOf(cx, [viewer, ...rows.map(({ personId }) => personId)]);
  const free = rows.filter(({ personId }) => !bondOf(above, viewer, personId));
  const before = free.filter(({ kind }) => kind === "certified_before").length;
  return { recommended: free.length - before, before };
}

/** What of people on the way to trainer, and of one's own way, waits for the viewer beside decisions. */
export function wayWaits(cx: Context) {
  const { personId } = cx.viewer;
  if (personId === null) return { toSign: [], returned: [], toRecommend: [] };
  return {
    toSign: toSign(cx, personId),
    returned: returned(cx, personId),
    toRecommend: toRecommend(cx, personId),
  };
}
export type WayWaits = ReturnType<typeof wayWaits>;
