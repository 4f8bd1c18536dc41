import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { authenticators, knownDevices, passkeys, recoveryCodes } from "@/db/schema/accounts";
import type { Context } from "../../acts/context";

/** An account is known on so many devices at most; the one that was away longest is forgotten. */
const mostDevices = 20;

/** Those of these accounts that somebody once signed in to on this device. */
export const accountsKnownOn = (cx: Context, deviceHash: string, accountIds: readonly number[]): number[] =>
  cx.db
    .select({ accountId: knownDevices.accountId })
    .from(knownDevices)
    .where(and(inArray(knownDevices.accountId, [...accountIds]), eq(knownDevices.deviceHash, deviceHash)))
    .all()
    .map(({ accountId }) => accountId);

/** Notes that somebody signed in to an account on a device. */
export function keepDevice(cx: Context, accountId: number, deviceHash: string): void {
  cx.db
    .insert(knownDevices)
    .values({ accountId, deviceHash, seenAt: cx.now })
    .onConflictDoUpdate({
      target: [knownDevices.accountId, knownDevices.deviceHash],
      set: { seenAt: cx.now },
    })
    .run();
  const older = cx.db
    .select({ deviceHash: knownDevices.deviceHash })
    .from(knownDevices)
    .where(eq(knownDevices.accountId, accountId))
    .orderBy(desc(knownDevices.seenAt), sql`rowid desc`)
    .limit(-1)
    .offset(mostDevices)
    .all()
    .map((row) => row.deviceHash);
  cx.db
    .delete(knownDevices)
    .where(and(eq(knownDevices.accountId, accountId), inArray(knownDevices.deviceHash, older)))
    .run();
}

/** Forgets what else was set up for an account: devices, passkeys, the authenticator and its recovery codes. */
export function forgetWaysIn(cx: Context, accountId: number): void {
  for (const table of [knownDevices, passkeys, authenticators, recoveryCodes])
    cx.db.delete(table).where(eq(table.accountId, accountId)).run();
}
