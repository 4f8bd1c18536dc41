import type { CertificateEvidence, GroundKind } from "../../db/values/certificates";
import type { Context } from "../acts/context";
import { wayKey, waysToJudge } from "./judge";
import { keyOfEvent } from "./rules/entered";
import { type Decision, groundsOf } from "./rules/grounds";
import { stageEventsOf } from "./store/events";

/** On what a paper rests now, and how many of each were struck out since it was decided: whoever holds an older print reads why it names more. */
export type GroundsNow = { evidence: CertificateEvidence; struck: CertificateEvidence["counts"] };

/** What an approval rests on, no more of each than its own condition counted: papers were once decided that name workshops which count for none. */
function asCounted({ lacking = [], ...evidence }: CertificateEvidence): CertificateEvidence {
  const counts = Object.entries(evidence.counts).flatMap(([kind, count = 0]) => {
    const most = lacking.find(({ gate }) => gate === kind)?.have ?? count;
    return most > 0 ? [[kind, Math.min(count, most)] as const] : [];
  });
  return { ...evidence, lacking, counts: Object.fromEntries(counts) };
}

/**
 * On what a certification on paper rests as it was counted when it was decided, without what was struck out since: a paper names
 * nothing that never was. What else was entered since changes nothing.
 */
export function groundsNow(
  cx: Context,
  certificate: { id: number; personId: number; evidence: CertificateEvidence | undefined },
): GroundsNow | null {
  const { id, personId, evidence: kept } = certificate;
  if (!kept) return null;
  const all = stageEventsOf(cx, [personId]);
  const decision = all.find(({ certificateId }) => certificateId === id);
  if (!decision) return { evidence: kept, struck: {} };
  const evidence = decision.kind === "approved" && kept.lacking ? asCounted(kept) : kept;
  const before = new Set(all.flatMap((one) => (one.id < decision.id ? one.id : [])));
  const strikes = all.filter(
    ({ id: key, kind, ofId }) => key > decision.id && kind === "struck" && ofId !== null && before.has(ofId),
  );
  const way = waysToJudge(cx, strikes.length > 0 ? [personId] : []).find(
    (one) => wayKey(one) === wayKey(decision),
  );
  if (!way) return { evidence, struck: {} };
  const later = new Set(all.flatMap((one) => (before.has(one.id) ? [] : keyOfEvent(one.id))));
  const struck = new Set(strikes.map((one) => keyOfEvent(one.id)));
  const counted = (but: (key: string) => boolean) =>
    groundsOf(
      decision.kind as Decision,
      way.history.filter(({ key }) => !but(key)),
      // What was struck out is counted by itself, however the rest falls together.
      { ...way.gates, workshopMonths: 0 },
      decision.day,
    ).counts;
  const [then, now] = [
    counted((key) => later.has(key)),
    counted((key) => later.has(key) && !struck.has(key)),
  ];
  const gone = (kind: GroundKind) => (then[kind] ?? 0) - (now[kind] ?? 0);
  const some = (counts: readonly (readonly [GroundKind, number])[]) =>
    Object.fromEntries(counts.filter(([, count]) => count > 0));
  const kinds = Object.keys(evidence.counts) as GroundKind[];
  return {
    evidence: { ...evidence, counts: some(kinds.map((kind) => [kind, evidence.counts[kind]! - gone(kind)])) },
    struck: some(kinds.map((kind) => [kind, gone(kind)])),
  };
}
