import * as gate from "../../access/gate";
import { system } from "../../access/table";
import { isAskedForSecondStep } from "../../access/viewer";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { fault } from "../../faults";
import { startOver } from "../../limits/attempts";
import { refuse, refuseAt } from "../../result";
import { hasMeans, isLastMeans, type readCode } from "../rules/secondStep";
import { secondStepCodeSchema } from "../schema";
import {
  authenticatorRow,
  recoveryCodesLeft,
  removeSecondSteps,
  secondStepsOf,
  spendRecoveryCode,
  stepTaken,
} from "../store/secondSteps";
import { noteSecondStep } from "../store/signIns";
import { type SignedIn, sessionOf } from "./account";
import { missAfter, missesOf, refuseWaiting, stepOf } from "./codes";

/** In whose name it is written what somebody did: who is halfway is nobody yet. */
export const acting = (cx: Context): Context => (cx.viewer.halfway ? { ...cx, viewer: system } : cx);

/**
 * Refuses to take the last means away from whoever is asked for one. From others it may go, and the recovery codes, which
 * stand in for it, go with it. Within the open transaction.
 */
export function refuseLastMeans(
  cx: Context,
  { accountId }: gate.Granted<gate.OwnSignIn, "secondStep.setUp">,
  removed: "app" | "passkey",
): void {
  if (!isLastMeans(secondStepsOf(cx, accountId), removed)) return;
  if (isAskedForSecondStep(cx)) refuse("lastSecondStep");
  removeSecondSteps(cx, accountId);
}

/** Notes that the second step was taken, by what. Within the open transaction. */
export function tookSecondStep(
  cx: Context,
  { accountId, personId, signInId }: gate.Granted<gate.OwnSignIn, "secondStep.take">,
  by: "app" | "passkey" | "recovery",
): SignedIn {
  if (signInId !== null) noteSecondStep(cx, signInId);
  startOver(cx, missesOf(cx, accountId));
  const left = recoveryCodesLeft(cx, accountId);
  happened(acting(cx), { kind: "account.second-step-taken", accountId, personId, by, left });
  return sessionOf(cx, accountId, signInId);
}

/** Takes a code of an account: of its app, each once, or a recovery code; null where it is none. */
function taken(cx: Context, accountId: number, read: NonNullable<ReturnType<typeof readCode>>) {
  if (read.kind === "recovery")
    return spendRecoveryCode(cx, accountId, read.code) ? ("recovery" as const) : null;
  const row = authenticatorRow(cx, accountId);
  const step = row?.confirmedAt ? stepOf(row, read.code, cx.now) : undefined;
  if (step === undefined) return null;
  stepTaken(cx, accountId, step, false);
  return "app" as const;
}

/** The second step by a code: of the authenticator app, or a recovery code. Wrong ones make the account wait. */
export const answerWithCode = command(
  "secondStep.take",
  secondStepCodeSchema,
  (cx, { code, back }) => {
    const own = gate.ownSignIn(cx, "secondStep.take");
    refuseWaiting(cx, own.accountId);
    if (!hasMeans(secondStepsOf(cx, own.accountId))) refuse("setUpAgain");
    const wrong = code.kind === "recovery" ? "recoveryCodeWrong" : "stepCodeWrong";
    const by = taken(cx, own.accountId, code) ?? refuseAt({ code: fault(wrong) });
    return { ...tookSecondStep(cx, own, by), back };
  },
  missAfter,
);
