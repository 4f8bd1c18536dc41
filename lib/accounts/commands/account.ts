import type { Locale } from "@/db/values/languages";
import type { Granted } from "../../access/gate";
import { system } from "../../access/table";
import type { Context } from "../../acts/context";
import type { EventOf } from "../../acts/events";
import { happened } from "../../acts/happened";
import { newSessionToken } from "../../crypto/tokens";
import { withinLimit } from "../../limits/attempts";
import type { NewPerson, PersonRow } from "../../people/store";
import { refuse } from "../../result";
import { contactUsedLimit, mostUnproven } from "../rules";
import { accountProven, accountRow, countUnproven, insertAccount, sessionRow, setAccount } from "../store";
import { insertSignIn } from "../store/signIns";

declare const letIn: unique symbol;

/**
 * Somebody who is let in: whose account, and the language of its owner. Only `sessionOf` makes one, at the end of what
 * lets in; a browser is signed in by nothing else. `keeps`: the sign-in from which it was done, which goes on.
 */
export type SignedIn = {
  readonly accountId: number;
  readonly language: Locale;
  readonly keeps: number | null;
  /** The sign-in that a browser gets: the one that goes on, or one that nobody has a token of yet. */
  readonly signInId: number;
  readonly [letIn]: true;
};

/**
 * Lets the owner of an account in; where `keeps` is a sign-in of theirs, that one goes on, else a new one is there from now
 * on: what ends the account's sign-ins ends it, before its browser has it too. Within the open transaction.
 * @param bothSteps true where they came with a passkey that stands for both steps.
 */
export const sessionOf = (
  cx: Context,
  accountId: number,
  keeps: number | null,
  bothSteps = false,
): SignedIn => {
  const row = sessionRow(cx, accountId) ?? refuse("notFound");
  const signInId = keeps ?? insertSignIn(cx, accountId, newSessionToken(), bothSteps);
  return { ...row, keeps, signInId } as SignedIn;
};

/**
 * Lets the owner of an account in who was nobody before, whichever way they come: this alone begins a session, and it counts
 * as a sign-in. Within the open transaction.
 * @param bothSteps true where they came with a passkey that stands for both steps.
 * @throws Refusal where the account is disabled: they have shown who they are, and are told so.
 */
export function beginSession(
  cx: Context,
  accountId: number,
  by: EventOf<"session.started">["by"],
  bothSteps = false,
): SignedIn {
  if (accountRow(cx, accountId)?.disabledAt != null) refuse("accountDisabled");
  setAccount(cx, accountId, { lastSignInAt: cx.now });
  happened({ ...cx, viewer: system }, { kind: "session.started", accountId, by });
  return sessionOf(cx, accountId, null, bothSteps);
}

const contactFields = ["email", "phone"] as const;

/**
 * Gives a person the means to sign in with their contact, of which nothing is proven: another account may have it too.
 * Within the open transaction.
 * @param passwordHash null where they choose a password by a link or code.
 */
export function createAccount(
  cx: Context,
  person: NewPerson | Granted<PersonRow, "people.edit" | "roll.take">,
  passwordHash: string | null,
): { accountId: number } {
  const { id: personId, email, phone } = person;
  if (!email && !phone) refuse("contactForAccount");
  const accountId = insertAccount(cx, { personId, email, phone, passwordHash });
  happened(cx, { kind: "account.created", accountId });
  return { accountId };
}

/**
 * The account of somebody who registers with a password, whoever else has that contact; none where too many have it whom
 * nobody knows. Within the open transaction.
 */
export function accountByRegistering(cx: Context, person: NewPerson, passwordHash: string): SignedIn | null {
  const crowded = contactFields.some(
    (field) => person[field] !== null && countUnproven(cx, field, person[field]) >= mostUnproven,
  );
  return crowded ? null : beginSession(cx, createAccount(cx, person, passwordHash).accountId, "registration");
}

/**
 * Tells whoever has proven this contact theirs that somebody registers with it who is not signed in as them: by mail
 * alone, at most once an hour, and nothing of it shows. Within the open transaction.
 */
export function tellOwnersOf(cx: Context, contact: NewPerson): void {
  for (const field of contactFields) {
    const value = contact[field];
    const owner = value === null ? undefined : accountProven(cx, field, value);
    if (!owner || owner.id === cx.viewer.accountId) continue;
    if (!withinLimit(cx, `contact-used:account:${owner.id}`, contactUsedLimit).allowed) continue;
    happened(cx, { kind: "account.contact-used", accountId: owner.id, personId: owner.personId });
  }
}
