import { system } from "../../access/table";
import { addressedCommand } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { newToken } from "../../crypto/tokens";
import type { Locale } from "../../i18n/rules";
import { withinLimit } from "../../limits/attempts";
import { queueMail } from "../../messages/tell";
import { accountsMeant, readIdentifier } from "../queries";
import { linkLifetimeMs, linkLimit } from "../rules";
import { linkRequestSchema } from "../schema";
import { accountRow } from "../store";
import { newLink } from "./link";
import { refuseTooMany } from "./tries";

/** Mails a link to sign in to its account's own address. Whoever asked is not known, so nobody is said to have. */
function mailLink(cx: Context, accountId: number, to: string, language: Locale): void {
  const expiresAt = cx.now + linkLifetimeMs;
  const link = newLink(cx, { accountId, token: newToken(), expiresAt, byPersonId: null });
  const mail = { to, language, message: "signInLink" as const, params: { link } };
  queueMail(cx, cx.now, mail, null, accountRow(cx, accountId)?.personId);
  happened({ ...cx, viewer: system }, { kind: "account.link-asked", accountId });
}

/** Sends a link that signs in once, where the account has an e-mail address. The answer is the same in any case. */
export const requestLink = addressedCommand("session.start", linkRequestSchema, (cx, input, address) => {
  refuseTooMany(withinLimit(cx, `link:address:${address}`, linkLimit));
  // Each link goes to the account's own address: of a local number that fits several, to each.
  for (const { id, email, language } of accountsMeant(cx, readIdentifier(cx, input.identifier)))
    if (email && cx.settings.smtpUrl) mailLink(cx, id, email, language);
  return { sent: true as const };
});
