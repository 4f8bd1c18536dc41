import { and, eq, inArray, lt, ne } from "drizzle-orm";
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

/** Forgets that accounts are known on devices on which nobody signed in to them since an instant. */
export function deleteDevicesBefore(cx: Context, before: number): void {
  cx.db.delete(knownDevices).where(lt(knownDevices.seenAt, before)).run();
}

/** Forgets the devices on which an account is known, but one (by its hash) where that is given; or one alone. */
export function forgetDevices(
  cx: Context,
  accountId: number,
  which: { but: string | null } | { only: string },
): void {
  const { deviceHash } = knownDevices;
  const those =
    "only" in which ? eq(deviceHash, which.only) : which.but === null ? undefined : ne(deviceHash, which.but);
  cx.db
    .delete(knownDevices)
    .where(and(eq(knownDevices.accountId, accountId), those))
    .run();
}

/** Forgets what else was set up for an account: devices, passkeys, the authenticator and its recovery codes. */
export function forgetWaysIn(cx: Context, accountId: number): void {
  forgetDevices(cx, accountId, { but: null });
  removeSecondSteps(cx, accountId);
}
