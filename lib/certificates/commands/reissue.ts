import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { keepReason } from "../../audit/store";
import type { CourseRow } from "../../courses/store";
import type { Locale } from "../../i18n/rules";
import { refuse } from "../../result";
import { documentDay } from "../days";
import { courseFacts, factsFor } from "../facts";
import { inWords } from "../printed";
import { completionOf } from "../queries";
import type { CertificateFacts } from "../rules";
import { saidOf } from "../said";
import { revocationSchema } from "../schema";
import type { CertificateRow } from "../store";
import { makeCertificate } from "./make";
import { revoke } from "./revoke";

/**
 * What a certification keeps when another takes its place, in the language of that one: its scope, on what it rests, and who
 * recommended and approved it.
 */
function scopeIn(
  cx: Context,
  course: CourseRow,
  certificate: CertificateRow,
  language: Locale,
): Partial<CertificateFacts> {
  if (certificate.kind === "participation") return {};
  const { tools, recommendedBy, approvedBy, deciders, master, evidence } = inWords(
    cx,
    course,
    certificate,
    language,
  ).facts;
  return {
    tools,
    ...(deciders ? { deciders } : {}),
    ...(master ? { master } : {}),
    ...(recommendedBy ? { recommendedBy } : {}),
    ...(approvedBy ? { approvedBy } : {}),
    ...(evidence ? { evidence } : {}),
  };
}

/**
 * Takes a certificate back and puts another in its place, with the facts as they are now (a name or hours corrected).
 * A trainer certification keeps its last day; its holder is told that there is one in its place, and where it is suspended that it stays so. Refused while what it rests on is in doubt.
 */
export const reissueCertificate = command("certificates.issue", revocationSchema, (cx, input) => {
  const certificate = gate.certificate(cx, "certificates.issue", input.certificateId);
  const { registrationId, kind } = certificate;
  const { course } = certificate.registration;
  const { known, kept } = completionOf(cx, course);
  const person = known.find((p) => p.registrationId === registrationId) ?? refuse("notFound");
  if (person.doubtful[kind]) refuse("ruleLost");
  // Its holder is told no more than whoever verifies it.
  const held = person.certificates.find(({ id }) => id === certificate.id);
  const reissued = held?.suspendedSince ? "suspended" : "yes";
  revoke(cx, certificate, input.reason);
  const minutes = person.minutes ?? certificate.facts.minutes;
  const facts = courseFacts(cx, course);
  const document = {
    registrationId,
    kind,
    language: person.language,
    toolId: certificate.toolId,
    facts: {
      ...factsFor(facts, person, minutes, person.language),
      ...scopeIn(cx, course, certificate, person.language),
    },
    issuedOn: documentDay(cx, kind, course),
    validFrom: cx.now,
    expiresOn: certificate.expiresOn,
    replacesId: certificate.id,
  };
  const { id, serial } = makeCertificate(cx, document);
  // What was decided of the old one is decided of the one in its place.
  const decision = kept.get(certificate.id);
  if (decision?.ground) {
    const { ground, reason } = decision;
    const again = { courseId: course.id, registrationId, certificateId: id, ground };
    keepReason(cx, { kind: "certificate.keep", ...again }, reason);
  }
  happened(cx, {
    kind: "certificate.reissued",
    courseId: course.id,
    certificateId: certificate.id,
    of: kind,
    registration: { registrationId, personId: person.personId },
    said: { ...saidOf({ ...document, serial }), ...(kind === "participation" ? {} : { reissued }) },
  });
  return { courseId: course.id, certificateId: id, serial };
});
