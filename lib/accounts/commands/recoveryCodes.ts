import type { Granted, OwnSignIn } from "../../access/gate";
import { changeInTurn, slowCommand } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { newRecoveryCode } from "../../crypto/totp";
import { refuse } from "../../result";
import { codesShownMs, hasMeans, recoveryCodeCount, shownCode } from "../rules/secondStep";
import { confirmedSchema } from "../schema";
import { hadRecoveryCodes, replaceRecoveryCodes, sealCodes, secondStepsOf } from "../store/secondSteps";
import { demandConfirmed, ownToSetUp } from "./confirmed";

/** New codes in the place of all older ones. Within the open transaction. */
function newCodes(cx: Context, accountId: number): string[] {
  const codes = Array.from({ length: recoveryCodeCount }, newRecoveryCode);
  replaceRecoveryCodes(cx, accountId, codes);
  return codes;
}

/**
 * The recovery codes that come with the first means of the second step, so that nobody is without who loses it. Within the
 * open transaction, whose event says that the means is there.
 * @returns the codes, sealed for the browser that shows them; null where the account was given some before.
 */
export function codesWithFirstMeans(
  cx: Context,
  { accountId }: Granted<OwnSignIn, "secondStep.setUp">,
): string | null {
  if (hadRecoveryCodes(cx, accountId)) return null;
  return sealCodes(cx, accountId, newCodes(cx, accountId), cx.now + codesShownMs);
}

/** Makes recovery codes, which take the place of all older ones. They are shown in the answer and never again. */
export const makeRecoveryCodes = slowCommand("secondStep.setUp", confirmedSchema, async (cx, { current }) => {
  const own = ownToSetUp(cx);
  const confirmed = await demandConfirmed(cx, own, current);
  if (!confirmed.ok) return confirmed;
  return changeInTurn(cx, () => {
    const { accountId, personId } = own;
    if (!hasMeans(secondStepsOf(cx, accountId))) refuse("setUpAgain");
    const codes = newCodes(cx, accountId);
    happened(cx, { kind: "account.second-step-added", accountId, personId, what: "recoveryCodes" });
    return { codes: codes.map(shownCode) };
  });
});
