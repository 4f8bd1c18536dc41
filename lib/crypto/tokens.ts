import { createHash, createHmac, randomBytes, randomInt } from "node:crypto";

/** An unguessable token for an address: 128 bits. */
export const newToken = () => randomBytes(16).toString("base64url");

/** A code of so many digits (14 at most) to type. */
export const newCode = (digits: number) => String(randomInt(10 ** digits)).padStart(digits, "0");

/** An unguessable token that opens everything of somebody, for a cookie: 256 bits. */
export const newSessionToken = () => randomBytes(32).toString("base64url");

/** What is kept of a token that must not be readable in the database. */
export const hashToken = (token: string) => createHash("sha256").update(token).digest("base64url");

/** Random bytes for a serial. */
export const serialBytes = () => randomBytes(48);

/** What is kept of something guessable, such as an address: nobody can try it out without the key. */
export const keyedHash = (key: Buffer, text: string) =>
  createHmac("sha256", key).update(text).digest("base64url");
