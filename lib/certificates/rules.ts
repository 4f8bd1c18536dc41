import type { CertificateKind } from "../../db/values/certificates";
import type { PersonRecord, Unmet } from "../completion/rules";
import type { CourseState } from "../courses/rules";
import { holdsSeat, type RegistrationState } from "../registrations/rules";
import { asciiDigits, withoutMarks } from "../text";
import { addDays } from "../time/civil";

export { type CertificateFacts, type CertificateKind, certificateKinds } from "../../db/values/certificates";

/** Months for which a trainer certification holds; participation has no end. A default (domain.md, 5). */
export const trainerCertificationMonths = 36;

/** What a certificate may be worth on a day. */
export const certificateStatuses = ["prepared", "valid", "expired", "revoked", "replaced", "void"] as const;
export type CertificateStatus = (typeof certificateStatuses)[number];

/** What tells of a certificate what it is worth. */
export type CertificateLife = {
  /** When it became valid; null while it waits for the end of its course. */
  validFrom: number | null;
  /** When the course ended without its person completing it, of a prepared one. */
  voidedAt: number | null;
  revokedAt: number | null;
  /** Serial of the certificate in its place. */
  replacedBy: string | null;
  /** Civil day that it bears. A sheet of a course that ended before its last day bears one that is still to come. */
  issuedOn?: string;
  /** Last day of validity, or null: without end. */
  expiresOn: string | null;
};

/** What a certificate is worth on a day. */
export function statusOn(certificate: CertificateLife, today: string): CertificateStatus {
  if (certificate.voidedAt) return "void";
  if (certificate.revokedAt) return certificate.replacedBy ? "replaced" : "revoked";
  if (certificate.validFrom === null) return "prepared";
  if (certificate.issuedOn !== undefined && today < certificate.issuedOn) return "prepared";
  return certificate.expiresOn !== null && today > certificate.expiresOn ? "expired" : "valid";
}

/**
 * What an answer means to whoever verifies: one made void and made anew is prepared, and so is one for the closing of a
 * course that ended before its last day, which holds from the day that it bears.
 */
export function meaningOf<Answer extends string>(found: {
  answer: Answer;
  replacedBy?: string | null;
  issuedOn?: string | null;
}): Answer | "prepared_anew" | "prepared_until" {
  if (found.answer === "void" && found.replacedBy) return "prepared_anew";
  return found.answer === "prepared" && found.issuedOn ? "prepared_until" : found.answer;
}

/** True for one that became valid and was not taken back, whether it has expired or not. */
export const stands = (certificate: Pick<CertificateLife, "validFrom" | "revokedAt">) =>
  certificate.validFrom !== null && certificate.revokedAt === null;

/** True for one made for the closing of a course that goes on. */
export const isPrepared = (certificate: Pick<CertificateLife, "validFrom" | "voidedAt">) =>
  certificate.validFrom === null && certificate.voidedAt === null;

/** What is printed across a certificate that no longer counts or never did, and since when (ms); null where nothing is. */
export type CertificateMark = { kind: "revoked" | "replaced" | "void"; at: number };

/** The mark of a certificate. One that has run out says so itself; a prepared one is printed to be handed out. */
export function markOf(certificate: Omit<CertificateLife, "expiresOn">): CertificateMark | null {
  if (certificate.voidedAt) return { kind: "void", at: certificate.voidedAt };
  if (!certificate.revokedAt) return null;
  return { kind: certificate.replacedBy ? "replaced" : "revoked", at: certificate.revokedAt };
}

/** Days before the last one of a course from which its certificates can be prepared: time to print and sign them. */
export const prepareDays = 3;

/** Whether certificates for the closing can be made: the course runs, and its last day is near or past. */
export const mayPrepare = (course: { state: CourseState; endsOn: string | null }, today: string) =>
  course.state === "running" && course.endsOn !== null && today >= addDays(course.endsOn, -prepareDays);

/** True where a certificate would be dated before the last day of its course, which asks for a reason. */
export const isEarly = (course: { endsOn: string | null }, today: string) =>
  course.endsOn !== null && today < course.endsOn;

/** What a certificate of participation rests on, as the course has it now. */
export type Ground = {
  state: RegistrationState;
  /** Minutes that count. */
  minutes: number;
  /** Conditions of the completion rule that are not met. */
  unmet: readonly Unmet[];
};

/** Why nobody could have this certificate now: conditions of the rule, and what it takes for granted. */
export type Lack =
  | Unmet
  /** Did not come at all. */
  | { kind: "not_attended" }
  /** The registration holds no place in the course any more. */
  | { kind: "no_place" }
  /** A trainer certification without the participation it follows from. */
  | { kind: "participation"; status: Exclude<ParticipationStatus, "stands"> };

/** How it stands with the participation that a trainer certification rests on. */
export type ParticipationStatus = "stands" | "doubtful" | "revoked" | "none";

