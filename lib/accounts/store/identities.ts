import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { identities } from "@/db/schema/accounts";
import type { Context } from "../../acts/context";

/** Who somebody is at an OpenID Connect issuer. */
type Identity = { issuer: string; subject: string };

/** The account for which an issuer vouches under this subject, and when (ms) it was taken off that, if it was. */
export const knownAt = (cx: Context, { issuer, subject }: Identity) =>
  cx.db
    .select({ accountId: identities.accountId, refusedAt: identities.refusedAt })
    .from(identities)
    .where(and(eq(identities.issuer, issuer), eq(identities.subject, subject)))
    .get();

/** Condition that an identity is one of this account's and was not taken off. */
const holds = (accountId: number) => and(eq(identities.accountId, accountId), isNull(identities.refusedAt));

/** Keeps for which account an issuer vouches under a subject. */
export function insertIdentity(cx: Context, { issuer, subject }: Identity, accountId: number): void {
  cx.db.insert(identities).values({ issuer, subject, accountId }).run();
}

/** Condition that an identity is one that this account's owner took off. */
const takenOffByOwner = (accountId: number) =>
  and(eq(identities.accountId, accountId), isNotNull(identities.refusedAt), identities.refusedByOwner);

/** Takes off whatever issuers vouch for this account, which are refused from now on; true where one did. */
export const refuseIdentities = (cx: Context, accountId: number, byOwner: boolean): boolean =>
  cx.db.update(identities).set({ refusedAt: cx.now, refusedByOwner: byOwner }).where(holds(accountId)).run()
    .changes > 0;

/** Lets what the owner took off open the account again; true where there was such. */
export const restoreIdentities = (cx: Context, accountId: number): boolean =>
  cx.db
    .update(identities)
    .set({ refusedAt: null, refusedByOwner: false })
    .where(takenOffByOwner(accountId))
    .run().changes > 0;

/** True where the owner of this account took an identity off it, and may let it in again. */
export const mayRestoreIdentity = (cx: Context, accountId: number): boolean =>
  cx.db
    .select({ accountId: identities.accountId })
    .from(identities)
    .where(takenOffByOwner(accountId))
    .limit(1)
    .get() !== undefined;

/** True where some issuer has vouched for this account: it is a way in already. */
export const hasIdentity = (cx: Context, accountId: number): boolean =>
  cx.db
    .select({ accountId: identities.accountId })
    .from(identities)
    .where(holds(accountId))
    .limit(1)
    .get() !== undefined;
