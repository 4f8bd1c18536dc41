import * as gate from "../../access/gate";
import { changeInTurn, command, slowCommand } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { queueMail } from "../../messages/tell";
import { personRow } from "../../people/store";
import { refuse } from "../../result";
import { accountKeySchema, confirmedSchema } from "../schema";
import { type AccountRow, accountRow, setAccountAndEndSessions } from "../store";
import { deleteIdentities } from "../store/identities";
import { passkeysOf } from "../store/secondSteps";
import { demandConfirmed, demandUnchanged } from "./confirmed";

/**
 * Takes off who the owner is at an OpenID Connect issuer: they are told, and what was signed in by it ends, but for the
 * sign-in from which they do it. Whoever comes with an address that the issuer verified and the account has proven is
 * joined again. Within the open transaction.
 */
function takeOff(cx: Context, { id: accountId, personId, email }: AccountRow): void {
  if (!deleteIdentities(cx, accountId)) refuse("notFound");
  setAccountAndEndSessions(cx, accountId, {}, cx.viewer.accountId === accountId ? cx.viewer.signInId : null);
  const { name, language } = personRow(cx, personId)!;
  const mail = { language, message: "issuerRemoved" as const, params: { name } };
  if (email) queueMail(cx, cx.now, { to: email, ...mail }, null, personId);
  happened(cx, { kind: "account.issuer-removed", accountId });
}

/** Takes the sign-in by an issuer off one's own account; not where no password and no passkey would be left. */
export const removeIdentity = slowCommand("account.own", confirmedSchema, async (cx, { current }) => {
  const shown = await demandConfirmed(cx, gate.ownSignIn(cx, "secondStep.setUp"), current);
  if (!shown.ok) return shown;
  return changeInTurn(cx, () => {
    demandUnchanged(cx, shown.value);
    const account = accountRow(cx, gate.self(cx).accountId)!;
    if (account.passwordHash === null && passkeysOf(cx, account.id).length === 0) refuse("issuerOnlyWay");
    takeOff(cx, account);
    return {};
  });
});

/** The same of somebody's account by an administrator, such as where the issuer gave their address to somebody else. */
export const removeIdentityOf = command("accounts.edit", accountKeySchema, (cx, input) => {
  const account = gate.account(cx, input.accountId);
  takeOff(cx, account);
  return { accountId: account.id };
});
