import { and, count, eq, getTableName, gt, inArray, isNotNull, isNull } from "drizzle-orm";
import { authenticators, passkeys, recoveryCodes } from "@/db/schema/accounts";
import type { Context } from "../../acts/context";
import { seal, unseal } from "../../crypto/seal";
import { hashToken } from "../../crypto/tokens";
import type { SealedRows } from "../../keys/sealedRows";

export type PasskeyRow = typeof passkeys.$inferSelect;

/** What binds the sealed secret of an authenticator app to its account. */
const about = (accountId: number) => `authenticators:${accountId}`;

/** The authenticator app of an account with its secret, also one of which no code was shown yet. */
export function authenticatorRow(cx: Context, accountId: number) {
  const row = cx.db.select().from(authenticators).where(eq(authenticators.accountId, accountId)).get();
  if (!row) return undefined;
  const secret = unseal(cx.settings.keys, Buffer.from(row.secret, "base64url"), about(accountId));
  return { ...row, secret: Buffer.from(secret, "base64url") };
}

/** Keeps the secret of an app that is being set up; one that was never finished gives way to it. */
export function putAuthenticator(cx: Context, accountId: number, secret: Buffer): void {
  const sealed = seal(cx.settings.key, secret.toString("base64url"), about(accountId)).toString("base64url");
  const row = { secret: sealed, createdAt: cx.now, confirmedAt: null, lastStep: null };
  cx.db
    .insert(authenticators)
    .values({ accountId, ...row })
    .onConflictDoUpdate({ target: authenticators.accountId, set: row })
    .run();
}

/** The secrets of all apps, sealed, for whoever changes the key. */
export const sealedAuthenticators: SealedRows = {
  name: "secrets of authenticator apps",
  table: getTableName(authenticators),
  next: (cx, after, many) =>
    cx.db
      .select({ row: authenticators.accountId, secret: authenticators.secret })
      .from(authenticators)
      .where(gt(authenticators.accountId, after))
      .orderBy(authenticators.accountId)
      .limit(many)
      .all()
      .map(({ row, secret }) => ({ row, sealed: Buffer.from(secret, "base64url"), about: about(row) })),
  put(cx, accountId, sealed) {
    const secret = sealed.toString("base64url");
    cx.db.update(authenticators).set({ secret }).where(eq(authenticators.accountId, accountId)).run();
  },
};

/** Notes that the code of a time step was taken; `confirmed` with the first. */
export function stepTaken(cx: Context, accountId: number, step: number, confirmed: boolean): void {
  cx.db
    .update(authenticators)
    .set(confirmed ? { lastStep: step, confirmedAt: cx.now } : { lastStep: step })
    .where(eq(authenticators.accountId, accountId))
    .run();
}

/** Takes the authenticator app of an account away. */
export function deleteAuthenticator(cx: Context, accountId: number): void {
  cx.db.delete(authenticators).where(eq(authenticators.accountId, accountId)).run();
}

/** The passkeys of an account, the oldest first. */
export const passkeysOf = (cx: Context, accountId: number): PasskeyRow[] =>
  cx.db.select().from(passkeys).where(eq(passkeys.accountId, accountId)).orderBy(passkeys.id).all();

/** The passkey with this credential id, whoever's it is. */
export const passkeyWith = (cx: Context, credentialId: string): PasskeyRow | undefined =>
  cx.db.select().from(passkeys).where(eq(passkeys.credentialId, credentialId)).get();

/** Keeps a passkey. */
export function insertPasskey(cx: Context, row: Omit<typeof passkeys.$inferInsert, "createdAt">): void {
  cx.db
    .insert(passkeys)
    .values({ ...row, createdAt: cx.now })
    .run();
}

/** Notes that a passkey was used, with the count that it gave. */
export function passkeyUsed(cx: Context, passkeyId: number, counter: number): void {
  cx.db.update(passkeys).set({ counter, lastUsedAt: cx.now }).where(eq(passkeys.id, passkeyId)).run();
}

