import { and, eq, isNull } from "drizzle-orm";
import type * as z from "zod/mini";
import { type Db, inserting } from "@/db/client";
import { certificates, courses, persons, programmes, registrations } from "@/db/schema";
import type { CertificateFacts } from "@/db/schema/certificates";
import { demand } from "../access/demand";
import { courseScope } from "../access/queries";
import type { Viewer } from "../access/rules";
import { audit, change } from "../audit/commands";
import { courseTools } from "../courses/queries";
import { allows } from "../courses/rules";
import { serialBytes } from "../crypto/tokens";
import { inLanguage, type Locale } from "../i18n/rules";
import { type Result, refuse } from "../result";
import { addMonths, dayAt } from "../time/zone";
import { completionOf } from "./queries";
import { type CertificateKind, serialFrom, trainerCertificationMonths } from "./rules";
import type { certifySchema, issueSchema, revocationSchema } from "./schema";

/** What is the same for all certificates of a course, read once. */
function courseFacts(db: Db, courseId: number) {
  const course = db.select().from(courses).where(eq(courses.id, courseId)).get() ?? refuse("notFound");
  const programme = db.select().from(programmes).where(eq(programmes.id, course.programmeId)).get()!;
  return { course, programme, tools: courseTools(courseId) };
}

/** What a certificate of this person will say, in a language. */
function factsFor(
  { course, programme, tools }: ReturnType<typeof courseFacts>,
  person: { name: string; latinName: string | null },
  minutes: number,
  language: Locale,
  recommendedBy?: string,
): CertificateFacts {
  const say = (text: Parameters<typeof inLanguage>[0]) => inLanguage(text, language).text;
  return {
    name: person.name,
    latinName: person.latinName,
    course: say(course.title),
    courseKind: course.kind,
    tools: tools.map((tool) => ({
      name: say(tool.title),
      version: tool.version,
      modules: tool.modules.map((m) => ({ code: m.code, title: say(m.title) })),
    })),
    startsOn: course.startsOn,
    endsOn: course.endsOn,
    year: course.year,
    place: say(course.place),
    online: course.mode === "online",
    country: course.country,
    minutes,
    programme: say(programme.title),
    issuer: say(programme.issuer),
    signatories: course.signatories.map((s) => ({ name: s.name, role: say(s.role) })),
    fictional: course.fictional,
    ...(recommendedBy ? { recommendedBy } : {}),
  };
}

type Issue = {
  registrationId: number;
  kind: CertificateKind;
  language: Locale;
  facts: CertificateFacts;
  zone: string;
  replacesId?: number;
};

const insertRow = inserting(certificates, [
  "serial",
  "registrationId",
  "kind",
  "language",
  "facts",
  "issuedAt",
  "validFrom",
  "issuedOn",
  "issuedBy",
  "expiresOn",
  "replacesId",
]);

function insert(db: Db, viewer: Viewer, issue: Issue, now: number): string {
  const serial = serialFrom(serialBytes());
  const issuedOn = dayAt(now, issue.zone);
  insertRow(db, {
    serial,
    registrationId: issue.registrationId,
    kind: issue.kind,
    language: issue.language,
    facts: issue.facts,
    issuedAt: now,
    validFrom: now,
    issuedOn,
    issuedBy: viewer.personId,
    expiresOn:
      issue.kind === "trainer_certification" ? addMonths(issuedOn, trainerCertificationMonths) : null,
    replacesId: issue.replacesId ?? null,
  });
  return serial;
}

/** The certificate of a kind that stands for a registration, if one does. */
const standing = (db: Db, registrationId: number, kind: CertificateKind) =>
  db
    .select({ id: certificates.id })
    .from(certificates)
    .where(
      and(
        eq(certificates.registrationId, registrationId),
        eq(certificates.kind, kind),
        isNull(certificates.revokedAt),
      ),
    )
    .get();

/**
 * Certificates of participation for everyone who meets the course's completion rule and has none that stands, each in
 * the person's language. Issuing twice makes none twice.
 */