/** What somebody lacks for a certificate of participation; nothing where they may have it. */
export function lacksForParticipation({ state, minutes, unmet }: Ground): Lack[] {
  if (!holdsSeat(state)) return [{ kind: "no_place" }];
  const attendanceSaid = unmet.some((u) => u.kind === "attendance" || u.kind === "no_sessions");
  const absent = state === "no_show" || minutes === 0;
  return absent && !attendanceSaid ? [{ kind: "not_attended" }, ...unmet] : [...unmet];
}

/** Minutes as a certificate prints them: whole hours, never more than were attended; less than an hour as it is. */
export const minutesOnPaper = (minutes: number): number =>
  minutes < 60 ? minutes : Math.floor(minutes / 60) * 60;

/** What a decision to keep a certificate looked at: when this changes, the decision is asked for again. */
export const groundOf = (
  { state, minutes, unmet }: Ground,
  participation: ParticipationStatus | null = null,
) => JSON.stringify({ state, minutes, unmet: unmet.map((u) => u.kind), participation });

/**
 * What somebody will have who comes to every session that has no entry for them yet and passes every test that has
 * no score yet.
 * @param openMinutes minutes of those sessions.
 */
export const atBest = <Person extends PersonRecord>(person: Person, openMinutes: number): Person => ({
  ...person,
  minutes: person.minutes + openMinutes,
  sessionsWithoutEntry: 0,
  postTest: person.postTest ?? 100,
  microTeaching: person.microTeaching ?? 100,
});

/**
 * 31 signs, a prime, so that the check character below catches every single wrong sign and every two signs
 * exchanged. Without I, L, O (read as 1 and 0), U and V (read as each other).
 */
export const serialAlphabet = "0123456789ABCDEFGHJKMNPQRSTWXYZ";
/** Signs drawn at random: 31^15, about 2^74. */
export const serialLength = 15;

const signValue = (sign: string) => serialAlphabet.indexOf(sign);

/** The check character: weights 2 to 16 modulo 31, all different and none 0 or 1 (the check's own weight). */
function checkCharacter(body: string): string {
  let sum = 0;
  for (let i = 0; i < body.length; i++) sum += (i + 2) * signValue(body[i]!);
  return serialAlphabet[(31 - (sum % 31)) % 31]!;
}

/** A serial from random bytes (at least 32; bytes of 248 and above are passed over so that no sign is likelier). */
export function serialFrom(bytes: Uint8Array): string {
  let body = "";
  for (const byte of bytes) {
    if (byte >= 248) continue;
    body += serialAlphabet[byte % 31];
    if (body.length === serialLength) return body + checkCharacter(body);
  }
  throw new RangeError("too few random bytes for a serial");
}

/** A serial in groups of four, as it is printed. */
export const groupSerial = (serial: string) => serial.replace(/(.{4})(?=.)/g, "$1-");

/** The signs of a serial as somebody typed them: of a pasted address of the verification page, its last part. */
const signsOf = (typed: string): string =>
  asciiDigits(withoutMarks(typed).trim().normalize("NFKC"))
    .replace(/^.*\/verify\/([^/?#]*).*$/isu, "$1")
    .toUpperCase()
    .replace(/%20|[\s\p{Pd}\u2212\u2043_.·]/giu, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");

/** The last group or groups of a serial (2JGW, 0C0G-2JGW), which hold a digit, so that a name is none; null for anything else. */
export function readSerialEnd(typed: string): string | null {
  const signs = signsOf(typed);
  const groups = signs.length >= 4 && signs.length <= serialLength && signs.length % 4 === 0;
  return groups && /\d/.test(asciiDigits(typed)) && [...signs].every((sign) => signValue(sign) >= 0)
    ? signs
    : null;
}

/**
 * A serial as somebody typed or pasted it, also within the address of its verification page: spaces, dashes of every
 * kind, invisible marks and small letters are mended, O read as 0, I and L as 1, digits of any script as ours. `wrong` where it has another length, a sign that serials don't have, or where the check
 * character does not fit: a typing error, not an unknown certificate.
 */
export function readSerial(typed: string): { serial: string } | { wrong: "length" | "sign" | "check" } {
  const serial = signsOf(typed);
  if ([...serial].some((sign) => signValue(sign) < 0)) return { wrong: "sign" };
  if (serial.length !== serialLength + 1) return { wrong: "length" };
  return checkCharacter(serial.slice(0, serialLength)) === serial[serialLength]
    ? { serial }
    : { wrong: "check" };
}

/** True where a trainer certification can be issued: participation stands without doubt, and none stands or was taken back. */
export const mayBeCertified = (person: {
  /** True for whoever has a certificate of participation that stands. */
  certified: boolean;
  doubtful: { participation: boolean };
  certificates: readonly (Pick<CertificateLife, "validFrom" | "revokedAt"> & { kind: CertificateKind })[];
  takenBack: readonly { kind: CertificateKind }[];
}): boolean =>
  person.certified &&
  !person.doubtful.participation &&
  !person.certificates.some((c) => c.kind === "trainer_certification" && stands(c)) &&
  !person.takenBack.some((c) => c.kind === "trainer_certification");
