import type { ContactKind } from "../../db/values/contacts";
import { keyedHash } from "../crypto/tokens";

export { type ContactKind, contactKinds } from "../../db/values/contacts";

/** How many last digits of a phone find its owner. */
export const phoneEnds = [4, 5, 6, 7] as const;

/** How somebody is reached: an e-mail address in small letters, a phone in E.164. */
export type Contact = { email: string | null; phone: string | null };

/** The keyed hash of one thing that a contact is found by; 128 bits of it tell them apart. */
export const hashOf = (key: Buffer, kind: ContactKind, text: string) =>
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
