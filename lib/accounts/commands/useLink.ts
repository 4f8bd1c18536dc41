import { system } from "../../access/table";
import { change, slowCommand } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { fault } from "../../faults";
import { fail, refuse, refuseAt } from "../../result";
import { hashPassword } from "../password";
import { ownWordsOf, passwordFault } from "../passwordChoice";
import { linkOpened } from "../queries";
import { linkAsks } from "../rules";
import { linkUseSchema } from "../schema";
import { accountRow, setAccountAndEndSessions } from "../store";
import { linkRow, markUsed } from "../store/links";
import { sessionOf } from "./account";
import { proveContact, startedSession } from "./prove";

/** Gives an account that has none the password chosen with a link, and ends its other sessions. */
function choosePassword(cx: Context, accountId: number, passwordHash: string | null): void {
  const account = accountRow(cx, accountId) ?? refuse("notFound");
  const asks = linkAsks(account.passwordHash !== null, cx.settings.oidc !== null);
  if (asks === "nothing") return;
  if (!passwordHash) {
    if (asks === "password") refuseAt({ password: fault("required") });
    return;
  }
  setAccountAndEndSessions(cx, accountId, { passwordHash });
  happened({ ...cx, viewer: system }, { kind: "account.password-changed", accountId, by: "link" });
}

/** The hash of the password that is chosen with a link, which the account that it belongs to may have. */
function hashChosen(cx: Context, token: string, password: string): Promise<string> {
  const account = accountRow(cx, linkRow(cx, token)?.accountId ?? 0) ?? refuse("linkExpired");
  const wrong = passwordFault(cx, password, ownWordsOf(cx, account.personId));
  return wrong ? refuseAt({ password: wrong }) : hashPassword(password);
}

/**
 * Signs in with such a link; a second use or a late one is refused. Whose account has no password chooses one with it
 * (see `linkAsks`): a link that was used up would else be the last way in.
 */
export const useLink = slowCommand("session.start", linkUseSchema, async (cx, { token, password }) => {
  // Only for a link that holds: hashing is work that nobody is to ask for with made-up links.
  if (!linkOpened(cx, token)) return fail("linkExpired");
  const passwordHash = password ? await hashChosen(cx, token, password) : null;
  return change(cx, () => {
    const link = linkRow(cx, token);
    if (!link || link.usedAt !== null || link.expiresAt < cx.now) refuse("linkExpired");
    markUsed(cx, token);
    proveContact(cx, link.accountId, link.byPersonId);
    choosePassword(cx, link.accountId, passwordHash);
    startedSession(cx, link.accountId, "link");
    return sessionOf(cx, link.accountId);
  });
});
