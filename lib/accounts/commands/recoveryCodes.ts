import { changeInTurn, slowCommand } from "../../acts/command";
import { happened } from "../../acts/happened";
import { newRecoveryCode } from "../../crypto/totp";
import { refuse } from "../../result";
import { hasMeans, recoveryCodeCount, shownCode } from "../rules/secondStep";
import { confirmedSchema } from "../schema";
import { replaceRecoveryCodes, secondStepsOf } from "../store/secondSteps";
import { demandConfirmed, ownToSetUp } from "./confirmed";

/** Makes recovery codes, which take the place of all older ones. They are shown in the answer and never again. */
export const makeRecoveryCodes = slowCommand("secondStep.setUp", confirmedSchema, async (cx, { current }) => {
  const own = ownToSetUp(cx);
  const confirmed = await demandConfirmed(cx, own, current);
  if (!confirmed.ok) return confirmed;
  return changeInTurn(cx, () => {
    const { accountId, personId } = own;
    if (!hasMeans(secondStepsOf(cx, accountId))) refuse("setUpAgain");
    const codes = Array.from({ length: recoveryCodeCount }, newRecoveryCode);
    replaceRecoveryCodes(cx, accountId, codes);
    happened(cx, { kind: "account.second-step-added", accountId, personId, what: "recoveryCodes" });
    return { codes: codes.map(shownCode) };
  });
});
