import * as gate from "../../access/gate";
import { changeInTurn, slowCommand } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { fault } from "../../faults";
import { withinLimit } from "../../limits/attempts";
import { refuse, refuseAt } from "../../result";
import { passwordFits } from "../password";
import { hashChosen, ownWordsOf } from "../passwordChoice";
import { confirmed } from "../queries";
import { ownPasswordLimit } from "../rules";
import { passwordChangeSchema } from "../schema";
import { type AccountRow, accountRow, setAccountAndEndSessions } from "../store";
import { confirmedAt } from "../store/signIns";
import { sessionOf } from "./account";
import { refuseTooMany } from "./tries";

/**
 * Refuses whoever does not show the password of their own account beside `current`; asked before what would give the
 * account away. Whoever has none must have signed in a few minutes ago. Not within a transaction: hashing waits.
 * @returns the account as it was then, for `demandUnchanged`.
 */
export async function demandPassword(cx: Context, current: string): Promise<AccountRow> {
  const account = accountRow(cx, gate.self(cx).accountId) ?? refuse("signInNeeded");
  if (account.passwordHash === null) return confirmed(cx) ? account : refuse("confirmBySigningIn");
  refuseTooMany(withinLimit(cx, `password:account:${account.id}`, ownPasswordLimit));
  if (!(await passwordFits(account.passwordHash, current)))
    refuseAt({ current: fault(current ? "passwordWrong" : "required") });
  return account;
}

/**
 * Refuses what was asked for while the account, or the sign-in from which it was asked, was as it is no more: somebody
 * changed or took the password, or ended the session, meanwhile. Within the open transaction.
 */
export function demandUnchanged(
  cx: Context,
  { id, passwordHash }: AccountRow,
  signInId: number | null = cx.viewer.signInId,
): void {
  const now = accountRow(cx, id);
  const ended = signInId !== null && confirmedAt(cx, signInId) === null;
  if (!now || now.disabledAt !== null || now.passwordHash !== passwordHash || ended) refuse("signInNeeded");
}

/** Changes the viewer's own password and ends all their sign-ins but this one, which goes on under another token. */
export const changePassword = slowCommand("account.own", passwordChangeSchema, async (cx, input) => {
  const account = await demandPassword(cx, input.current);
  const { id: accountId } = account;
  const passwordHash = await hashChosen(cx, input.password, ownWordsOf(cx, account.personId));
  return changeInTurn(cx, () => {
    demandUnchanged(cx, account);
    const { signInId } = cx.viewer;
    setAccountAndEndSessions(cx, accountId, { passwordHash }, signInId);
    const { personId } = gate.self(cx);
    happened(cx, { kind: "account.password-changed", accountId, personId, by: "owner" });
    return sessionOf(cx, accountId, signInId);
  });
});
