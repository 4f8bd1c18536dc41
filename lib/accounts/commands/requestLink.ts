import { system } from "../../access/table";
import { addressedCommand } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { newToken } from "../../crypto/tokens";
import { withinLimit } from "../../limits/attempts";
import { networkOf } from "../../limits/rules";
import { queueMail } from "../../messages/tell";
import { accountsMeant, readIdentifier } from "../queries";
import { linkLifetimeMs, linkLimit, mailLetsIn, mostLinks } from "../rules";
import { linkRequestSchema } from "../schema";
import type { MeantAccount } from "../store";
import { isGuarded } from "./guarded";
import { newLink } from "./link";
import { refuseTooMany } from "./tries";

/**
 * Mails a link to sign in to its account's own address, with whose it is: several may read there. Whoever asked is not
 * known, so nobody is said to have.
 * @param shared true where others with that address get one each as well.
 */
function mailLink(
  cx: Context,
  { id: accountId, personId, email, language, name }: MeantAccount,
  shared: boolean,
): void {
  if (!withinLimit(cx, `link:account:${accountId}`, linkLimit).allowed) return;
  const expiresAt = cx.now + linkLifetimeMs;
  const link = newLink(cx, { accountId, token: newToken(), expiresAt, byPersonId: null });
  const params = { link, name, shared: shared ? "yes" : "" };
  queueMail(cx, cx.now, { to: email!, language, message: "signInLink", params }, null, personId);
  happened({ ...cx, viewer: system }, { kind: "account.link-asked", accountId });
}

/**
 * Sends a link that signs in once and lets choose another password, to each account with the contact that was typed where
 * mail may let somebody in. The answer is the same in any case.
 */
export const requestLink = addressedCommand("session.start", linkRequestSchema, (cx, input, address) => {
  refuseTooMany(withinLimit(cx, `link:address:${networkOf(address)}`, linkLimit));
  const meant = accountsMeant(cx, readIdentifier(cx, input.identifier))
    .filter((account) => account.disabledAt === null && mailLetsIn(account, isGuarded(cx, account)))
    .slice(0, mostLinks);
  const sharing = (one: MeantAccount) => meant.filter(({ email }) => email === one.email).length > 1;
  if (cx.settings.smtpUrl) for (const account of meant) mailLink(cx, account, sharing(account));
  return { sent: true as const };
});
