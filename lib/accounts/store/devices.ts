import { and, eq, inArray } from "drizzle-orm";
import { authenticators, knownDevices, passkeys, recoveryCodes } from "@/db/schema/accounts";
import type { Context } from "../../acts/context";

/** Those of these accounts that somebody once signed in to on this device. */
export const accountsKnownOn = (cx: Context, deviceHash: string, accountIds: readonly number[]): number[] =>
  cx.db
    .select({ accountId: knownDevices.accountId })
    .from(knownDevices)
    .where(and(inArray(knownDevices.accountId, [...accountIds]), eq(knownDevices.deviceHash, deviceHash)))
    .all()
    .map(({ accountId }) => accountId);

/** Forgets what else was set up for an account: devices, passkeys, the authenticator and its recovery codes. */
export function forgetWaysIn(cx: Context, accountId: number): void {
  for (const table of [knownDevices, passkeys, authenticators, recoveryCodes])
    cx.db.delete(table).where(eq(table.accountId, accountId)).run();
}
