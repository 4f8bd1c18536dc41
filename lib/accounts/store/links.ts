import { eq, lt } from "drizzle-orm";
import { signInLinks } from "@/db/schema/accounts";
import type { Context } from "../../acts/context";
import { hashToken } from "../../crypto/tokens";
import { unusedOf } from "./unused";

/** The link with this token, of which only the hash is kept. */
export const linkRow = (cx: Context, token: string) =>
  cx.db
    .select()
    .from(signInLinks)
    .where(eq(signInLinks.tokenHash, hashToken(token)))
    .get();

/** Keeps a link by the hash of its token. */
export function insertLink(
  cx: Context,
  {
    token,
    ...link
  }: { token: string } & Pick<typeof signInLinks.$inferInsert, "accountId" | "expiresAt" | "byPersonId">,
): void {
  cx.db
    .insert(signInLinks)
    .values({ ...link, tokenHash: hashToken(token) })
    .run();
}

/** Notes that a link has been used. */
export function markUsed(cx: Context, token: string): void {
  cx.db
    .update(signInLinks)
    .set({ usedAt: cx.now })
    .where(eq(signInLinks.tokenHash, hashToken(token)))
    .run();
}

/** Ends every link of an account that has not been used, but those that one person hands over, where they are named. */
export function endLinks(cx: Context, accountId: number, butBy: number | null = null): void {
  cx.db
    .delete(signInLinks)
    .where(unusedOf(signInLinks, accountId, butBy))
    .run();
}

/** Deletes links that ended before an instant. */
export function deleteLinksBefore(cx: Context, before: number): void {
  cx.db.delete(signInLinks).where(lt(signInLinks.expiresAt, before)).run();
}

/** Ends a link as if it had never been made. */
export function deleteLink(cx: Context, token: string): void {
  cx.db
    .delete(signInLinks)
    .where(eq(signInLinks.tokenHash, hashToken(token)))
    .run();
}
