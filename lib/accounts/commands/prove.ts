import { system } from "../../access/table";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { tellOwner } from "../../messages/tell";
import { personRow, setContactOf } from "../../people/store";
import { refuse } from "../../result";
import { isProven } from "../rules";
import {
  type AccountRow,
  accountProven,
  accountRow,
  endLinksAndCodes,
  setAccount,
  setAccountAndEndSessions,
} from "../store";
import { forgetDevices, forgetWaysIn } from "../store/devices";
import { holdsRole } from "./guarded";

/** What somebody proves theirs, and who handed the code over for it; null where a mail, a text message or an issuer shows it. */
export type Proof = { field: "email" | "phone"; value: string; byPersonId: number | null };

/**
 * Ends all by which somebody could come in who has proven no contact of the account: it may have been anybody. The second
 * step stays where it is its owner's: they have a role, or came in by what was handed over to them.
 */
function endWhatWasSetUp(cx: Context, accountId: number): void {
  const before = accountRow(cx, accountId) ?? refuse("notFound");
  setAccountAndEndSessions(cx, accountId, { passwordHash: null, invitedAt: null, invitedBy: null });
  if (before.invitedAt !== null || holdsRole(cx, before)) forgetDevices(cx, accountId, { but: null });
  else forgetWaysIn(cx, accountId);
}

/** Puts another contact in the place of the one before, tells that one, and ends the links and codes that went to it. */
function contactChanged(cx: Context, account: AccountRow, { field, value }: Proof): void {
  const { personId, email } = account;
  const person = personRow(cx, personId)!;
  tellOwner(cx, account, "contactChanged");
  endLinksAndCodes(cx, account.id);
  setContactOf(cx, person, { email, phone: account.phone, [field]: value });
  happened({ ...cx, viewer: system }, { kind: "contact.changed", accountId: account.id, field });
}

/**
 * Notes that a contact is that of the owner of an account; it becomes the account's, where it was another's or none. Whoever
 * is the first to prove one ends what was set up before, unless they are signed in with it (`keeps`). Within the open
 * transaction.
 * @throws Refusal where the owner of another account has proven it.
 */
export function proveContact(cx: Context, accountId: number, proof: Proof, keeps = false): void {
  const { field, value, byPersonId } = proof;
  const account = accountRow(cx, accountId) ?? refuse("notFound");
  const at = field === "email" ? account.emailProvenAt : account.phoneProvenAt;
  if (account[field] === value && at !== null) return;
  if (accountProven(cx, field, value)) refuse("contactProvenElsewhere");
  if (!isProven(account) && !keeps) endWhatWasSetUp(cx, accountId);
  if (account[field] !== value) contactChanged(cx, account, proof);
  setAccount(
    cx,
    accountId,
    field === "email"
      ? { email: value, emailProvenAt: cx.now }
      : { phone: value, phoneProvenAt: cx.now, phoneProvenBy: byPersonId },
  );
  happened({ ...cx, viewer: system }, { kind: "contact.proven", accountId, field, byPersonId });
}

/**
 * Notes that the owner came in by what somebody handed over. It proves the phone that it was sent to or told by, unless
 * another account's owner has; an address it proves not.
 */
export function cameByHand(cx: Context, accountId: number, byPersonId: number): void {
  const { phone } = accountRow(cx, accountId) ?? refuse("notFound");
  const other = phone ? accountProven(cx, "phone", phone) : undefined;
  if (phone && !other) proveContact(cx, accountId, { field: "phone", value: phone, byPersonId });
  else if (!isProven(accountRow(cx, accountId)!)) endWhatWasSetUp(cx, accountId);
  setAccount(cx, accountId, { invitedAt: cx.now, invitedBy: byPersonId });
}

/**
 * Notes that the owner came in by a link that was mailed to the account's address. It proves that, unless another account's
 * owner has: who shares an address with them comes in all the same, and what was set up before ends.
 */
export function cameByMail(cx: Context, accountId: number, email: string): void {
  const other = accountProven(cx, "email", email);
  if (!other || other.id === accountId)
    proveContact(cx, accountId, { field: "email", value: email, byPersonId: null });
  else if (!isProven(accountRow(cx, accountId)!)) endWhatWasSetUp(cx, accountId);
}

/**
 * Gives an account the password that its owner chose by a link or a code, and ends whatever else signs in: other sessions,
 * links, codes. The owner hears of it. Within the open transaction.
 */
export function choosePassword(
  cx: Context,
  accountId: number,
  passwordHash: string,
  by: "link" | "code",
): void {
  setAccountAndEndSessions(cx, accountId, { passwordHash });
  const { personId } = accountRow(cx, accountId)!;
  happened({ ...cx, viewer: system }, { kind: "account.password-changed", accountId, personId, by });
}
