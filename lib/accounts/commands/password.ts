import * as gate from "../../access/gate";
import { changeInTurn, slowCommand } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { fault } from "../../faults";
import { withinLimit } from "../../limits/attempts";
import { refuse, refuseAt } from "../../result";
import { passwordFits } from "../password";
import { hashChosen, ownWordsOf } from "../passwordChoice";
import { ownPasswordLimit } from "../rules";
import { passwordChangeSchema } from "../schema";
import { type AccountRow, accountRow, setAccountAndEndSessions } from "../store";
import { sessionOf } from "./account";
import { refuseTooMany } from "./tries";

/**
 * Refuses whoever does not show the password of their own account beside `current`; asked before what would give the
 * account away. Not within a transaction: hashing waits.
 * @returns the account as it was then.
 */
export async function demandPassword(cx: Context, current: string): Promise<AccountRow> {
  const account = accountRow(cx, gate.self(cx).accountId) ?? refuse("signInNeeded");
  if (account.passwordHash === null) return account;
  refuseTooMany(withinLimit(cx, `password:account:${account.id}`, ownPasswordLimit));
  if (!(await passwordFits(account.passwordHash, current)))
    refuseAt({ current: fault(current ? "passwordWrong" : "required") });
  return account;
}

/** Changes the viewer's own password and ends all their sign-ins but this one, which goes on under another token. */
export const changePassword = slowCommand("account.own", passwordChangeSchema, async (cx, input) => {
  const { id: accountId, personId: owner } = await demandPassword(cx, input.current);
  const passwordHash = await hashChosen(cx, input.password, ownWordsOf(cx, owner));
  return changeInTurn(cx, () => {
    const { signInId } = cx.viewer;
    setAccountAndEndSessions(cx, accountId, { passwordHash }, signInId);
    const { personId } = gate.self(cx);
    happened(cx, { kind: "account.password-changed", accountId, personId, by: "owner" });
    return sessionOf(cx, accountId, signInId);
  });
});
