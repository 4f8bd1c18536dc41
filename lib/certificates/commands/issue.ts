import type * as z from "zod";
import { demand } from "../../access/demand";
import { courseScope } from "../../access/queries";
import type { Viewer } from "../../access/rules";
import { audit, change, keepReason } from "../../audit/commands";
import { allows } from "../../courses/rules";
import { type Result, refuse } from "../../result";
import { addMonths, dayAt } from "../../time/zone";
import { completionOf } from "../queries";
import { stands, trainerCertificationMonths } from "../rules";
import type { certifySchema, issueSchema } from "../schema";
import { courseFacts, demandApproved, factsFor, insert, reasonIfEarly, tellHolder } from "./certificate";

/**
 * Certificates of participation for everyone who meets the course's completion rule, has none and was not refused one
 * by a revocation, each in the person's language. Issuing twice makes none twice. Before the course's last day it takes
 * a reason, which is kept.
 * @returns how many were issued, and who was left out because their name cannot be printed.
 */
export function issueCertificates(
  viewer: Viewer,
  input: z.output<typeof issueSchema>,
  now: number,
): Result<{ courseId: number; slug: string; issued: number; leftOut: string[] }> {
  return change((db) => {
    const { courseId } = input;
    demand(viewer, "certificates.issue", courseScope(viewer, courseId) ?? {});
    const facts = courseFacts(db, courseId);
    const { course } = facts;
    demandApproved(course);
    if (!allows(course.state, "certify")) refuse("certifyWhenClosed");
    const { ready, toMend } = completionOf(viewer, courseId) ?? refuse("notFound");
    const reason = ready.length > 0 ? reasonIfEarly(course, input.reason, now) : null;
    if (reason) keepReason(db, viewer, { kind: "certificate.early", courseId }, reason, now);
    for (const person of ready) {
      insert(
        db,
        viewer,
        {
          registrationId: person.registrationId,
          kind: "participation",
          language: person.language,
          facts: factsFor(facts, person, person.minutes, person.language),
          issuedOn: dayAt(now, course.zone),
          validFrom: now,
        },
        now,
      );
      tellHolder(db, person.registrationId, course.id, "certificateReady", now);
    }
    audit(db, viewer, now, "certificates.issue", "course", courseId, { issued: ready.length });
    const leftOut = toMend.filter((p) => p.mayHave && p.lacks.length === 0).map((p) => p.name);
    return { courseId, slug: course.slug, issued: ready.length, leftOut };
  });
}

/**
 * Certifies a trainer who completed a training of trainers, on an expert's recommendation. Valid for 36 months. Refused
 * while what it rests on is in doubt, and after a revocation until somebody allows it again.
 */
export function certifyTrainer(
  viewer: Viewer,
  input: z.output<typeof certifySchema>,
  now: number,
): Result<{ courseId: number; slug: string; serial: string }> {
  return change((db) => {
    const { courseId, registrationId } = input;
    demand(viewer, "certificates.issue", courseScope(viewer, courseId) ?? {});
    const facts = courseFacts(db, courseId);
    const { course } = facts;
    demandApproved(course);
    if (course.kind !== "tot") refuse("onlyTrainers");
    const person = completionOf(viewer, courseId)?.issued.find((p) => p.registrationId === registrationId);
    const participation = person?.certificates.find((c) => c.kind === "participation" && stands(c));
    if (!person || !participation) refuse("participationFirst");
    if (person.certificates.some((c) => c.kind === "trainer_certification" && stands(c)))
      refuse("alreadyCertified");
    if (person.doubtful.participation) refuse("ruleLost");
    if (person.takenBack.some((c) => c.kind === "trainer_certification")) refuse("certificationRevoked");
    const reason = reasonIfEarly(course, input.reason, now);
    if (reason) keepReason(db, viewer, { kind: "certificate.early", courseId, registrationId }, reason, now);
    const issuedOn = dayAt(now, course.zone);
    const minutes = person.minutes ?? participation.facts.minutes;
    const { serial } = insert(
      db,
      viewer,
      {
        registrationId,
        kind: "trainer_certification",
        language: person.language,
        facts: factsFor(facts, person, minutes, person.language, input.recommendedBy),
        issuedOn,
        validFrom: now,
        expiresOn: addMonths(issuedOn, trainerCertificationMonths),
      },
      now,
    );
    tellHolder(db, registrationId, course.id, "certificateReady", now);
    audit(db, viewer, now, "certificate.certify", "registration", registrationId);
    return { courseId, slug: course.slug, serial };
  });
}
