import { system } from "../../access/table";
import { addressedCommand } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { newToken } from "../../crypto/tokens";
import { withinLimit } from "../../limits/attempts";
import { networkOf } from "../../limits/rules";
import { queueMail } from "../../messages/tell";
import { accountsMeant, isProvenFor, readIdentifier } from "../queries";
import { linkLifetimeMs, linkLimit, mailLetsIn, mostAccounts } from "../rules";
import { linkRequestSchema } from "../schema";
import type { MeantAccount } from "../store";
import { newLink } from "./link";
import { refuseTooMany } from "./tries";

/** Mails a link to sign in to its account's own address. Whoever asked is not known, so nobody is said to have. */
function mailLink(cx: Context, { id: accountId, personId, email, language }: MeantAccount): void {
  if (!withinLimit(cx, `link:account:${accountId}`, linkLimit).allowed) return;
  const expiresAt = cx.now + linkLifetimeMs;
  const link = newLink(cx, { accountId, token: newToken(), expiresAt, byPersonId: null });
  queueMail(cx, cx.now, { to: email!, language, message: "signInLink", params: { link } }, null, personId);
  happened({ ...cx, viewer: system }, { kind: "account.link-asked", accountId });
}

/**
 * Sends a link that signs in once and lets choose another password, where mail may let somebody in to the account. Of
 * several with the contact that was typed, to the one that has proven it, else to each. The answer is the same in any case.
 */
export const requestLink = addressedCommand("session.start", linkRequestSchema, (cx, input, address) => {
  refuseTooMany(withinLimit(cx, `link:address:${networkOf(address)}`, linkLimit));
  const identifier = readIdentifier(cx, input.identifier);
  const found = accountsMeant(cx, identifier).filter(({ disabledAt }) => disabledAt === null);
  const proven = found.filter((account) => isProvenFor(account, identifier));
  const meant = (proven.length > 0 ? proven : found).slice(0, mostAccounts);
  if (cx.settings.smtpUrl) for (const account of meant.filter(mailLetsIn)) mailLink(cx, account);
  return { sent: true as const };
});
