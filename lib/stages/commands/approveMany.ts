import * as stages from "../../access/stageGate";
import { change, command } from "../../acts/command";
import type { FieldFault } from "../../faults";
import { Refusal, refuse } from "../../result";
import { certify, inTheWay, toAnswer } from "../approving";
import { seenWord } from "../rules/decide";
import { approveManySchema } from "../schema";
import { stageEventRow } from "../store/events";

/** What became of a recommendation in a batch: the fault where it was not approved. */
export type Approved = { recommendationId: number; fault: FieldFault | null };

/**
 * Approves several recommendations as they were recommended, each as a preview showed it. One of which something changed since, or
 * in whose way something stands, is left out and said; the others are approved.
 */
export const approveMany = command("stage.approve", approveManySchema, (cx, { rows }) => {
  // A key that is not the viewer's to decide on refuses all of it.
  for (const { recommendationId } of rows)
    stages.way(cx, "stage.approve", stageEventRow(cx, recommendationId) ?? refuse("notFound"));
  const done = rows.map(({ recommendationId, seen }): Approved => {
    const one = change(cx, () => {
      const answering = toAnswer(cx, recommendationId);
      if (seenWord(answering.of.entries, answering.of.standing) !== seen) refuse("stale");
      const stands = inTheWay(answering);
      if (stands instanceof Refusal) throw stands;
      const { recommendation, of } = answering;
      return certify(cx, of, recommendation.modules ?? of.completed, recommendation, null);
    });
    return { recommendationId, fault: one.ok ? null : one.fault };
  });
  return { approved: done.filter(({ fault }) => fault === null).length, done };
});
