import * as stages from "../../access/stageGate";
import { change, command } from "../../acts/command";
import type { Context } from "../../acts/context";
import type { FieldFault } from "../../faults";
import { Refusal, refuse } from "../../result";
import { certify, inTheWay, recommendedIn, seenNow, toApprove } from "../approving";
import { confirmBefore, seenBefore, toConfirm } from "../confirming";
import { approveManySchema } from "../schema";
import { stageEventRow } from "../store/events";

/** What became of a recommendation in a batch: the fault where it was not approved. */
export type Approved = { recommendationId: number; fault: FieldFault | null };

/** Approves a recommendation as it was recommended, or confirms a certification from before, as a preview showed it. */
function approveOne(cx: Context, key: number, seen: string): void {
  if (stageEventRow(cx, key)?.kind === "certified_before") {
    const entry = toConfirm(cx, key);
    if (seen !== seenBefore(key)) refuse("stale");
    confirmBefore(cx, entry);
    return;
  }
  const answering = toApprove(cx, key);
  if (seenNow(answering) !== seen) refuse("stale");
  const stands = inTheWay(answering);
  if (stands instanceof Refusal) throw stands;
  const { recommendation, of } = answering;
  certify(cx, of, recommendedIn(recommendation, of), recommendation, null);
}

/**
 * Approves several recommendations, and confirms certifications from before, each as a preview showed it. One of which something
 * changed since, or in whose way something stands, is left out and said; the others are approved.
 */
export const approveMany = command("stage.approve", approveManySchema, (cx, { rows }) => {
  // A key that is not the viewer's to decide on refuses all of it.
  for (const { recommendationId } of rows)
    stages.way(cx, "stage.approve", stageEventRow(cx, recommendationId) ?? refuse("notFound"));
  const done = rows.map(({ recommendationId, seen }): Approved => {
    const one = change(cx, () => approveOne(cx, recommendationId, seen));
    return { recommendationId, fault: one.ok ? null : one.fault };
  });
  return { approved: done.filter(({ fault }) => fault === null).length, done };
});
