import type { CertificateEvidence, GroundKind } from "../../db/values/certificates";
import type { Context } from "../acts/context";
import { wayKey, waysToJudge } from "./judge";
import { keyOfEvent } from "./rules/entered";
import { type Decision, groundsOf } from "./rules/grounds";
import { stageEventsOf } from "./store/events";

/**
 * On what a certification on paper rests as it was counted when it was decided, without what was struck out since: a paper names
 * nothing that never was. What else was entered since changes nothing.
 */
export function groundsNow(
  cx: Context,
  certificate: { id: number; personId: number; evidence: CertificateEvidence | undefined },
): CertificateEvidence | null {
  const { id, personId, evidence } = certificate;
  if (!evidence) return null;
  const all = stageEventsOf(cx, [personId]);
  const decision = all.find(({ certificateId }) => certificateId === id);
  if (!decision) return evidence;
  const before = new Set(all.flatMap((one) => (one.id < decision.id ? one.id : [])));
  const strikes = all.filter(
    ({ id: key, kind, ofId }) => key > decision.id && kind === "struck" && ofId !== null && before.has(ofId),
  );
  const way = waysToJudge(cx, strikes.length > 0 ? [personId] : []).find(
    (one) => wayKey(one) === wayKey(decision),
  );
  if (!way) return evidence;
  const later = new Set(all.flatMap((one) => (before.has(one.id) ? [] : keyOfEvent(one.id))));
  const struck = new Set(strikes.map((one) => keyOfEvent(one.id)));
  const counted = (but: (key: string) => boolean) =>
    groundsOf(
      decision.kind as Decision,
      way.history.filter(({ key }) => !but(key)),
      way.gates,
      decision.day,
    ).counts;
  const [then, now] = [
    counted((key) => later.has(key)),
    counted((key) => later.has(key) && !struck.has(key)),
  ];
  const left = Object.entries(evidence.counts).map(([kind, count]) => {
    const of = kind as GroundKind;
    return [of, (count ?? 0) - ((then[of] ?? 0) - (now[of] ?? 0))] as const;
  });
  return { ...evidence, counts: Object.fromEntries(left.filter(([, count]) => count > 0)) };
}
