import { timingSafeEqual } from "node:crypto";
import type { Context } from "../../acts/context";
import { hashToken } from "../../crypto/tokens";
import { totpCode } from "../../crypto/totp";
import { countMiss, minutesToWait } from "../../limits/attempts";
import { type Fault, refuse } from "../../result";
import { stepsTaken, waitAfterMisses } from "../rules/secondStep";
import { accountsKnownOn } from "../store/devices";

/**
 * The key under which wrong codes of an account are counted, to begin anew after a right one: on a device on which its
 * owner came in by both steps that device, so that nobody who guesses elsewhere keeps them out; else all others together.
 */
export function missesOf(cx: Context, accountId: number): string {
  const device = cx.browser.device && hashToken(cx.browser.device);
  const known = device !== null && device !== "" && accountsKnownOn(cx, device, [accountId]).length > 0;
  return `second-step:account:${accountId}${known ? `:device:${device}` : ""}`;
}

/** Refuses a code while its account waits there after wrong ones; the wait grows with each. */
export function refuseWaiting(cx: Context, accountId: number): void {
  const minutes = minutesToWait(cx, missesOf(cx, accountId), waitAfterMisses);
  if (minutes > 0) refuse("tooManyAttempts", { params: { minutes } });
}

/** True of what is said of a wrong code, of the app or for recovery. */
const isMiss = (code: string | undefined) => code === "stepCodeWrong" || code === "recoveryCodeWrong";

/** Counts a wrong code, which the refusal of a command leaves after all. */
export function missAfter(cx: Context, fault: Fault): void {
  const accountId = cx.viewer.halfway?.accountId ?? cx.viewer.accountId;
  if (accountId !== null && isMiss(fault.fields?.code?.code)) countMiss(cx, missesOf(cx, accountId));
}

/** The time step whose code it is, of those that are taken now; undefined where it is none of them. */
export const stepOf = (
  { secret, lastStep }: { secret: Buffer; lastStep: number | null },
  code: string,
  now: number,
): number | undefined =>
  stepsTaken(now, lastStep).find((step) =>
    timingSafeEqual(Buffer.from(totpCode(secret, step)), Buffer.from(code)),
  );
