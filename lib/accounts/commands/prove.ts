import { system } from "../../access/table";
import type { Context } from "../../acts/context";
import type { EventOf } from "../../acts/events";
import { happened } from "../../acts/happened";
import { refuse } from "../../result";
import { accountRow, setAccount } from "../store";

/**
 * Notes that the contact of an account is its owner's: by a mail that reached it or an issuer that vouches for it, or
 * else on the word of whoever handed the link over, which counts as far as they do. The mail's word stands.
 * @param byPersonId who handed the link over; null where a mail or an issuer vouches.
 */
export function proveContact(cx: Context, accountId: number, byPersonId: number | null): void {
  const account = accountRow(cx, accountId);
  if (account?.contactProvenAt && account.contactProvenBy === null) return;
  setAccount(cx, accountId, { contactProvenAt: cx.now, contactProvenBy: byPersonId });
}

/**
 * Notes that somebody signed in, whoever they were before.
 * @throws Refusal where the account is disabled: whichever way they come, they have shown who they are, and are told so.
 */
export function startedSession(cx: Context, accountId: number, by: EventOf<"session.started">["by"]): void {
  if (accountRow(cx, accountId)?.disabledAt != null) refuse("accountDisabled");
  setAccount(cx, accountId, { lastSignInAt: cx.now });
  happened({ ...cx, viewer: system }, { kind: "session.started", accountId, by });
}
