import * as gate from "../../access/gate";
import { system } from "../../access/table";
import { addressedCommand } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { newToken } from "../../crypto/tokens";
import { withinLimit } from "../../limits/attempts";
import { networkOf } from "../../limits/rules";
import { queueMail } from "../../messages/tell";
import { peopleReachedBy } from "../../people/store";
import { hasPlace } from "../../registrations/store/ofPerson";
import { accountsMeant, readIdentifier } from "../queries";
import { linkLifetimeMs, linkLimit, mailLetsIn, mostLinks } from "../rules";
import { linkRequestSchema } from "../schema";
import { accountRowOf, type MeantAccount } from "../store";
import { createAccount } from "./account";
import { holdsRole, isGuarded } from "./guarded";
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
 * The accounts with the contact that was typed. Where there is none, whoever has a place in a course and that address as their own
 * gets one, as who registers gets it by a password: not somebody with a role, to whom a coordinator hands over a link.
 */
function accountsFor(cx: Context, typed: string): MeantAccount[] {
  const identifier = readIdentifier(cx, typed);
  const meant = accountsMeant(cx, identifier);
  if (meant.length > 0 || identifier.local || identifier.email === null) return meant;
  const people = peopleReachedBy(cx, identifier.email, [])
    .filter(({ id }) => !accountRowOf(cx, id) && !holdsRole(cx, { personId: id, isAdministrator: false }))
    .filter(({ id }) => hasPlace(cx, id))
    .slice(0, mostLinks);
  // Whoever asks is nobody yet: the account is made for them, and opens to the mailbox alone.
  const bySystem = { ...cx, viewer: system };
  for (const { id } of people) createAccount(bySystem, gate.person(bySystem, "people.edit", id), null);
  return accountsMeant(cx, identifier);
}

/**
 * Sends a link that signs in once and lets choose another password, to each account with the contact that was typed where
 * mail may let somebody in. The answer is the same in any case.
 */
export const requestLink = addressedCommand("session.start", linkRequestSchema, (cx, input, address) => {
  refuseTooMany(withinLimit(cx, `link:address:${networkOf(address)}`, linkLimit));
  const found = cx.settings.smtpUrl ? accountsFor(cx, input.identifier) : [];
  const meant = found
    .filter((account) => account.disabledAt === null && mailLetsIn(account, isGuarded(cx, account)))
    .slice(0, mostLinks);
  const sharing = (one: MeantAccount) => meant.filter(({ email }) => email === one.email).length > 1;
  for (const account of meant) mailLink(cx, account, sharing(account));
  return { sent: true as const };
});
