import { system } from "../../access/table";
import { change } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { newToken } from "../../crypto/tokens";
import type { Result } from "../../result";
import { inviteLifetimeMs } from "../rules";
import { setAccount, setAccountAndEndSessions } from "../store";
import { newLink } from "./link";

/**
 * Makes a link for somebody to whom it is handed over; it ends every older one. `reset` takes the password away and
 * ends all sessions first, so that the link asks for another. Within the open transaction.
 * @returns the address of the page that signs in.
 */
export function invite(cx: Context, accountId: number, reset: boolean): string {
  if (reset) {
    setAccountAndEndSessions(cx, accountId, {
      passwordHash: null,
      contactProvenAt: null,
      contactProvenBy: null,
    });
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

/** Makes a link for an account that exists: the operator's command. `grant` makes its owner an administrator too. */
export function inviteByOperator(
  cx: Context,
  { accountId, reset, grant }: { accountId: number; reset: boolean; grant: boolean },
): Result<{ link: string }> {
  const operator = { ...cx, viewer: system };
  return change(operator, () => {
    if (grant) {
      setAccount(operator, accountId, { isAdministrator: true });
      happened(operator, { kind: "account.made-administrator", accountId });
    }
    return { link: invite(operator, accountId, reset) };
  });
}
