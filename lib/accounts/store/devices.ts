import { and, eq, inArray } from "drizzle-orm";
import { knownDevices } from "@/db/schema/accounts";
import type { Context } from "../../acts/context";
import { removeSecondSteps } from "./secondSteps";

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
  cx.db.delete(knownDevices).where(eq(knownDevices.accountId, accountId)).run();
  removeSecondSteps(cx, accountId);
}
