import type { Context } from "../../acts/context";
import { type CourseRow, courseRow } from "../../courses/store";
import { courseTools } from "../../courses/store/rows";
import { inLanguage, type Locale, type Translated } from "../../i18n/rules";
import { contactOf, type ProgrammeContact } from "../../programmes/queries";
import { programmeRow } from "../../programmes/store";
import { registrationRow } from "../../registrations/store";
import { groundsNow } from "../../stages/groundsNow";
import { documentDay } from "../days";
import { isByException } from "../exception";
import {
  type CertificateEvidence,
  type CertificateFacts,
  type CertificateKind,
  type CertificateStatus,
  renewedUntil,
  statusOn,
} from "../rules";
import { readSerial } from "../rules/serial";
import { documentBySerial } from "../store";
import { withSuspension } from "../suspended";

/** A text as it is printed, and as it is kept in other languages. */
export type Printed = { printed: string; said: Translated };

/** What a certificate is worth on a day, and what of it anybody may know. */
type Verified = {
  answer: CertificateStatus;
  serial: string;
  kind: CertificateKind;
  /** True of the certification of a master trainer. */
  master: boolean;
  /** Of the certificate itself. */
  language: Locale;
  name: string;
  latinName: string | null;
  course: Printed;
  /** `version` where the certificate of its kind bears it. */
  tools: { name: Printed; version: string | null; modules: { code: string; title: Printed }[] }[];
  programme: Printed;
  /** First and last civil day of the course, or its year alone, as on the paper. */
  held: Pick<CertificateFacts, "startsOn" | "endsOn" | "year">;
  where: Pick<CertificateFacts, "online" | "country"> & { place: Printed };
  /** Minutes attended, where the certificate of its kind bears them. */
  attended: number | null;
  recommendedBy: string | null;
  approvedBy: string | null;
  /** Of a renewal: the serial of the certificate that it renews. */
  renews: string | null;
  /** On what a trainer certification rests; null of one older than that. */
  evidence: CertificateEvidence | null;
  /** How many of each of that were struck out since: an older print still names them. */
  struck: CertificateEvidence["counts"];
  signatories: { name: string; role: Printed }[];
  issuer: Printed;
  /** Days at the course's place: null while it is not valid, or never was. */
  issuedOn: string | null;
  expiresOn: string | null;
  checkedOn: string;
  /** Day on which it was revoked or replaced, or since when it is suspended. */
  endedOn: string | null;
  replacedBy: string | null;
  /** Until which civil day it was renewed by the one in its place. */
  renewedUntil: string | null;
  /** Whom to ask about it. */
  contact: ProgrammeContact | null;
  fictional: boolean;
  /** True where an approver granted it, or what it goes on from, though conditions were missing. */
  byException: boolean;
};

export type Verification =
  | { answer: "mistyped"; wrong: "length" | "sign" | "check" }
  | { answer: "unknown"; serial: string }
  | Verified;

type CertificateRow = NonNullable<ReturnType<typeof documentBySerial>>;

/** A printed text with its translations: those kept with it, else what the course says now where that is the same text. */
function printed(text: string, language: Locale, ...found: (Translated | undefined)[]): Printed {
  const said = found.find((t) => t && inLanguage(t, language).text === text);
  return { printed: text, said: said ?? { own: language, [language]: text } };
}

/** The tools and modules of a certificate, as printed and in other languages. */
function printedTools(cx: Context, courseId: number, { facts, kind, language }: CertificateRow) {
  const tools = courseTools(cx, courseId);
  return facts.tools.map((tool) => {
    const same = tools.filter((t) => inLanguage(t.title, language).text === tool.name);
    const modules = same.flatMap((t) => t.modules);
    return {
      name: printed(tool.name, language, ...same.map((t) => t.title)),
      version: kind === "trainer_certification" ? tool.version : null,
      modules: tool.modules.map(({ code, title }) => ({
        code,
        title: printed(title, language, ...modules.filter((m) => m.code === code).map((m) => m.title)),
      })),
    };
  });
}

/** What the paper bears of the course: an altered paper says something else. */
function printedCourse(cx: Context, course: CourseRow, row: CertificateRow) {
  const { facts, kind, language } = row;
  const programme = programmeRow(cx, course.programmeId)!;
  return {
    course: printed(facts.course, language, facts.said?.course, course.title),
    tools: printedTools(cx, course.id, row),
    programme: printed(facts.programme, language, facts.said?.programme, programme.title),
    held: { startsOn: facts.startsOn, endsOn: facts.endsOn, year: facts.year },
    where: {
      place: printed(facts.place, language, facts.said?.place, course.place),
      online: facts.online,
      country: facts.country,
    },
    attended: kind === "participation" ? facts.minutes : null,
    recommendedBy: facts.recommendedBy ?? null,
    approvedBy: facts.approvedBy ?? null,
    renews: facts.renews ?? null,
    signatories: facts.signatories.map(({ name, role }) => ({
      name,
      role: printed(role, language, ...course.signatories.filter((s) => s.name === name).map((s) => s.role)),
    })),
    issuer: printed(facts.issuer, language, facts.said?.issuer, programme.issuer),
  };
}

/**
 * What a certificate is worth today, for anybody, and what is printed on it; nothing else of the person.
 * Days are those at the course's place, of a certification as a trainer those of its programme.
 */
export function verify(cx: Context, typed: string): Verification {
  const serial = readSerial(typed);
  if ("wrong" in serial) return { answer: "mistyped", wrong: serial.wrong };
  const found = documentBySerial(cx, serial.serial);
  if (!found) return { answer: "unknown", serial: serial.serial };
  const row = withSuspension(cx, [found])[0]!;
  const { facts, language } = row;
  const { personId, courseId } = registrationRow(cx, row.registrationId)!;
  const course = courseRow(cx, courseId)!;
  const today = documentDay(cx, row.kind, course);
  const grounds = groundsNow(cx, { id: row.id, personId, evidence: facts.evidence });
  return {
    answer: statusOn(row, today),
    serial: row.serial,
    kind: row.kind,
    master: facts.master ?? false,
    language,
    name: facts.name,
    latinName: facts.latinName,
    ...printedCourse(cx, course, row),
    evidence: grounds?.evidence ?? null,
    struck: grounds?.struck ?? {},
    issuedOn: row.validFrom === null ? null : row.issuedOn,
    expiresOn: row.expiresOn,
    checkedOn: today,
    endedOn: row.revokedAt === null ? row.suspendedSince : documentDay(cx, row.kind, course, row.revokedAt),
    replacedBy: row.replacedBy,
    renewedUntil: renewedUntil(row),
    contact: contactOf(cx, course.programmeId),
    fictional: facts.fictional,
    byException: isByException(cx, row),
  };
}
