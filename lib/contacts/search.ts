import { asciiDigits, withoutMarks } from "../text";
import { hashOf, phoneEnds } from "./rules";

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
