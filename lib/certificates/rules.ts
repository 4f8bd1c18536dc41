import { asciiDigits } from "../text";

export const certificateKinds = ["participation", "trainer_certification"] as const;
export type CertificateKind = (typeof certificateKinds)[number];

/** Months for which a trainer certification holds; participation has no end. A default (domain.md, 5). */
export const trainerCertificationMonths = 36;

export type CertificateStatus = "valid" | "expired" | "revoked";

/** What a certificate is worth on a day. */
export function statusOn(
  certificate: { revokedAt: number | null; expiresOn: string | null },
  today: string,
): CertificateStatus {
  if (certificate.revokedAt !== null) return "revoked";
  return certificate.expiresOn !== null && today > certificate.expiresOn ? "expired" : "valid";
}

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

/**
 * A serial as somebody typed it: spaces, dashes and small letters are mended, O read as 0, I and L as 1,
 * Arabic digits as ours. `wrong` where it has another length, a sign that serials don't have, or where the check
 * character does not fit: a typing error, not an unknown certificate.
 */
export function readSerial(typed: string): { serial: string } | { wrong: "length" | "sign" | "check" } {
  const serial = asciiDigits(typed)
    .toUpperCase()
    .replace(/[\s\-–—_.]/gu, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
  if ([...serial].some((sign) => signValue(sign) < 0)) return { wrong: "sign" };
  if (serial.length !== serialLength + 1) return { wrong: "length" };
  return checkCharacter(serial.slice(0, serialLength)) === serial[serialLength]
    ? { serial }
    : { wrong: "check" };
}
