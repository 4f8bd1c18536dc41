import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { keyedHash } from "./tokens";

/** What begins a sealed value that says with which key; older ones begin with their random bytes. */
const head = Buffer.from("CSK1");
const idBytes = 4;

/** By what a key is told from others: eight hexadecimal digits, from which nothing of it can be found out. */
export const keyIdOf = (key: Buffer): string =>
  createHash("sha256").update("id").update(key).digest("hex").slice(0, 8);

/** What a database keeps to know its key again. */
export const proofOf = (key: Buffer): string => keyedHash(key, "this key");

/** The id of the key with which a value was sealed; null where it does not say so, as those from before ids. */
export const sealedWith = (sealed: Buffer): string | null =>
  sealed.subarray(0, head.length).equals(head)
    ? sealed.subarray(head.length, head.length + idBytes).toString("hex")
    : null;

/** Encrypts with AES-256-GCM, and says with which key. `about` binds the result to its row: it opens for no other. */
export function seal(key: Buffer, text: string, about: string): Buffer {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(about));
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([head, Buffer.from(keyIdOf(key), "hex"), iv, cipher.getAuthTag(), body]);
}

function openedWith(key: Buffer, packed: Buffer, about: string): string {
  const decipher = createDecipheriv("aes-256-gcm", key, packed.subarray(0, 12)).setAAD(Buffer.from(about));
  decipher.setAuthTag(packed.subarray(12, 28));
  return decipher.update(packed.subarray(28), undefined, "utf8") + decipher.final("utf8");
}

/**
 * What was sealed, with whichever of these keys it says; where it says none, with whichever opens it.
 * @throws Error where none of them, the row or the content is another.
 */
export function unseal(keys: readonly Buffer[], sealed: Buffer, about: string): string {
  const id = sealedWith(sealed);
  const named = keys.find((key) => keyIdOf(key) === id);
  if (named) return openedWith(named, sealed.subarray(head.length + idBytes), about);
  for (const key of keys)
    try {
      return openedWith(key, sealed, about);
    } catch {
      // Sealed with another one, before values said with which.
    }
  throw new Error(`sealed with a key that is not here (${id ?? "it does not say which"})`);
}
