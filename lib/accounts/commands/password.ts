import * as gate from "../../access/gate";
import { change, slowCommand } from "../../acts/command";
import { happened } from "../../acts/happened";
import { fault } from "../../faults";
import { withinLimit } from "../../limits/attempts";
import { failAt, refuse } from "../../result";
import { hashPassword, passwordFits } from "../password";
import { ownWordsOf, passwordFault } from "../passwordChoice";
import { signInLimits } from "../rules";
import { passwordChangeSchema } from "../schema";
import { accountRow, setAccountAndEndSessions } from "../store";
import { sessionOf } from "./account";
import { refuseTooMany } from "./tries";

/** Changes the viewer's own password and ends all their sign-ins but this one, which goes on under another token. */
export const changePassword = slowCommand("account.own", passwordChangeSchema, async (cx, input) => {
  const { accountId } = gate.self(cx);
  const account = accountRow(cx, accountId) ?? refuse("signInNeeded");
  refuseTooMany(withinLimit(cx, `password:account:${accountId}`, signInLimits.account));
  if (account.passwordHash !== null && !(await passwordFits(account.passwordHash, input.current)))
    return failAt({ current: fault("passwordWrong") });
  const guessable = passwordFault(cx, input.password, ownWordsOf(cx, account.personId));
  if (guessable) return failAt({ password: guessable });
  const passwordHash = await hashPassword(input.password);
  return change(cx, () => {
    const { signInId } = cx.viewer;
    setAccountAndEndSessions(cx, accountId, { passwordHash }, signInId);
    happened(cx, { kind: "account.password-changed", accountId, by: "owner" });
    return sessionOf(cx, accountId, signInId);
  });
});