/** Takes a passkey of an account away; true where it was there. */
export const deletePasskey = (cx: Context, accountId: number, passkeyId: number): boolean =>
  cx.db
    .delete(passkeys)
    .where(and(eq(passkeys.id, passkeyId), eq(passkeys.accountId, accountId)))
    .run().changes > 0;

/** How many recovery codes of an account have not been used. */
export const recoveryCodesLeft = (cx: Context, accountId: number): number =>
  cx.db
    .select({ left: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.accountId, accountId), isNull(recoveryCodes.usedAt)))
    .get()!.left;

/** True where an account was given recovery codes, used up or not. */
export const hadRecoveryCodes = (cx: Context, accountId: number): boolean =>
  cx.db
    .select({ accountId: recoveryCodes.accountId })
    .from(recoveryCodes)
    .where(eq(recoveryCodes.accountId, accountId))
    .get() !== undefined;

/** Puts new recovery codes in the place of all older ones; only their hashes are kept. */
export function replaceRecoveryCodes(cx: Context, accountId: number, codes: readonly string[]): void {
  cx.db.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId)).run();
  for (const code of codes)
    cx.db
      .insert(recoveryCodes)
      .values({ accountId, codeHash: hashToken(code) })
      .run();
}

/** What binds recovery codes that wait to be shown to their account. */
const aboutCodes = (accountId: number) => `recoveryCodes:${accountId}`;

/** Recovery codes as their owner's browser keeps them until they were shown: sealed, for their account, until an instant (ms). */
export const sealCodes = (cx: Context, accountId: number, codes: readonly string[], until: number): string =>
  seal(cx.settings.key, JSON.stringify({ codes, until }), aboutCodes(accountId)).toString("base64url");

/** The codes that a browser kept so; null where they are another account's, too old, or do not all count any more. */
export function unsealCodes(cx: Context, accountId: number, sealed: string): string[] | null {
  let kept: { codes: string[]; until: number };
  try {
    kept = JSON.parse(unseal(cx.settings.keys, Buffer.from(sealed, "base64url"), aboutCodes(accountId)));
  } catch {
    // A browser may send anything, or what was sealed with a key that has been taken away.
    return null;
  }
  const hashes = kept.codes.map(hashToken);
  const counting = cx.db
    .select({ number: count() })
    .from(recoveryCodes)
    .where(
      and(
        eq(recoveryCodes.accountId, accountId),
        inArray(recoveryCodes.codeHash, hashes),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .get()!.number;
  return cx.now < kept.until && counting === hashes.length ? kept.codes : null;
}

/** Uses a recovery code up; false where it is none of this account's, or was used before. */
export const spendRecoveryCode = (cx: Context, accountId: number, code: string): boolean =>
  cx.db
    .update(recoveryCodes)
    .set({ usedAt: cx.now })
    .where(
      and(
        eq(recoveryCodes.accountId, accountId),
        eq(recoveryCodes.codeHash, hashToken(code)),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .run().changes > 0;

/** The means by which an account takes the second step: an app whose code was shown, and so many passkeys. */
export function secondStepsOf(cx: Context, accountId: number): { app: boolean; passkeys: number } {
  const app = cx.db
    .select({ accountId: authenticators.accountId })
    .from(authenticators)
    .where(and(eq(authenticators.accountId, accountId), isNotNull(authenticators.confirmedAt)))
    .get();
  const kept = cx.db
    .select({ number: count() })
    .from(passkeys)
    .where(eq(passkeys.accountId, accountId))
    .get()!.number;
  return { app: app !== undefined, passkeys: kept };
}

/**
 * Takes every means of the second step away from an account: passkeys, authenticator app, recovery codes. Within the open
 * transaction; whoever calls it says what happened, and ends the sessions where they are not its owner's.
 * @returns true where there was one.
 */
export function removeSecondSteps(cx: Context, accountId: number): boolean {
  const removed = [passkeys, authenticators, recoveryCodes].map(
    (table) => cx.db.delete(table).where(eq(table.accountId, accountId)).run().changes,
  );
  return removed.some((rows) => rows > 0);
}
