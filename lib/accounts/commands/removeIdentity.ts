import * as gate from "../../access/gate";
import { changeInTurn, command, slowCommand } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { tellOwner } from "../../messages/tell";
import { refuse } from "../../result";
import { accountKeySchema, confirmedSchema } from "../schema";
import { type AccountRow, accountRow, setAccountAndEndSessions } from "../store";
import { refuseIdentities, restoreIdentities } from "../store/identities";
import { demandConfirmed, demandUnchanged } from "./confirmed";

/**
 * Takes off who the owner is at an OpenID Connect issuer: they are told, and what was signed in by it ends, but for the
 * sign-in from which they do it. Whoever comes with that identity is refused from now on, whatever address the issuer has
 * verified. Within the open transaction.
 */
function takeOff(cx: Context, { id: accountId, personId, email }: AccountRow): void {
  const byOwner = cx.viewer.accountId === accountId;
  if (!refuseIdentities(cx, accountId, byOwner)) refuse("notFound");
  setAccountAndEndSessions(cx, accountId, {}, byOwner ? cx.viewer.signInId : null);
  tellOwner(cx, { personId, email }, "issuerRemoved");
  happened(cx, { kind: "account.issuer-removed", accountId });
}

/**
 * Takes the sign-in by an issuer off one's own account; not where neither a password nor mail to a proven address would let
 * its owner in. A passkey may serve as a second step alone.
 */
export const removeIdentity = slowCommand("account.own", confirmedSchema, async (cx, { current }) => {
  const shown = await demandConfirmed(cx, gate.ownSignIn(cx, "secondStep.setUp"), current);
  if (!shown.ok) return shown;
  return changeInTurn(cx, () => {
    demandUnchanged(cx, shown.value);
    const account = accountRow(cx, gate.self(cx).accountId)!;
    const byMail = cx.settings.smtpUrl !== null && account.emailProvenAt !== null;
    if (account.passwordHash === null && !byMail) refuse("issuerOnlyWay");
    takeOff(cx, account);
    return {};
  });
});

/**
 * Lets the identity that one took off one's own account, perhaps by mistake, open it again, and tells its owner. What an administrator took off
 * stays so: they may know whom the issuer gave the address.
 */
export const restoreIdentity = slowCommand("account.own", confirmedSchema, async (cx, { current }) => {
  const shown = await demandConfirmed(cx, gate.ownSignIn(cx, "secondStep.setUp"), current);
  if (!shown.ok) return shown;
  return changeInTurn(cx, () => {
    demandUnchanged(cx, shown.value);
    const { accountId } = gate.self(cx);
    if (!restoreIdentities(cx, accountId)) refuse("notFound");
    tellOwner(cx, accountRow(cx, accountId)!, "issuerRestored");
    happened(cx, { kind: "account.issuer-restored", accountId });
    return {};
  });
});

/**
 * Takes the sign-in by an issuer off somebody else's account, by an administrator: such as where the issuer gave their
 * address to somebody else.
 * One's own asks for one's password (`removeIdentity`).
 */
export const removeIdentityOf = command("accounts.edit", accountKeySchema, (cx, input) => {
  const account = gate.account(cx, input.accountId);
  if (account.id === cx.viewer.accountId) refuse("ownAccount");
  takeOff(cx, account);
  return { accountId: account.id };
});
