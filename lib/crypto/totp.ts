import { createHmac, randomBytes } from "node:crypto";

/** A secret for an authenticator app: 160 bits, as RFC 4226 advises. */
export const newTotpSecret = (): Buffer => randomBytes(20);

/** The code of six digits that an app with this secret shows in a time step (RFC 6238, SHA-1, as every app has it). */
export function totpCode(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", secret).update(counter).digest();
  const at = mac[mac.length - 1]! & 0xf;
  return String((mac.readUInt32BE(at) & 0x7fff_ffff) % 1_000_000).padStart(6, "0");
}

const base32Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** A secret as it is typed into an app (base 32, RFC 4648, without what fills it up). */
export function inBase32(secret: Buffer): string {
  const bits = [...secret].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => base32Letters[Number.parseInt(five.padEnd(5, "0"), 2)])
    .join("");
}

/** 24 letters and digits by chance (120 bits), of those that nobody confuses. */
export const newRecoveryCode = (): string =>
  [...randomBytes(24)].map((byte) => "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[byte & 31]).join("");
