import type { CertificateKind } from "../../db/values/certificates";

export {
  type CertificateEvidence,
  type CertificateFacts,
  type CertificateKind,
  certificateKinds,
  type GroundKind,
  groundKinds,
} from "../../db/values/certificates";

/** What a certificate may be worth on a day. */
export const certificateStatuses = [
  "prepared",
  "valid",
  "suspended",
  "expired",
  "revoked",
  "replaced",
  "renewed",
  "void",
] as const;
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
  /** Until which civil day that one is valid; null where it was taken back for good, or has no end. */
  replacedUntil?: string | null;
  /** Civil day that it bears. A sheet of a course that ended before its last day bears one that is still to come. */
  issuedOn?: string;
  /** Last day of validity, or null: without end. */
  expiresOn: string | null;
  /** Civil day since when a trainer certification is suspended; null where its holder may train by it. */
  suspendedSince?: string | null;
};

/** True for what a certificate is worth where until when it is, or was, valid is said, as it is printed. */
export const saysEnd = (status: CertificateStatus): boolean =>
  ["valid", "suspended", "expired", "renewed"].includes(status);

/** What a certificate is worth on a day; one whose end was put off by another is renewed. */
export function statusOn(certificate: CertificateLife, today: string): CertificateStatus {
  if (certificate.voidedAt) return "void";
  if (certificate.revokedAt)
    return renewedUntil(certificate) ? "renewed" : certificate.replacedBy ? "replaced" : "revoked";
  if (certificate.validFrom === null) return "prepared";
  if (certificate.issuedOn !== undefined && today < certificate.issuedOn) return "prepared";
  if (certificate.expiresOn !== null && today > certificate.expiresOn) return "expired";
  return certificate.suspendedSince ? "suspended" : "valid";
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

/** True for what was taken back or has another in its place, so that nobody loads it. */
export const isPast = (status: CertificateStatus): boolean =>
  status === "revoked" || status === "replaced" || status === "renewed";

/** What is kept as the reason where a certification gives way to one of more modules; pages say it in the reader's language. */
export const extendedReason = "Replaced by a certification of more";

/** True for one that became valid and was not taken back, whether it has expired or not. */
export const stands = (certificate: Pick<CertificateLife, "validFrom" | "revokedAt">) =>
  certificate.validFrom !== null && certificate.revokedAt === null;

/** True for one made for the closing of a course that goes on. */
export const isPrepared = (certificate: Pick<CertificateLife, "validFrom" | "voidedAt">) =>
  certificate.validFrom === null && certificate.voidedAt === null;

/** Until which civil day a certificate was renewed: that of the one in its place, where it is later; null where it was not. */
export const renewedUntil = ({
  replacedBy,
  replacedUntil = null,
  expiresOn,
}: Pick<CertificateLife, "replacedBy" | "replacedUntil" | "expiresOn">): string | null =>
  replacedBy !== null && replacedUntil !== null && expiresOn !== null && replacedUntil > expiresOn
    ? replacedUntil
    : null;

/** What a paper is: its kind, or that of a master trainer. */
export const paperOf = <Kind extends CertificateKind>(kind: Kind, master: boolean | undefined) =>
  master ? "master_trainer" : kind;

/** The tools that a certificate bears, each with the codes of those of its modules that have one. */
export const scopeOf = ({
  tools,
}: {
  tools: readonly { name: string; modules: readonly { code: string | null }[] }[];
}) =>
  tools.map(({ name, modules }) => ({
    name,
    codes: modules.flatMap(({ code }) => code || []),
  }));

/** What is printed across a certificate that does not count now or never did: since when (ms), or since or until which civil day. */
export type CertificateMark =
  | { kind: "revoked" | "replaced" | "void"; at: number }
  | { kind: "renewed" | "suspended"; on: string };

/** The mark of a certificate. One that has run out says so itself; a prepared one is printed to be handed out. */
export function markOf(certificate: CertificateLife): CertificateMark | null {
  if (certificate.voidedAt) return { kind: "void", at: certificate.voidedAt };
  if (!certificate.revokedAt)
    return certificate.suspendedSince ? { kind: "suspended", on: certificate.suspendedSince } : null;
  const until = renewedUntil(certificate);
  if (until) return { kind: "renewed", on: until };
  return { kind: certificate.replacedBy ? "replaced" : "revoked", at: certificate.revokedAt };
}
