import type * as z from "zod/mini";
import { demand } from "../../access/demand";
import { courseScope } from "../../access/queries";
import { change } from "../../acts/command";
import type { Context } from "../../acts/context";
import { audit, keepReason } from "../../audit/commands";
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
  cx: Context,
  input: z.output<typeof issueSchema>,
): Result<{ courseId: number; slug: string; issued: number; leftOut: string[] }> {
  return change(cx, () => {
    const { courseId } = input;
    demand(cx.viewer, "certificates.issue", courseScope(cx, courseId) ?? {});
    const facts = courseFacts(cx, courseId);
    const { course } = facts;
    demandApproved(course);
    if (!allows(course.state, "certify")) refuse("certifyWhenClosed");
    const { ready, toMend } = completionOf(cx, courseId) ?? refuse("notFound");
    const reason = ready.length > 0 ? reasonIfEarly(cx, course, input.reason) : null;
    if (reason) keepReason(cx, { kind: "certificate.early", courseId }, reason);
    for (const person of ready) {
      insert(cx, {
        registrationId: person.registrationId,
        kind: "participation",
        language: person.language,
        facts: factsFor(facts, person, person.minutes, person.language),
        issuedOn: dayAt(cx.now, course.zone),
        validFrom: cx.now,
      });
      tellHolder(cx, person.registrationId, course.id, "certificateReady");
    }
    audit(cx, "certificates.issue", "course", courseId, { issued: ready.length });
    const leftOut = toMend.filter((p) => p.mayHave && p.lacks.length === 0).map((p) => p.name);
    return { courseId, slug: course.slug, issued: ready.length, leftOut };
  });
}

/**
 * Certifies a trainer who completed a training of trainers, on an expert's recommendation. Valid for 36 months. Refused
 * while what it rests on is in doubt, and after a revocation until somebody allows it again.
 */
export function certifyTrainer(
  cx: Context,
  input: z.output<typeof certifySchema>,
): Result<{ courseId: number; slug: string; serial: string }> {
  return change(cx, () => {
    const { courseId, registrationId } = input;
    demand(cx.viewer, "certificates.issue", courseScope(cx, courseId) ?? {});
    const facts = courseFacts(cx, courseId);
    const { course } = facts;
    demandApproved(course);
    if (course.kind !== "tot") refuse("onlyTrainers");
    const person = completionOf(cx, courseId)?.issued.find((p) => p.registrationId === registrationId);
    const participation = person?.certificates.find((c) => c.kind === "participation" && stands(c));
    if (!person || !participation) refuse("participationFirst");
    if (person.certificates.some((c) => c.kind === "trainer_certification" && stands(c)))
      refuse("alreadyCertified");
    if (person.doubtful.participation) refuse("ruleLost");
    if (person.takenBack.some((c) => c.kind === "trainer_certification")) refuse("certificationRevoked");
    const reason = reasonIfEarly(cx, course, input.reason);
    if (reason) keepReason(cx, { kind: "certificate.early", courseId, registrationId }, reason);
    const issuedOn = dayAt(cx.now, course.zone);
    const minutes = person.minutes ?? participation.facts.minutes;
    const { serial } = insert(cx, {
      registrationId,
      kind: "trainer_certification",
      language: person.language,
      facts: factsFor(facts, person, minutes, person.language, input.recommendedBy),
      issuedOn,
      validFrom: cx.now,
      expiresOn: addMonths(issuedOn, trainerCertificationMonths),
    });
    tellHolder(cx, registrationId, course.id, "certificateReady");
    audit(cx, "certificate.certify", "registration", registrationId);
    return { courseId, slug: course.slug, serial };
  });
}
