import type { Context } from "../../acts/context";
import { type CourseRow, courseRow } from "../../courses/store";
import type { Locale } from "../../i18n/rules";
import { contactOf, type ProgrammeContact } from "../../programmes/queries";
import { registrationRow } from "../../registrations/store";
import { groundsNow } from "../../stages/groundsNow";
import { documentDay } from "../days";
import { asDecided } from "../exception";
import { inWords, papersIn, printedFacts } from "../printed";
import {
  type CertificateEvidence,
  type CertificateFacts,
  type CertificateKind,
  type CertificateStatus,
  renewedUntil,
  statusOn,
} from "../rules";
import type { Printed } from "../rules/printed";
import { readSerial } from "../rules/serial";
import { documentBySerial } from "../store";
import { withSuspension } from "../suspended";

/** What a certificate is worth on a day, and what of it anybody may know. */
type Verified = {
  answer: CertificateStatus;
  serial: string;
  kind: CertificateKind;
  /** True of the certification of a master trainer. */
  master: boolean;
  /** Of the paper: the one that was asked for, else the one in which it was issued. */
  language: Locale;
  /** In which languages it is had on paper. */
  papers: readonly Locale[];
  name: string;
  latinName: string | null;
  course: Printed;
  /** `version` where the certificate of its kind bears it. */
  tools: {
    name: Printed;
    version: string | null;
    country?: string;
    modules: { code: string; title: Printed }[];
  }[];
  programme: Printed;
  /** First and last civil day of the course, or its year alone, as on the paper. */
  held: Pick<CertificateFacts, "startsOn" | "endsOn" | "year">;
  where: Pick<CertificateFacts, "online" | "country"> & { place: Printed };
  /** Minutes attended, where the certificate of its kind bears them. */
  attended: number | null;
  recommendedBy: Printed | null;
  approvedBy: Printed | null;
  /** Of a renewal: the serial of the certificate that it renews. */
  renews: string | null;
  /** On what a trainer certification rests; null of one older than that. */
  evidence: CertificateEvidence | null;
  /** How many of each of that were struck out since: an older print still names them. */
  struck: CertificateEvidence["counts"];
  /** The civil days on which it was. */
  struckOn: readonly string[];
  signatories: { name: string; role: Printed }[];
  issuer: Printed;
  /** Days at the course's place: null while it is not valid, or never was. */
  issuedOn: string | null;
  expiresOn: string | null;
  /** The end of each module, where they do not all end with it. */
  ends: CertificateFacts["ends"];
  checkedOn: string;
  /** Day on which it was revoked or replaced, or since when it is suspended. */
  endedOn: string | null;
  replacedBy: string | null;
  /** Until which civil day it was renewed by the one in its place. */
  renewedUntil: string | null;
  /** Whom to ask about it. */
  contact: ProgrammeContact | null;
  fictional: boolean;
  /** True where an approver granted it, or left it as it is, or what it goes on from, though conditions were missing. */
  byException: boolean;
  /** The civil day on which it was decided, where it is issued of a later one; null else. */
  decidedOn: string | null;
};

export type Verification =
  | { answer: "mistyped"; wrong: "length" | "sign" | "check" }
  | { answer: "unknown"; serial: string }
  | Verified;

type CertificateRow = NonNullable<ReturnType<typeof documentBySerial>>;

/** What the paper bears of the course: an altered paper says something else. */
function printedCourse(cx: Context, course: CourseRow, row: CertificateRow) {
  const { facts, kind } = row;
  const { place, tools, ...texts } = printedFacts(cx, course, row);
  return {
    ...texts,
    tools: tools.map((tool) => ({
      ...tool,
      version: kind === "trainer_certification" ? tool.version : null,
    })),
    held: { startsOn: facts.startsOn, endsOn: facts.endsOn, year: facts.year },
    where: { place, online: facts.online, country: facts.country },
    attended: kind === "participation" ? facts.minutes : null,
    renews: facts.renews ?? null,
  };
}

/**
 * What a certificate is worth today, for anybody, and what is printed on it; nothing else of the person.
 * Days are those at the course's place, of a certification as a trainer those of its programme.
 * @param paper the language of the paper that somebody holds, of a certification as a trainer.
 */
export function verify(cx: Context, typed: string, paper: Locale | null = null): Verification {
  const serial = readSerial(typed);
  if ("wrong" in serial) return { answer: "mistyped", wrong: serial.wrong };
  const found = documentBySerial(cx, serial.serial);
  if (!found) return { answer: "unknown", serial: serial.serial };
  const issued = asDecided(cx, withSuspension(cx, [found]))[0]!;
  const { personId, courseId } = registrationRow(cx, issued.registrationId)!;
  const course = courseRow(cx, courseId)!;
  const papers = papersIn(issued);
  const row = paper && papers.includes(paper) ? inWords(cx, course, issued, paper) : issued;
  const { facts, language } = row;
  const today = documentDay(cx, row.kind, course);
  const grounds = groundsNow(cx, [{ id: row.id, personId, evidence: found.facts.evidence }]).get(row.id);
  const lacking = facts.evidence?.lacking;
  return {
    answer: statusOn(row, today),
    serial: row.serial,
    kind: row.kind,
    master: facts.master ?? false,
    language,
    papers,
    name: facts.name,
    latinName: facts.latinName,
    ...printedCourse(cx, course, row),
    evidence: grounds ? { ...grounds.evidence, ...(lacking ? { lacking } : {}) } : null,
    struck: grounds?.struck ?? {},
    struckOn: grounds?.struckOn ?? [],
    issuedOn: row.validFrom === null ? null : row.issuedOn,
    expiresOn: row.expiresOn,
    ends: facts.ends,
    checkedOn: today,
    endedOn: row.revokedAt === null ? row.suspendedSince : documentDay(cx, row.kind, course, row.revokedAt),
    replacedBy: row.replacedBy,
    renewedUntil: renewedUntil(row),
    contact: contactOf(cx, course.programmeId),
    fictional: facts.fictional,
    byException: row.byException,
    decidedOn: row.decidedOn,
  };
}
