import { and, eq, gte, isNull, lt } from "drizzle-orm";
import { passkeyChallenges } from "@/db/schema/accounts";
import type { ChallengePurpose } from "@/db/values/accounts";
import type { Context } from "../../acts/context";

/** What a browser is asked to sign, for what, and whose passkey is meant (null: the passkey says it). */
export type Challenge = { challenge: string; purpose: ChallengePurpose; accountId: number | null };

/** Keeps what a browser is asked to sign until an instant (ms); those whose time is over go. */
export function insertChallenge(cx: Context, asked: Challenge, expiresAt: number): void {
  cx.db.delete(passkeyChallenges).where(lt(passkeyChallenges.expiresAt, cx.now)).run();
  cx.db
    .insert(passkeyChallenges)
    .values({ ...asked, expiresAt })
    .run();
}

/** Uses up what a browser was asked to sign; false where it was never asked, for something else, too long ago, or used. */
export function spendChallenge(cx: Context, { challenge, purpose, accountId }: Challenge): boolean {
  const whose =
    accountId === null ? isNull(passkeyChallenges.accountId) : eq(passkeyChallenges.accountId, accountId);
  const asked = and(
    eq(passkeyChallenges.challenge, challenge),
    eq(passkeyChallenges.purpose, purpose),
    whose,
  );
  return (
    cx.db
      .delete(passkeyChallenges)
      .where(and(asked, gte(passkeyChallenges.expiresAt, cx.now)))
      .run().changes > 0
  );
}
