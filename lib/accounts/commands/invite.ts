import * as gate from "../../access/gate";
import { change } from "../../acts/command";
import type { Context, SystemContext } from "../../acts/context";
import { happened } from "../../acts/happened";
import { newToken } from "../../crypto/tokens";
import type { PersonRow } from "../../people/store";
import { type Result, refuse } from "../../result";
import { inviteLifetimeMs } from "../rules";
import { accountRow, accountRowOf, setAccountAndEndSessions } from "../store";
import { makeAdministrator } from "./administrator";
import { newLink } from "./link";

/**
 * Makes a link for somebody to whom it is handed over; it ends every older one. `reset` takes the password away and
 * ends all sessions first, so that the link asks for another. Within the open transaction.
 * @returns the address of the page that signs in.
 */
function linkToHandOver(cx: Context, accountId: number, reset: boolean): string {
  if (accountRow(cx, accountId)?.disabledAt != null) refuse("accountDisabled");
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
