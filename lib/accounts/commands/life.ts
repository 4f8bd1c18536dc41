import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { withdrawFromClosed } from "../../requests/commands/roleEnded";
import { refuse } from "../../result";
import { accountKeySchema, powerSchema } from "../schema";
import { type AccountRow, setAccount, setAccountAndEndSessions } from "../store";
import { anotherAdministrator } from "../store/list";
import { makeAdministrator } from "./administrator";
import { confirming, demandShown } from "./confirmed";

type Account = gate.Granted<AccountRow, "accounts.edit">;

/** Refuses what would leave nobody who administers, or would shut the viewer out by accident. */
function refuseToShutOut(cx: Context, account: Account): void {
  if (account.id === cx.viewer.accountId) refuse("ownAccount");
  if (account.isAdministrator && !anotherAdministrator(cx, account.id)) refuse("lastAdministrator");
}

/** Closes an account: nobody signs in with it, and whoever is signed in is out. What its owner did stays. */
export const disableAccount = command("accounts.edit", accountKeySchema, (cx, input) => {
  const account = gate.account(cx, input.accountId);
  refuseToShutOut(cx, account);
  demandShown(cx);
  setAccountAndEndSessions(cx, account.id, { disabledAt: cx.now, disabledBy: cx.viewer.personId });
  withdrawFromClosed(cx, account);
  happened(cx, { kind: "account.disabled", accountId: account.id });
  return { accountId: account.id };
});

/** Opens a disabled account again, with the ways in that it had. */
export const enableAccount = command("accounts.edit", accountKeySchema, (cx, input) => {
  const account = gate.account(cx, input.accountId);
  demandShown(cx);
  setAccount(cx, account.id, { disabledAt: null, disabledBy: null });
  happened(cx, { kind: "account.enabled", accountId: account.id });
  return { accountId: account.id };
});

/** Ends every sign-in of an account on every device; of one's own, all but the one from which it is done. */
export const endSessionsOf = command("accounts.edit", accountKeySchema, (cx, input) => {
  const account = gate.account(cx, input.accountId);
  setAccountAndEndSessions(cx, account.id, {}, cx.viewer.signInId);
  happened(cx, { kind: "account.sessions-ended", accountId: account.id });
  return { accountId: account.id };
});

/** Makes the owner of an account an administrator. */
export const giveAdministration = command("accounts.edit", accountKeySchema, (cx, input) => {
  const account = gate.account(cx, input.accountId);
  demandShown(cx);
  makeAdministrator(cx, account);
  return { accountId: account.id };
});

/** Takes administration from the owner of an account, who stays signed in with what they hold besides. */
export const takeAdministration = command("accounts.edit", accountKeySchema, (cx, input) => {
  const account = gate.account(cx, input.accountId);
  if (!account.isAdministrator) refuse("notFound");
  refuseToShutOut(cx, account);
  demandShown(cx);
  setAccount(cx, account.id, { isAdministrator: false });
  happened(cx, { kind: "account.administration-taken", accountId: account.id });
  return { accountId: account.id };
});

/** The same from a page, where whoever gives or takes power shows first that it is them. */
export const disableShown = confirming(disableAccount, powerSchema);
export const enableShown = confirming(enableAccount, powerSchema);
export const giveAdministrationShown = confirming(giveAdministration, powerSchema);
export const takeAdministrationShown = confirming(takeAdministration, powerSchema);
