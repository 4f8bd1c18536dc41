import * as gate from "../../access/gate";
import { change } from "../../acts/command";
import type { Context, SystemContext } from "../../acts/context";
import { happened } from "../../acts/happened";
import { newToken } from "../../crypto/tokens";
import { tellOwner } from "../../messages/tell";
import type { PersonRow } from "../../people/store";
import { type Result, refuse } from "../../result";
import { inviteLifetimeMs, isUsed } from "../rules";
import { type AccountRow, accountRow, accountRowOf, setAccountAndEndSessions } from "../store";
import { makeAdministrator } from "./administrator";
import { demandShownFor } from "./confirmed";
import { newLink } from "./link";

/** Tells whoever uses an account by mail to their proven address that a link was made which opens it. */
function tellOfLink(cx: Context, account: AccountRow): void {
  if (account.emailProvenAt !== null && isUsed(account))
    tellOwner(cx, account, "linkMade", { by: cx.viewer.name ?? "Cascade" });
}

/**
 * Makes a link for somebody to whom it is handed over; it ends every older one, and the owner of an account in use is told.
 * `reset` takes the password away and ends all sessions first, so that the link asks for another. For somebody with a role
 * by whoever showed who they are. Within the open transaction.
 * @returns the address of the page that signs in.
 */
function linkToHandOver(cx: Context, accountId: number, reset: boolean): string {
  const account = accountRow(cx, accountId) ?? refuse("notFound");
  if (account.disabledAt !== null) refuse("accountDisabled");
  demandShownFor(cx, account);
  tellOfLink(cx, account);
  if (reset) {
    setAccountAndEndSessions(cx, accountId, { passwordHash: null });
    happened(cx, { kind: "account.reset", accountId });
  }
  const token = newToken();
  const link = newLink(cx, {
    accountId,
    token,
    expiresAt: cx.now + inviteLifetimeMs,
    byPersonId: cx.viewer.personId,
  });
  happened(cx, { kind: "account.invited", accountId });
  return link;
}

/** Makes a link for somebody whom the viewer was granted to edit; refused where they have no account. See above. */
export const invite = (cx: Context, { id }: gate.Granted<PersonRow, "people.edit">, reset: boolean): string =>
  linkToHandOver(cx, (accountRowOf(cx, id) ?? refuse("notFound")).id, reset);

/** Makes a link for an account that exists: the operator's command. `grant` makes its owner an administrator too. */
export function inviteByOperator(
  cx: SystemContext,
  { accountId, reset, grant }: { accountId: number; reset: boolean; grant: boolean },
): Result<{ link: string }> {
  return change(cx, () => {
    if (grant) makeAdministrator(cx, gate.account(cx, accountId));
    return { link: linkToHandOver(cx, accountId, reset) };
  });
}
