import * as gate from "../../access/gate";
import { changeInTurn, slowCommand } from "../../acts/command";
import { happened } from "../../acts/happened";
import { hashChosen, ownWordsOf } from "../passwordChoice";
import { passwordChangeSchema } from "../schema";
import { setAccountAndEndSessions } from "../store";
import { sessionOf } from "./account";
import { demandPassword, demandUnchanged } from "./confirmed";

/**
 * Changes the viewer's own password, which is asked for however short ago they showed who they are, and ends all their
 * sign-ins but this one, which goes on under another token.
 */
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
