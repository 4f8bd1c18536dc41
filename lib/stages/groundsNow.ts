import { isDeepStrictEqual } from "node:util";
import type { CertificateEvidence, GroundKind } from "../../db/values/certificates";
import type { Context } from "../acts/context";
import { linesOf } from "../certificates/store";
import { type WayToJudge, wayKey, waysToJudge } from "./judge";
import { keyOfEvent } from "./rules/entered";
import { type Decision, groundsOf } from "./rules/grounds";
import { ofTool } from "./rules/scope";
import { type StageEvent, stageEventsOf } from "./store/events";

/**
 * On what a paper rests now, and how many of each were struck out since it was decided: whoever holds an older print reads why it
 * names more. `struckOn`: the civil days on which that was.
 */
export type GroundsNow = {
  evidence: CertificateEvidence;
  struck: CertificateEvidence["counts"];
  struckOn: readonly string[];
};

/** What an approval rests on, no more of each than its own condition counted: papers were once decided that name workshops which count for none. */
function asCounted({ lacking = [], ...evidence }: CertificateEvidence): CertificateEvidence {
  const counts = Object.entries(evidence.counts).flatMap(([kind, count = 0]) => {
    const most = lacking.find(({ gate }) => gate === kind)?.have ?? count;
    return most > 0 ? [[kind, Math.min(count, most)] as const] : [];
  });
  return { ...evidence, lacking, counts: Object.fromEntries(counts) };
}

/** A paper, and what it says itself on what it rests. */
type Paper = { id: number; personId: number; evidence: CertificateEvidence | undefined };

/**
 * On what these certifications on paper rest as it was counted when they were decided, without what was struck out since: a paper
 * names nothing that never was. What else was entered since changes nothing. By the key of the paper; papers that say nothing of it
 * are left out. One that was issued anew rests on the decision of the one in whose place it stands. However many they are, all is
 * read at once.
 */
export function groundsNow(cx: Context, papers: readonly Paper[]): ReadonlyMap<number, GroundsNow> {
  const kept = papers.flatMap(({ evidence, ...paper }) => (evidence ? { ...paper, evidence } : []));
  if (kept.length === 0) return new Map();
  const lines = linesOf(
    cx,
    kept.map(({ id }) => id),
  );
  const events = stageEventsOf(cx, [...new Set(kept.map(({ personId }) => personId))]);
  const decisions = new Map(events.toReversed().map((event) => [event.certificateId, event]));
  const decisionOf = new Map<number, StageEvent>();
  // The latest of the line that was decided of itself: the others took over what it rests on.
  for (const { id, before } of lines) {
    const decision = decisions.get(before);
    if (decision && !decisionOf.has(id)) decisionOf.set(id, decision);
  }
  const byPerson = new Map<number, StageEvent[]>();
  for (const event of events) {
    const own = byPerson.get(event.personId);
    if (own) own.push(event);
    else byPerson.set(event.personId, [event]);
  }
  const decided = kept.map((paper) => ({
    ...paper,
    ...decidedOf(byPerson.get(paper.personId) ?? [], decisionOf.get(paper.id)),
  }));
  const ways = waysToJudge(
    cx,
    decided.flatMap(({ personId, strikes }) => (strikes.length > 0 ? personId : [])),
  );
  return new Map(
    decided.map(({ id, evidence, decision, ...of }) => {
      const way = decision && ways.find((one) => wayKey(one) === wayKey(decision));
      const counted = decision?.kind === "approved" && evidence.lacking ? asCounted(evidence) : evidence;
      return [
        id,
        way ? withoutStruck(counted, decision, way, of) : { evidence: counted, struck: {}, struckOn: [] },
      ] as const;
    }),
  );
}

/** What was entered before a decision, and which of that was struck out since. */
function decidedOf(all: readonly StageEvent[], decision: StageEvent | undefined) {
  const before = new Set(all.flatMap(({ id }) => (decision && id < decision.id ? id : [])));
  const strikes = all.filter(
    ({ id, kind, ofId }) =>
      decision && id > decision.id && kind === "struck" && ofId !== null && before.has(ofId),
  );
  const later = new Set(all.flatMap(({ id }) => (before.has(id) ? [] : keyOfEvent(id))));
  return { decision, strikes, later };
}

/** What a decision was counted on, less what was struck out since. */
function withoutStruck(
  evidence: CertificateEvidence,
  { kind: decided, day, modules }: StageEvent,
  way: WayToJudge,
  { strikes, later }: Pick<ReturnType<typeof decidedOf>, "strikes" | "later">,
): GroundsNow {
  const struck = new Set(strikes.map(({ id }) => keyOfEvent(id)));
  const countedIn = (history: WayToJudge["history"], but: (key: string) => boolean) =>
    groundsOf(
      decided as Decision,
      history.filter(({ key }) => !but(key)),
      // What was struck out is counted by itself, however the rest falls together.
      { ...way.gates, workshopMonths: 0 },
      day,
      modules,
    ).counts;
  const countedWithout = (history: WayToJudge["history"], gone: ReadonlySet<string>) =>
    countedIn(history, (key) => later.has(key) && !gone.has(key));
  const kinds = Object.keys(evidence.counts) as GroundKind[];
  // A paper that names more than its modules were taught and seen counted those of the tool.
  const own = countedWithout(way.history, new Set());
  const scoped = ["workshops", "observations"].every(
    (kind) => (own[kind as GroundKind] ?? 0) >= (evidence.counts[kind as GroundKind] ?? 0),
  );
  const history = scoped ? way.history : ofTool(way.history);
  const without = (gone: ReadonlySet<string>) => countedWithout(history, gone);
  const [then, now] = [without(new Set()), without(struck)];
  const gone = (kind: GroundKind) => (then[kind] ?? 0) - (now[kind] ?? 0);
  const some = (counts: readonly (readonly [GroundKind, number])[]) =>
    Object.fromEntries(counts.filter(([, count]) => count > 0));
  // What was struck out is named by the days of the strikes that alone take something away; where none does, of all of them.
  const felt = strikes.filter(({ id }) => !isDeepStrictEqual(without(new Set([keyOfEvent(id)])), then));
  const days = (felt.length > 0 ? felt : strikes).map((strike) => strike.day);
  return {
    evidence: { ...evidence, counts: some(kinds.map((kind) => [kind, evidence.counts[kind]! - gone(kind)])) },
    struck: some(kinds.map((kind) => [kind, gone(kind)])),
    struckOn: [...new Set(days)].sort(),
  };
}
