import type { ContactKind } from "../../db/values/contacts";
import { keyedHash } from "../crypto/tokens";
import { asciiDigits, withoutMarks } from "../text";

export { type ContactKind, contactKinds } from "../../db/values/contacts";

/** How many last digits of a phone find its owner. */
export const phoneEnds = [4, 5, 6, 7] as const;

/** How somebody is reached: an e-mail address in small letters, a phone in E.164. */
export type Contact = { email: string | null; phone: string | null };

/** The keyed hash of one thing that a contact is found by; 128 bits of it tell them apart. */
const hashOf = (key: Buffer, kind: ContactKind, text: string) =>
  keyedHash(key, `${kind}:${text}`).slice(0, 22);

/** What a contact is found by: the whole phone (E.164), its last digits, the whole e-mail address. */
export function contactKeysOf(key: Buffer, { email, phone }: Contact): { kind: ContactKind; hash: string }[] {
  const keys: { kind: ContactKind; hash: string }[] = [];
  if (email) keys.push({ kind: "email", hash: hashOf(key, "email", email) });
  if (!phone) return keys;
  keys.push({ kind: "phone", hash: hashOf(key, "phone", phone) });
  for (const count of phoneEnds)
    keys.push({ kind: "phone_end", hash: hashOf(key, "phone_end", phone.slice(-count)) });
  return keys;
}

/** What a search for a contact looks for: any of the hashes, and of a long number also that it ends like `endsIn`. */
export type ContactSearch = { hashes: string[]; endsIn: string[] };

const longestEnd = Math.max(...phoneEnds);

/**
 * Reads a search as a contact: a whole e-mail address; a phone number however written (+962 …, 00962 …, 07…, digits of any
 * script) or its last digits, four at least. Null where it is neither.
 */
export function readContact(key: Buffer, query: string): ContactSearch | null {
  const text = asciiDigits(withoutMarks(query)).trim();
  if (/^[^\s@]+@[^\s@]+$/.test(text))
    return { hashes: [hashOf(key, "email", text.toLowerCase())], endsIn: [""] };
  if (!/^\(?\+?[\d\s().\p{Pd}/\u2212]+$/u.test(text)) return null;
  const digits = text.replace(/\D/g, "");
  // Zeros in front stand for the way out of a country or a region, except where they belong to the last digits.
  const forms = [...new Set([digits, digits.replace(/^0+/, "")])].filter((d) => d.length >= phoneEnds[0]);
  if (forms.length === 0) return null;
  return {
    hashes: forms.map((form) => hashOf(key, "phone_end", form.slice(-longestEnd))),
    endsIn: forms,
  };
}