export function issueCertificates(
  viewer: Viewer,
  input: z.output<typeof issueSchema>,
  now: number,
): Result<{ courseId: number; slug: string; issued: number }> {
  return change((db) => {
    demand(viewer, "certificates.issue", courseScope(viewer, input.courseId) ?? {});
    const facts = courseFacts(db, input.courseId);
    if (!allows(facts.course.state, "certify")) refuse("certifyWhenClosed");
    const { ready } = completionOf(viewer, input.courseId) ?? refuse("notFound");
    for (const person of ready)
      insert(
        db,
        viewer,
        {
          registrationId: person.registrationId,
          kind: "participation",
          language: person.language,
          facts: factsFor(facts, person, person.minutes, person.language),
          zone: facts.course.zone,
        },
        now,
      );
    audit(db, viewer, now, "certificates.issue", "course", input.courseId, { issued: ready.length });
    return { courseId: input.courseId, slug: facts.course.slug, issued: ready.length };
  });
}

/** Certifies a trainer who completed a training of trainers, on an expert's recommendation. Valid for 36 months. */
export function certifyTrainer(
  viewer: Viewer,
  input: z.output<typeof certifySchema>,
  now: number,
): Result<{ courseId: number; slug: string; serial: string }> {
  return change((db) => {
    demand(viewer, "certificates.issue", courseScope(viewer, input.courseId) ?? {});
    const facts = courseFacts(db, input.courseId);
    if (facts.course.kind !== "tot") refuse("onlyTrainers");
    const done = completionOf(viewer, input.courseId)?.issued.find(
      (p) => p.registrationId === input.registrationId,
    );
    if (!done || !standing(db, input.registrationId, "participation")) refuse("participationFirst");
    if (standing(db, input.registrationId, "trainer_certification")) refuse("alreadyCertified");
    const serial = insert(
      db,
      viewer,
      {
        registrationId: input.registrationId,
        kind: "trainer_certification",
        language: done.language,
        facts: factsFor(facts, done, done.minutes, done.language, input.recommendedBy),
        zone: facts.course.zone,
      },
      now,
    );
    audit(db, viewer, now, "certificate.certify", "registration", input.registrationId);
    return { courseId: input.courseId, slug: facts.course.slug, serial };
  });
}

function revoke(db: Db, viewer: Viewer, input: z.output<typeof revocationSchema>, now: number) {
  const row = db
    .select({ certificate: certificates, courseId: registrations.courseId, personId: registrations.personId })
    .from(certificates)
    .innerJoin(registrations, eq(registrations.id, certificates.registrationId))
    .where(eq(certificates.id, input.certificateId))
    .get();
  if (!row) refuse("notFound");
  demand(viewer, "certificates.issue", courseScope(viewer, row.courseId) ?? {});
  if (row.certificate.revokedAt !== null) refuse("alreadyRevoked");
  db.update(certificates)
    .set({ revokedAt: now, revokedBy: viewer.personId, revocationReason: input.reason })
    .where(eq(certificates.id, row.certificate.id))
    .run();
  audit(db, viewer, now, "certificate.revoke", "certificate", row.certificate.id);
  return row;
}

/** Takes a certificate back, with a reason. Whoever verifies it is told so. */
export function revokeCertificate(viewer: Viewer, input: z.output<typeof revocationSchema>, now: number) {
  return change((db) => ({ courseId: revoke(db, viewer, input, now).courseId }));
}

/** Takes a certificate back and puts another in its place, with the facts as they are now (a name mended). */
export function reissueCertificate(
  viewer: Viewer,
  input: z.output<typeof revocationSchema>,
  now: number,
): Result<{ courseId: number; serial: string }> {
  return change((db) => {
    const { certificate, courseId, personId } = revoke(db, viewer, input, now);
    const facts = courseFacts(db, courseId);
    const person = db.select().from(persons).where(eq(persons.id, personId)).get()!;
    const minutes =
      completionOf(viewer, courseId)?.everyone.find((p) => p.registrationId === certificate.registrationId)
        ?.minutes ?? certificate.facts.minutes;
    const serial = insert(
      db,
      viewer,
      {
        registrationId: certificate.registrationId,
        kind: certificate.kind,
        language: person.language,
        facts: factsFor(facts, person, minutes, person.language, certificate.facts.recommendedBy),
        zone: facts.course.zone,
        replacesId: certificate.id,
      },
      now,
    );
    audit(db, viewer, now, "certificate.reissue", "certificate", certificate.id);
    return { courseId, serial };
  });
}
