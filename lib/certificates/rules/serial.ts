import { asciiDigits, withoutMarks } from "../../text";

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
