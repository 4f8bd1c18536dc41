import { asc, eq, sql } from "drizzle-orm";
import { prepared } from "@/db/client";
import { certificates, courses, registrations } from "@/db/schema";
import { courseScope, mayInCourse } from "../access/queries";
import { may, type Viewer } from "../access/rules";
import { withinLimit } from "../accounts/commands";
import { verifyLimit } from "../accounts/rules";
import { courseRecords } from "../attendance/queries";
import { unmetConditions } from "../completion/rules";
import { readSerial, statusOn } from "./rules";

const listColumns = {
  id: certificates.id,
  registrationId: certificates.registrationId,
  serial: certificates.serial,
  kind: certificates.kind,
  language: certificates.language,
  facts: certificates.facts,
  issuedOn: certificates.issuedOn,
  expiresOn: certificates.expiresOn,
  revokedAt: certificates.revokedAt,
  revocationReason: certificates.revocationReason,
  replacesId: certificates.replacesId,
};

const ruleRow = prepared((db) =>
  db
    .select({
      minAttendance: courses.minAttendance,
      minPostTest: courses.minPostTest,
      microTeaching: courses.microTeaching,
    })
    .from(courses)
    .where(eq(courses.id, sql.placeholder("courseId")))
    .prepare(),
);

const courseDocuments = prepared((db) =>
  db
    .select(listColumns)
    .from(certificates)
    .innerJoin(registrations, eq(registrations.id, certificates.registrationId))
    .where(eq(registrations.courseId, sql.placeholder("courseId")))
    .orderBy(asc(certificates.id))
    .prepare(),
);

const documentRow = prepared((db) =>
  db
    .select({
      ...listColumns,
      personId: registrations.personId,
      courseId: registrations.courseId,
      token: registrations.token,
    })
    .from(certificates)
    .innerJoin(registrations, eq(registrations.id, certificates.registrationId))
    .where(eq(certificates.serial, sql.placeholder("serial")))
    .prepare(),
);

const bySerial = prepared((db) =>
  db
    .select(listColumns)
    .from(certificates)
    .where(eq(certificates.serial, sql.placeholder("serial")))
    .prepare(),
);

/**
 * Who meets the course's completion rule and has no certificate yet (`ready`), who does not and why (`notYet`), who
 * has one (`issued`); null where the viewer may not see it.
 */
export function completionOf(viewer: Viewer, courseId: number) {
  if (!mayInCourse(viewer, "certificates.read", courseId)) return null;
  const rule = ruleRow().get({ courseId });
  const records = courseRecords(viewer, courseId);
  if (!rule || !records) return null;
  const documents = courseDocuments().all({ courseId });
  const everyone = records.people.map((person) => {
    const own = documents.filter((c) => c.registrationId === person.registrationId);
    return {
      ...person,
      unmet: unmetConditions(rule, records.plannedMinutes, person),
      certificates: own,
      certified: own.some((c) => c.kind === "participation" && c.revokedAt === null),
    };
  });
  return {
    plannedMinutes: records.plannedMinutes,
    everyone,
    ready: everyone.filter((p) => !p.certified && p.unmet.length === 0),
    notYet: everyone.filter((p) => !p.certified && p.unmet.length > 0),
    issued: everyone.filter((p) => p.certified),
    withDocuments: everyone.filter((p) => p.certificates.length > 0),
  };
}
export type Completion = NonNullable<ReturnType<typeof completionOf>>;

export type Verification =
  | { answer: "mistyped"; wrong: "length" | "sign" | "check" }
  | { answer: "tooMany"; minutes: number }
  | { answer: "unknown"; serial: string }
  | {
      answer: "valid" | "expired" | "revoked";
      serial: string;
      kind: (typeof certificates.$inferSelect)["kind"];
      name: string;
      latinName: string | null;
      course: string;
      tools: { name: string; modules: string[] }[];
      issuer: string;
      issuedOn: string;
      expiresOn: string | null;
      fictional: boolean;
    };

/**
 * What a certificate is worth today, for anybody: name, course, tool, issuer and dates, nothing else of the person.
 * A typing error costs nothing; serials that do not exist are counted by address, and after too many there is no answer
 * about them for a while. One that exists is always answered: it is too long to be guessed, and a whole country's phones
 * may share an address.
 * @param today the civil day (UTC).
 */
export function verify(
  _viewer: Viewer,
  typed: string,
  today: string,
  now: number,
  address: string,
): Verification {
  const serial = readSerial(typed);
  if ("wrong" in serial) return { answer: "mistyped", wrong: serial.wrong };
  const row = bySerial().get({ serial: serial.serial });
  if (!row) {
    const limit = withinLimit(`verify:address:${address}`, verifyLimit, now);
    if (!limit.allowed) return { answer: "tooMany", minutes: limit.waitMinutes };
    return { answer: "unknown", serial: serial.serial };
  }
  return {
    answer: statusOn(row, today),
    serial: row.serial,
    kind: row.kind,
    name: row.facts.name,
    latinName: row.facts.latinName,
    course: row.facts.course,
    tools: row.facts.tools.map((t) => ({ name: t.name, modules: t.modules.map((m) => m.code || m.title) })),
    issuer: row.facts.issuer,
    issuedOn: row.issuedOn,
    expiresOn: row.expiresOn,
    fictional: row.facts.fictional,
  };
}

/** What the PDF of a certificate is made from: for its person, by the token of the registration, or a coordinator. */
export function certificateDocument(viewer: Viewer, serial: string, token: string | null) {
  const row = documentRow().get({ serial });
  if (!row) return null;
  const self = row.token === token || (viewer.personId !== null && viewer.personId === row.personId);
  const scope = { ...courseScope(viewer, row.courseId), self };
  return may(viewer, "certificate.download", scope) ? row : null;
}
