import { eq } from "drizzle-orm";
import type * as z from "zod";
import type { Db } from "@/db/client";
import { certificates, registrations, replacedBy } from "@/db/schema";
import { demand } from "../../access/demand";
import { courseScope } from "../../access/queries";
import type { Viewer } from "../../access/rules";
import { audit, change, keepReason } from "../../audit/commands";
import { type Result, refuse } from "../../result";
import { dayAt } from "../../time/zone";
import { completionOf } from "../queries";
import { stands } from "../rules";
import type { allowAgainSchema, keepSchema, revocationSchema } from "../schema";
import { courseFacts, factsFor, insert, tellHolder } from "./certificate";

/** A certificate for a write, or the end of it. */
function certificateFor(db: Db, viewer: Viewer, certificateId: number) {
  const row =
    db
      .select({ certificate: certificates, courseId: registrations.courseId, replacedBy })
      .from(certificates)
      .innerJoin(registrations, eq(registrations.id, certificates.registrationId))
      .where(eq(certificates.id, certificateId))
      .get() ?? refuse("notFound");
  demand(viewer, "certificates.issue", courseScope(viewer, row.courseId) ?? {});
  return row;
}

function revoke(db: Db, viewer: Viewer, input: z.output<typeof revocationSchema>, now: number) {
  const row = certificateFor(db, viewer, input.certificateId);
  if (row.certificate.revokedAt !== null) refuse("alreadyRevoked");
  if (!stands(row.certificate)) refuse("neverValid");
  db.update(certificates)
    .set({ revokedAt: now, revokedBy: viewer.personId, revocationReason: input.reason })
    .where(eq(certificates.id, row.certificate.id))
    .run();
  audit(db, viewer, now, "certificate.revoke", "certificate", row.certificate.id);
  return row;
}

/** Takes a certificate back, with a reason. Its holder is told, and whoever verifies it; no other comes by itself. */
export function revokeCertificate(viewer: Viewer, input: z.output<typeof revocationSchema>, now: number) {
  return change((db) => {
    const { certificate, courseId } = revoke(db, viewer, input, now);
    tellHolder(db, certificate.registrationId, courseId, "certificateRevoked", now, { reason: input.reason });
    return { courseId };
  });
}

/**
 * Takes a certificate back and puts another in its place, with the facts as they are now (a name or hours corrected).
 * A trainer certification keeps its last day; its holder is told that there is one, not that one was taken back. Refused while what it rests on is in doubt.
 */
export function reissueCertificate(
  viewer: Viewer,
  input: z.output<typeof revocationSchema>,
  now: number,
): Result<{ courseId: number; serial: string }> {
  return change((db) => {
    const { certificate, courseId } = certificateFor(db, viewer, input.certificateId);
    const { registrationId, kind } = certificate;
    const completion = completionOf(viewer, courseId) ?? refuse("notFound");
    const person = completion.known.find((p) => p.registrationId === registrationId) ?? refuse("notFound");
    const kept = completion.kept.get(certificate.id);
    if (person.doubtful[kind]) refuse("ruleLost");
    revoke(db, viewer, input, now);
    const facts = courseFacts(db, courseId);
    const minutes = person.minutes ?? certificate.facts.minutes;
    const issuedOn = dayAt(now, facts.course.zone);
    const { id, serial } = insert(
      db,
      viewer,
      {
        registrationId,
        kind,
        language: person.language,
        facts: factsFor(facts, person, minutes, person.language, certificate.facts.recommendedBy),
        issuedOn,
        validFrom: now,
        expiresOn: certificate.expiresOn,
        replacesId: certificate.id,
      },
      now,
    );
    // What was decided of the old one is decided of the one in its place.
    if (kept?.ground)
      keepReason(
        db,
        viewer,
        {
          kind: "certificate.keep",
          courseId,
          registrationId,
          certificateId: id,
          ground: kept.ground,
        },
        kept.reason,
        now,
      );
    tellHolder(db, registrationId, courseId, "certificateReady", now);
    audit(db, viewer, now, "certificate.reissue", "certificate", certificate.id);
    return { courseId, serial };
  });
}

/** Lets somebody whose certificate was taken back have one again, for a reason that is kept. */
export function allowAgain(
  viewer: Viewer,
  input: z.output<typeof allowAgainSchema>,
  now: number,
): Result<{ courseId: number; registrationId: number }> {
  return change((db) => {
    const { courseId, registrationId, reason, kind = "participation" } = input;
    demand(viewer, "certificates.issue", courseScope(viewer, courseId) ?? {});
    const taken = (completionOf(viewer, courseId) ?? refuse("notFound")).takenBack.find(
      (t) => t.person.registrationId === registrationId && t.certificate.kind === kind,
    );
    if (!taken) refuse("notTakenBack");
    const certificateId = taken.certificate.id;
    keepReason(
      db,
      viewer,
      {
        kind: "certificate.again",
        courseId,
        registrationId,
        certificateId,
      },
      reason,
      now,
    );
    audit(db, viewer, now, "certificate.again", "certificate", certificateId);
    return { courseId, registrationId };
  });
}

/**
 * Keeps a certificate although its person no longer meets the rule or attended other hours than it says, for a reason
 * that is kept. When what was looked at changes, it is to be decided again.
 */
export function keepCertificate(
  viewer: Viewer,
  input: z.output<typeof keepSchema>,
  now: number,
): Result<{ courseId: number; certificateId: number }> {
  return change((db) => {
    const { certificate, courseId } = certificateFor(db, viewer, input.certificateId);
    const completion = completionOf(viewer, courseId) ?? refuse("notFound");
    const doubt = [...completion.ruleLost, ...completion.hoursDiffer].find(
      (d) => d.certificate.id === certificate.id,
    );
    if (!doubt) refuse("nothingToDecide");
    keepReason(
      db,
      viewer,
      {
        kind: "certificate.keep",
        courseId,
        registrationId: certificate.registrationId,
        certificateId: certificate.id,
        ground: doubt.ground,
      },
      input.reason,
      now,
    );
    audit(db, viewer, now, "certificate.keep", "certificate", certificate.id);
    return { courseId, certificateId: certificate.id };
  });
}
