import { eq } from "drizzle-orm";
import type * as z from "zod/mini";
import { certificates, registrations, replacedBy } from "@/db/schema";
import { demand } from "../../access/demand";
import { courseScope } from "../../access/queries";
import { change } from "../../acts/command";
import type { Context } from "../../acts/context";
import { audit, keepReason } from "../../audit/commands";
import { type Result, refuse } from "../../result";
import { dayAt } from "../../time/zone";
import { completionOf } from "../queries";
import { stands } from "../rules";
import type { allowAgainSchema, keepSchema, revocationSchema } from "../schema";
import { courseFacts, factsFor, insert, tellHolder } from "./certificate";

/** A certificate for a write, or the end of it. */
function certificateFor(cx: Context, certificateId: number) {
  const row =
    cx.db
      .select({ certificate: certificates, courseId: registrations.courseId, replacedBy })
      .from(certificates)
      .innerJoin(registrations, eq(registrations.id, certificates.registrationId))
      .where(eq(certificates.id, certificateId))
      .get() ?? refuse("notFound");
  demand(cx.viewer, "certificates.issue", courseScope(cx, row.courseId) ?? {});
  return row;
}

function revoke(cx: Context, input: z.output<typeof revocationSchema>) {
  const row = certificateFor(cx, input.certificateId);
  if (row.certificate.revokedAt !== null) refuse("alreadyRevoked");
  if (!stands(row.certificate)) refuse("neverValid");
  cx.db
    .update(certificates)
    .set({ revokedAt: cx.now, revokedBy: cx.viewer.personId, revocationReason: input.reason })
    .where(eq(certificates.id, row.certificate.id))
    .run();
  audit(cx, "certificate.revoke", "certificate", row.certificate.id);
  return row;
}

/** Takes a certificate back, with a reason. Its holder is told, and whoever verifies it; no other comes by itself. */
export function revokeCertificate(cx: Context, input: z.output<typeof revocationSchema>) {
  return change(cx, () => {
    const { certificate, courseId } = revoke(cx, input);
    tellHolder(cx, certificate.registrationId, courseId, "certificateRevoked", { reason: input.reason });
    return { courseId };
  });
}

/**
 * Takes a certificate back and puts another in its place, with the facts as they are now (a name or hours corrected).
 * A trainer certification keeps its last day; its holder is told that there is one, not that one was taken back. Refused while what it rests on is in doubt.
 */
export function reissueCertificate(
  cx: Context,
  input: z.output<typeof revocationSchema>,
): Result<{ courseId: number; serial: string }> {
  return change(cx, () => {
    const { certificate, courseId } = certificateFor(cx, input.certificateId);
    const { registrationId, kind } = certificate;
    const completion = completionOf(cx, courseId) ?? refuse("notFound");
    const person = completion.known.find((p) => p.registrationId === registrationId) ?? refuse("notFound");
    const kept = completion.kept.get(certificate.id);
    if (person.doubtful[kind]) refuse("ruleLost");
    revoke(cx, input);
    const facts = courseFacts(cx, courseId);
    const minutes = person.minutes ?? certificate.facts.minutes;
    const issuedOn = dayAt(cx.now, facts.course.zone);
    const { id, serial } = insert(cx, {
      registrationId,
      kind,
      language: person.language,
      facts: factsFor(facts, person, minutes, person.language, certificate.facts.recommendedBy),
      issuedOn,
      validFrom: cx.now,
      expiresOn: certificate.expiresOn,
      replacesId: certificate.id,
    });
    // What was decided of the old one is decided of the one in its place.
    if (kept?.ground)
      keepReason(
        cx,
        {
          kind: "certificate.keep",
          courseId,
          registrationId,
          certificateId: id,
          ground: kept.ground,
        },
        kept.reason,
      );
    tellHolder(cx, registrationId, courseId, "certificateReady");
    audit(cx, "certificate.reissue", "certificate", certificate.id);
    return { courseId, serial };
  });
}

/** Lets somebody whose certificate was taken back have one again, for a reason that is kept. */
export function allowAgain(
  cx: Context,
  input: z.output<typeof allowAgainSchema>,
): Result<{ courseId: number; registrationId: number }> {
  return change(cx, () => {
    const { courseId, registrationId, reason, kind = "participation" } = input;
    demand(cx.viewer, "certificates.issue", courseScope(cx, courseId) ?? {});
    const taken = (completionOf(cx, courseId) ?? refuse("notFound")).takenBack.find(
      (t) => t.person.registrationId === registrationId && t.certificate.kind === kind,
    );
    if (!taken) refuse("notTakenBack");
    const certificateId = taken.certificate.id;
    keepReason(
      cx,
      {
        kind: "certificate.again",
        courseId,
        registrationId,
        certificateId,
      },
      reason,
    );
    audit(cx, "certificate.again", "certificate", certificateId);
    return { courseId, registrationId };
  });
}

/**
 * Keeps a certificate although its person no longer meets the rule or attended other hours than it says, for a reason
 * that is kept. When what was looked at changes, it is to be decided again.
 */
export function keepCertificate(
  cx: Context,
  input: z.output<typeof keepSchema>,
): Result<{ courseId: number; certificateId: number }> {
  return change(cx, () => {
    const { certificate, courseId } = certificateFor(cx, input.certificateId);
    const completion = completionOf(cx, courseId) ?? refuse("notFound");
    const doubt = [...completion.ruleLost, ...completion.hoursDiffer].find(
      (d) => d.certificate.id === certificate.id,
    );
    if (!doubt) refuse("nothingToDecide");
    keepReason(
      cx,
      {
        kind: "certificate.keep",
        courseId,
        registrationId: certificate.registrationId,
        certificateId: certificate.id,
        ground: doubt.ground,
      },
      input.reason,
    );
    audit(cx, "certificate.keep", "certificate", certificate.id);
    return { courseId, certificateId: certificate.id };
  });
}
