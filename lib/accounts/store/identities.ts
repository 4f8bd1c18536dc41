import { and, eq } from "drizzle-orm";
import { identities } from "@/db/schema/accounts";
import type { Context } from "../../acts/context";

/** Who somebody is at an OpenID Connect issuer. */
type Identity = { issuer: string; subject: string };

/** The account for which an issuer vouches under this subject. */
export const accountKnownAt = (cx: Context, { issuer, subject }: Identity): number | undefined =>
  cx.db
    .select({ accountId: identities.accountId })
    .from(identities)
    .where(and(eq(identities.issuer, issuer), eq(identities.subject, subject)))
    .get()?.accountId;

/** Keeps for which account an issuer vouches under a subject. */
export function insertIdentity(cx: Context, { issuer, subject }: Identity, accountId: number): void {
  cx.db.insert(identities).values({ issuer, subject, accountId }).run();
}

/** Takes off whatever issuers vouch for this account; true where one did. */
export const deleteIdentities = (cx: Context, accountId: number): boolean =>
  cx.db.delete(identities).where(eq(identities.accountId, accountId)).run().changes > 0;

/** True where some issuer has vouched for this account: it is a way in already. */
export const hasIdentity = (cx: Context, accountId: number): boolean =>
  cx.db
    .select({ accountId: identities.accountId })
    .from(identities)
    .where(eq(identities.accountId, accountId))
    .limit(1)
    .get() !== undefined;
