import { timingSafeEqual } from "node:crypto";
import type { Context } from "../../acts/context";
import { totpCode } from "../../crypto/totp";
import { countMiss, minutesToWait } from "../../limits/attempts";
import { type Fault, refuse } from "../../result";
import { stepsTaken, waitAfterMisses } from "../rules/secondStep";

/** The key under which wrong codes of an account are counted, to begin anew after a right one. */
export const missesOf = (accountId: number) => `second-step:account:${accountId}`;

/** Refuses a code while its account waits after wrong ones; the wait grows with each. */
export function refuseWaiting(cx: Context, accountId: number): void {
  const minutes = minutesToWait(cx, missesOf(accountId), waitAfterMisses);
  if (minutes > 0) refuse("tooManyAttempts", { params: { minutes } });
}

/** True of what is said of a wrong code, of the app or for recovery. */
const isMiss = (code: string | undefined) => code === "stepCodeWrong" || code === "recoveryCodeWrong";

/** Counts a wrong code, which the refusal of a command leaves after all. */
export function missAfter(cx: Context, fault: Fault): void {
  const accountId = cx.viewer.halfway?.accountId ?? cx.viewer.accountId;
  if (accountId !== null && isMiss(fault.fields?.code?.code)) countMiss(cx, missesOf(accountId));
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
