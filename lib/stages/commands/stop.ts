import { isCertifiedStage } from "../../../db/values/stages";
import * as gate from "../../access/gate";
import * as stages from "../../access/stageGate";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { revoke } from "../../certificates/commands/revoke";
import { saidOf } from "../../certificates/said";
import { certificateRow } from "../../certificates/store";
import { standingCertifications } from "../../certificates/store/ofPerson";
import { toolCatalogue } from "../../curriculum/queries";
import { refuse } from "../../result";
import { entryOf } from "../decidedEntry";
import { type Case, casesAmong, demandCase, demandNoConflict, toolFor } from "../deciding";
import { wayKey } from "../judge";
import { openStop } from "../rules/decide";
import { modulesOfTools } from "../rules/ledger";
import { entrySchema, stopSchema } from "../schema";
import { insertStageEvent } from "../store/events";

type Stop = "not_continued" | "suspended" | "withdrawn";

/** The way of somebody else, to be stopped; refused for oneself, whoever is bound to the viewer, and where it is so already. */
function toStop(cx: Context, input: { personId: number; programmeId: number; toolId: number }, kind: Stop) {
  const of = demandCase(cx, stages.way(cx, "stage.approve", input), input.toolId);
  demandNoConflict(cx, of);
  if (of.standing.stage === kind) refuse("stoppedAlready");
  return of;
}

function stop(cx: Context, of: Case, kind: Stop, words: string, told: boolean) {
  const { personId, toolId, programmeId, day } = of;
  const entryId = insertStageEvent(cx, { personId, toolId, programmeId, day, kind, words });
  const { stage, validUntil } = of.standing;
  const certified = kind === "suspended" && isCertifiedStage(stage) && validUntil !== null;
  const decision = certified ? "certificationSuspended" : kind;
  const said = { reason: words, decision, tool: toolFor(cx, of, personId) };
  happened(cx, { kind: "stage.stopped", personId, entryId, way: { toolId, programmeId }, told, said });
  return { personId, programmeId, toolId };
}

/** Ends the way of somebody who is not certified, after one of its phases. */
export const notContinue = command("stage.approve", stopSchema, (cx, input) => {
  const of = toStop(cx, input, "not_continued");
  if (of.standing.validUntil !== null && of.standing.stage !== "withdrawn") refuse("certifiedGoesOn");
  return stop(cx, of, "not_continued", input.words, true);
});

/** Interrupts a way, also of somebody certified, until it is resumed. */
export const suspend = command("stage.approve", stopSchema, (cx, input) =>
  stop(cx, toStop(cx, input, "suspended"), "suspended", input.words, true),
);

/**
 * Takes a certification back for good, until somebody approves anew: its documents are revoked with the same reason. Documents
 * from before that name other tools as well stay, and are revoked on their own page.
 */
export const withdraw = command("stage.approve", stopSchema, (cx, input) => {
  const of = toStop(cx, input, "withdrawn");
  const toolOf = modulesOfTools(toolCatalogue(cx));
  const documents = standingCertifications(cx, of.personId, of.programmeId).filter(
    ({ toolId, modules }) =>
      (toolId ?? of.toolId) === of.toolId &&
      modules.every((id) => toolId !== null || toolOf.get(id)?.toolId === of.toolId),
  );
  for (const { id } of documents) {
    const certificate = gate.certificate(cx, "certificates.issue", certificateRow(cx, id)!.id);
    revoke(cx, certificate, input.words.slice(0, 500));
    const { id: registrationId, personId, courseId } = certificate.registration;
    happened(cx, {
      kind: "certificate.revoked",
      courseId,
      certificateId: id,
      of: certificate.kind,
      registration: { registrationId, personId },
      said: { ...saidOf(certificate), reason: input.words },
    });
  }
  // Whose document is revoked hears of that, with the same reason.
  return stop(cx, of, "withdrawn", input.words, documents.length === 0);
});

/** Lets a way go on that was suspended or not continued. Refused where it goes on already. */
export const resume = command("stage.approve", entrySchema, (cx, input) => {
  const { entry, person, entries, title, of, day } = entryOf(cx, input.entryId);
  if (openStop(entries)?.id !== entry.id) refuse("stale");
  const entryId = insertStageEvent(cx, { ...of, day, kind: "resumed", ofId: entry.id, words: input.words });
  const { personId, toolId, programmeId } = of;
  const now = casesAmong(cx, [personId]).get(wayKey(of))?.standing;
  const said: Readonly<Record<string, string>> =
    now?.validUntil && isCertifiedStage(now.stage)
      ? { decision: "certificationResumed", until: now.validUntil }
      : { decision: "resumed" };
  happened(cx, {
    kind: "stage.stopped",
    ...{ personId, entryId, way: { toolId, programmeId }, told: true },
    said: { ...said, reason: input.words, tool: title(person.language) },
  });
  return of;
});
